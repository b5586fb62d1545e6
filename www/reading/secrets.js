// Secrets in a text that is shown: marks stand in their place, and lead back to them. What is
// secret is what src/mask.rs masks, in every notation that is pasted.

/** Parts of the names of headers and members whose values are secret. */
const NAME = String.raw`[\w-]*(?:token|authori[sz]ation|cookie|secret|api-?key|password|passwd|jwt|x-auth-client|signature)[\w-]*`;

/** Where a value stands behind its name, or an option; the value is the last group. */
const NAMED = [
  // `X-Auth-Token: …` on a line, also behind > or <, and in the quotes of -H.
  String.raw`(?:^|[\n\r'"^><]|-H)[ \t]*${NAME}[ \t]*[:;][ \t]*([^\r\n'"^]+)`,
  // "access_token": "…", also in JSON that is a text in JSON; "…" => "…" of PHP and Ruby.
  String.raw`\\*["'\`]${NAME}\\*["'\`]\s*(?:=>|[:,=])\s*\\*["'\`](?!value["'\`])([^\r\n"'\`\\]+)`,
  // {"name": "X-Auth-Token", "value": "…"} of a HAR, in either order.
  String.raw`"name"\s*:\s*"${NAME}"\s*,\s*"value"\s*:\s*"((?:[^"\\\n]|\\.)+)`,
  String.raw`"value"\s*:\s*"((?:[^"\\\n]|\\.)+)"\s*,\s*"name"\s*:\s*"${NAME}"`,
  // In addresses and forms, in parts of a multipart body, in XML.
  String.raw`(?:^|[?&#\s'"])(?:${NAME}|code|signed_payload)(?:=|%3[Dd])([^&#\s'"%]+)`,
  String.raw`name="${NAME}"\r?\n\r?\n([^\r\n]+)`,
  String.raw`<${NAME}>([^<\r\n]+)<`,
  String.raw`\/login\/token\/([^\/?#\s'"]+)`,
  String.raw`:\/\/([^\s\/@'"<>]+)@`,
  // curl -u user:password, -b name=value.
  String.raw`\s(?:-u|--user|--proxy-user|--oauth2-bearer)(?:[ \t]+|=)?\$?['"]?([^\s'"]+)`,
  String.raw`\s(?:-b|--cookie)(?:[ \t]+|=)?\$?\^?['"]?([^\r\n'"^]*=[^\r\n'"^]+)`,
  String.raw`\b(?:Bearer|Basic)[ \t]+([\w.~+\/=-]{6,})`,
].map((source) => new RegExp(source, 'gid'));

/** Long and random, wherever it stands: a JWT, a token, a key. */
const LOOKALIKE = /eyJ[\w-]{8,}(?:\.[\w-]*){0,2}|(?<![\w.-])[A-Za-z\d]{24,}(?![\w.-])/g;

const looksSecret = (run) => {
  if (run.startsWith('eyJ')) return true;
  const digits = run.replace(/\D/g, '').length;
  const isMixed = digits >= 3 && run.length - digits >= 3;
  return isMixed && run.length >= (/^[\da-f]+$/i.test(run) ? 40 : 24);
};

/** A gap that nobody has filled is evidence, and no secret; a mark is one that is masked. */
const isPlaceholder = (value) => /^(?:[${<[]|%\w+%|\*+$|…|\.\.\.|•+(?:\d+•+)?$)/.test(value) || /^your[-_ ]/i.test(value);

/** What says how a secret is meant, and is none. */
const SCHEME = /^(?:bearer|basic|pat|token)\s+/i;

/** Attributes follow the first pair of a `Set-Cookie`. */
const COOKIES = /set-cookie/i;

const MARK = /•••(\d+)•••/g;

/** Of these, others that are alike are looked for; more would make it slow. */
const MOST = 64;

/**
 * A text with marks for its secrets. `vault` holds what the marks stand for, and gives a secret
 * that was met before the mark it has.
 */
export const conceal = (text, vault) => {
  const spans = [...namedIn(text), ...lookalikesIn(text)];
  for (const [start, end] of spans) markOf(text.slice(start, end), vault);
  spans.push(...echoesIn(text, vault));
  return replaced(text, spans, vault);
};

/** The text that the marks stand in. */
export const reveal = (text, vault) => text.replace(MARK, (mark) => vault.get(mark) ?? mark);

const namedIn = (text) => [
  ...NAMED.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match) => valueIn(text, match))),
  ...cookiesIn(text),
];

/** A HAR lists each cookie by whatever name it has. */
const cookiesIn = (text) =>
  [...text.matchAll(/"cookies"\s*:\s*\[[^\]]*/g)].flatMap(({ 0: list, index }) =>
    [...list.matchAll(/"value"\s*:\s*"((?:[^"\\\n]|\\.)+)/gd)].map(({ indices: [, [from, to]] }) => [index + from, index + to]),
  );

/** The place of the secret in a value: without its scheme, its name, and blanks around it. */
const valueIn = (text, match) => {
  const [from, to] = match.indices.findLast((pair) => pair !== undefined);
  let value = text.slice(from, to);
  let start = from;
  const [scheme] = SCHEME.exec(value) ?? [''];
  start += scheme.length;
  value = value.slice(scheme.length);
  if (COOKIES.test(match[0].slice(0, from - match.index))) value = value.replace(/;.*/s, '');
  value = value.trimEnd().replace(/[,;]$/, '');
  return value && !isPlaceholder(value) && !/^(?:true|false|null|\d{1,5})$/.test(value) ? [[start, start + value.length]] : [];
};

const lookalikesIn = (text) =>
  [...text.matchAll(LOOKALIKE)].filter(([run]) => looksSecret(run)).map(({ 0: run, index }) => [index, index + run.length]);

/** Secrets turn up again: in an error that quotes them, in a redirect. */
const echoesIn = (text, vault) => {
  const secrets = [...vault.keys()].filter((key) => !key.includes('•') && key.length >= 6).slice(0, MOST);
  return secrets.flatMap((secret) => {
    const spans = [];
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) spans.push([at, at + secret.length]);
    return spans;
  });
};

/** A mark stays what it is, and what somebody wrote around one is a secret as a whole. */
const markOf = (shown, vault) => {
  if (/^•••\d+•••$/.test(shown)) return shown;
  const secret = reveal(shown, vault);
  const known = vault.get(secret);
  if (known) return known;
  const mark = `•••${vault.size / 2 + 1}•••`;
  vault.set(secret, mark).set(mark, secret);
  return mark;
};

/** Of spans that overlap, the later one has what is left. */
const replaced = (text, spans, vault) => {
  const parts = [];
  let at = 0;
  for (const [from, end] of spans.sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
    if (end <= at) continue;
    const start = Math.max(from, at);
    parts.push(text.slice(at, start), markOf(text.slice(start, end), vault));
    at = end;
  }
  return parts.join('') + text.slice(at);
};
