/** Prints one exchange after the other, each line as soon as it is known. */
import { duration } from '../www/core/duration.js';
import { needsCaution, subjectOf, verdictOn, waitAhead } from '../www/site/verdicts.js';
import { exchanges, readablePath } from './exchanges.mjs';

const width = 100;
const margin = 14;

export async function printTranscript(demo, { write, colour }) {
  const paint = colour ? (code, text) => `\x1b[${code}m${text}\x1b[0m` : (_, text) => text;
  const faint = (text) => paint(2, text);
  const line = (label, text, mark = '') => write(`${faint(`  ${label}`.padEnd(margin))}${mark}${wrapped(text, margin + mark.length)}\n`);

  write(`A Worker and a simulated BigCommerce store: ${exchanges.length} exchanges.\n`);

  for (const [index, exchange] of exchanges.entries()) {
    const title = `${index + 1}. ${exchange.label}`;
    write(`\n${paint(1, title)}\n`);
    line('', exchange.shows);
    line('request', `${exchange.method} ${readablePath(exchange.url)}`);

    for await (const { event, answer, reading, message } of demo.run(exchange.id)) {
      if (event === 'failure') throw new Error(message);
      if (event === 'answer') line(`attempt ${answer.attempt}`, answerLine(answer, paint));
      if (event === 'reading') printReading(reading, { line, paint });
    }
  }
  write(`\n${paint(1, 'And through the Worker of examples/worker')}\n`);
  for (const path of STORE_PATHS) {
    const response = await demo.askStore(path);
    line('request', `GET /store${path}`);
    line('', `→ ${paint(colourOf(response.status), `${response.status}`)} ${response.headers.get('content-type')}`);
    line('body', shortened(await response.text()));
  }
  write('\n');
}

/** One that is allowed, one that is not, and what the package knows. */
const STORE_PATHS = ['/v3/catalog/products/77', '/v3/customers', '/_status/429'];

/** Printed when the answer comes, so before the wait that follows it. */
function answerLine({ status, text, decision }, paint) {
  const answered = `→ ${paint(colourOf(status), status === null ? text : `${status} ${text}`)}`;
  return decision.retry ? `${answered}; waiting ${waitAhead(decision)}: ${decision.rule}` : answered;
}

function printReading(reading, { line, paint }) {
  const { outcome, api, decision, body, attempts, findings } = reading;
  if (attempts.length > 1) line('history', attempts.map(historyStep).join(', '));
  if (outcome !== 'ok' && body) line('body', shortened(body));
  line('outcome', `${paint(1, outcome)}, from ${api}`);
  const caution = needsCaution(decision) ? ' (the request may have run)' : '';
  line('decision', `${paint(1, verdictOn({ outcome, decision }))}: ${decision.rule}${caution}`);
  line('', decision.reason);
  if (findings.length > 0) printFindings(reading, { line, paint });
}

function printFindings(reading, { line, paint }) {
  const [{ id, confidence, title, evidence, solutions }, ...others] = reading.findings;
  line(subjectOf(reading).toLowerCase(), `${paint(1, title)} (${confidence}): ${id}`);
  line('evidence', evidence);
  const steps = solutions.slice(0, 2);
  const [label, mark] = steps.length > 1 ? ['solutions', '- '] : ['solution', ''];
  for (const [at, step] of steps.entries()) line(at === 0 ? label : '', step, mark);
  for (const [at, other] of others.entries()) line(at === 0 ? 'also' : '', `${other.title} (${other.confidence})`);
}

const historyStep = ({ status, text, decision }) =>
  `${status ?? text.toLowerCase()}${decision.retry ? `, waited ${duration(decision.delayMs)}` : ''}`;

/** The start of a body, in at most three lines. */
function shortened(body) {
  const flat = body.replace(/\s+/g, ' ').trim();
  const longest = 3 * (width - margin);
  return flat.length > longest ? `${flat.slice(0, longest - 1)}…` : flat;
}

const colourOf = (code) => ({ 2: 32, 3: 36, 4: 33 })[Math.floor(code / 100)] ?? 31;

/** Breaks after spaces and commas, and within what is longer than a line, so that the text stays in its column. */
function wrapped(text, indent) {
  const room = width - indent;
  const pieces = text.split(/(?<=[ ,])/).flatMap((piece) => (visible(piece) > room ? piece.match(new RegExp(`.{1,${room}}`, 'g')) : piece));
  const lines = [''];
  for (const piece of pieces) {
    if (visible(lines.at(-1) + piece.trimEnd()) > room) lines.push('');
    lines[lines.length - 1] += piece;
  }
  return lines.map((line) => line.trimEnd()).join(`\n${' '.repeat(indent)}`);
}

const visible = (text) => text.replace(/\x1b\[\d+m/g, '').length;
