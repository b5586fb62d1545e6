// What is run: who works, upon which quota, and what happens meanwhile. `wanted` says by
// strategy what must be reached: the time as a ratio to the ideal one, the share of answers
// that are 429s, and calls of the coordinator per request.

const JOB = { requests: 3000, clients: 1, quota: 150, windowMs: 30_000 };

export const ALONE = { 'bc-status': { ratio: 1.01, throttled: 0 } };
export const SHARED = {
  'bc-status': { ratio: 1.06, throttled: 0.02 },
  coordinated: { ratio: 1.02, throttled: 0.001 },
};
const ISOLATES = { coordinated: { calls: 0.1 } };

/** How old the first window is at the beginning. */
const MID = (random) => 1000 + random() * 27_000;

const scenario = (title, more) => ({ title, ...JOB, ...more });

export const SCENARIOS = {
  'one-150': scenario('one client, 150 in 30 s', { wanted: ALONE }),
  'one-450': scenario('one client, 450 in 30 s', { quota: 450, wanted: ALONE }),
  'eight-150': scenario('eight clients, 150 in 30 s', { clients: 8, wanted: SHARED }),
  'eight-450': scenario('eight clients, 450 in 30 s', { clients: 8, quota: 450, wanted: SHARED }),
  'isolates-150': scenario('64 isolates, 150 in 30 s', { clients: 64, wanted: ISOLATES }),
  'isolates-450': scenario('64 isolates, 450 in 30 s', { clients: 64, quota: 450, wanted: ISOLATES }),
  mid: scenario('one client that begins in mid-window', { ageMs: MID }),
  'mid-eight': scenario('eight clients that begin in mid-window', { clients: 8, ageMs: MID }),
  change: scenario('one client, quota 150, then 75, then 300', {
    plan: [
      { atMs: 131_000, quota: 75 },
      { atMs: 317_000, quota: 300 },
    ],
  }),
  'change-eight': scenario('eight clients, quota 150, then 75, then 300', {
    clients: 8,
    plan: [
      { atMs: 131_000, quota: 75 },
      { atMs: 317_000, quota: 300 },
    ],
  }),
  others: scenario('one client beside other apps that take 30 in a window', { othersPerWindow: 30 }),
  'others-eight': scenario('eight clients beside other apps that take 30 in a window', {
    clients: 8,
    othersPerWindow: 30,
  }),
  'joins-leaves': scenario('eight clients, three join late and two have less to do', {
    clients: [
      {},
      {},
      {},
      { weight: 0.2 },
      { weight: 0.4 },
      { joinMs: 47_000, weight: 0.8 },
      { joinMs: 142_000, weight: 0.6 },
      { joinMs: 263_000, weight: 0.4 },
    ],
  }),
  moved: scenario('one client, windows that move by 11 s later and then by 7 s earlier', {
    plan: [
      { atMs: 101_000, moveMs: 11_000 },
      { atMs: 257_000, moveMs: -7000 },
    ],
  }),
  'moved-eight': scenario('eight clients, windows that move by 11 s later and then by 7 s earlier', {
    clients: 8,
    plan: [
      { atMs: 101_000, moveMs: 11_000 },
      { atMs: 257_000, moveMs: -7000 },
    ],
  }),
  headerless: scenario('one client, every third answer without the headers', { headerless: 1 / 3 }),
  'headerless-eight': scenario('eight clients, every third answer without the headers', {
    clients: 8,
    headerless: 1 / 3,
  }),
  'bare-429': scenario('eight clients, 429s without the headers', { clients: 8, isBare429: true }),
  'faulty-coordinator': scenario('eight clients, a coordinator that fails in 5 % and hangs in 2 % of the calls', {
    clients: 8,
    coordinator: { failing: 0.05, hanging: 0.02 },
  }),
};
