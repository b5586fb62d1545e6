// A status or a diagnosis as text for a terminal, Markdown for an issue tracker, HTML for
// a page. The crate lays them out alike, in src/render.rs; a test compares the two.

import { duration } from './duration.js';
import { PAGE_WORDS } from '../knowledge/page-words.js';
import { ADVICE } from '../knowledge/statuses.js';
import { status, troubleshoot } from './status.js';

/** @import { ApiError, Diagnosis, Format, RetryDecision, Status, Troubleshooting } from 'bc-status' */

/** @typedef {Record<'safe' | 'title' | 'heading' | 'paragraph' | 'page', (text: string) => string>} TextWriter */
/** @typedef {(name: string, url: string) => string} LinkWriter */
/** @typedef {TextWriter & { link: LinkWriter, source?: LinkWriter, list: (items: string[]) => string }} Writer A `source` is a link behind words, where that differs. */
/** @typedef {Status & Troubleshooting & { advice: string }} Known All that is said of a code. */
/** @typedef {[kind: 'title' | 'heading' | 'paragraph', content: string] | [kind: 'list', content: readonly (string | string[])[]] | [kind: 'source', content: string[]]} Block */
/** @typedef {Partial<typeof PAGE_WORDS>} PageWords */

/**
 * Text as it may stand between our own, no matter who wrote it.
 * @type {(text: string) => string}
 */
const plain = (text) => text;

/**
 * Our texts mark code with backticks, as Markdown does: every second part is code.
 * @type {(text: string, code: (part: string) => string, other: (part: string) => string) => string[]}
 */
const byCode = (text, code, other) => text.split('`').map((part, at) => (at % 2 ? code(part) : other(part)));

/** @type {(text: string) => string} */
const markdown = (text) => byCode(text, plain, (part) => part.replace(/[<[\]*\\]/g, '\\$&')).join('`');

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @type {(text: string) => string} */
const html = (text) =>
  byCode(
    text.replace(/[&<>"]/g, (c) => ENTITIES[c]),
    (part) => `<code>${part}</code>`,
    plain,
  ).join('');

/**
 * How each format writes the blocks of a page.
 * @type {Record<Format, Writer>}
 */
const FORMATS = {
  text: {
    safe: plain,
    title: (text) => `${text}\n`,
    heading: (text) => `\n${text}\n`,
    paragraph: (text) => `${text}\n`,
    link: (name, url) => `${name}: ${url}`,
    source: (name, url) => `${url} (${name})`,
    list: (items) => items.map((item) => `  - ${item}\n`).join(''),
    page: plain,
  },
  markdown: {
    safe: markdown,
    title: (text) => `## ${text}\n`,
    heading: (text) => `\n### ${text}\n`,
    paragraph: (text) => `\n${text}\n`,
    link: (name, url) => `[${name}](${url})`,
    list: (items) => `\n${items.map((item) => `- ${item}\n`).join('')}`,
    page: plain,
  },
  html: {
    safe: html,
    title: (text) => `<h2>${text}</h2>`,
    heading: (text) => `<h3>${text}</h3>`,
    paragraph: (text) => `<p>${text}</p>`,
    link: (name, url) => `<a href="${url}">${name}</a>`,
    list: (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`,
    page: (text) => `<article class="bc-status">${text}</article>`,
  },
};

/** Characters that a terminal or an editor acts on instead of showing them. */
const UNSEEN = /[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g;

/** @type {(value: unknown) => string} */
const text = (value) => (typeof value === 'string' ? value : '');
/** @type {(value: unknown) => any[]} */
const list = (value) => (Array.isArray(value) ? value : []);

/**
 * Blocks, each a kind and its content, in a format. A list without items is none.
 * @type {(blocks: Block[], format: Format) => string}
 */
const laidOut = (blocks, format) => {
  const { safe, page, ...kinds } = FORMATS[format];
  /** @type {(value: string) => string} */
  const shown = (value) => safe(value.replace(UNSEEN, ' '));
  /** @type {(value: string | string[]) => string} */
  const item = (value) => (Array.isArray(value) ? kinds.link(.../** @type {[string, string]} */ (value.map(shown))) : shown(value));
  /** @type {(block: Block) => string} */
  const block = ([kind, content]) => {
    if (kind === 'source') {
      const [before, name, url] = content.map(shown);
      return kinds.paragraph(`${before}: ${(kinds.source ?? kinds.link)(name, url)}`);
    }
    if (kind !== 'list') return kinds[kind](shown(content));
    return content.length ? kinds.list(content.map(item)) : '';
  };
  return page(blocks.map(block).join(''));
};

/**
 * Links as pairs of name and address, but to no other addresses than those of the web.
 * @type {(values: unknown, name: string) => string[][]}
 */
const links = (values, name) =>
  list(values)
    .map((link) => [text(link?.[name]), text(link?.url)])
    .filter(([, url]) => /^https:\/\/[^ )`]*$/.test(url));

/**
 * The code and the name of a status.
 * @type {(code: number, name: unknown, words: typeof PAGE_WORDS) => string}
 */
const titleOf = (code, name, words) => (code >= 100 && code < 600 ? `${code} ${text(name) || words.noName}` : words.notStatus);

/** @type {(values: unknown) => string[]} */
const texts = (values) => list(values).map(text).filter(Boolean);

/**
 * All that is said of a code.
 * @type {(code: number) => Known}
 */
const about = (code) => ({ ...status(code), ...troubleshoot(code), advice: ADVICE[status(code).retry] });

/**
 * What a set of words lacks is said in English.
 * @type {(words: PageWords | undefined) => typeof PAGE_WORDS}
 */
const whole = (words) => ({ ...PAGE_WORDS, ...words });

/** @type {(code: number, format: Format, language?: PageWords, known?: Known) => string} */
export const renderStatus = (code, format, language, known = about(code)) => {
  const words = whole(language);
  /** @type {Block[]} */
  const blocks = [
    ['title', titleOf(code, known.text, words)],
    ['paragraph', known.purpose],
    ['paragraph', known.advice],
    ['heading', words.causes],
    ['list', known.causes],
    ['heading', words.solutions],
    ['list', known.solutions],
    ['heading', words.links],
    ['list', links(known.links, 'text')],
  ];
  return laidOut(blocks, format);
};

/** @type {(diagnosis: Diagnosis, format: Format, language?: PageWords) => string} */
export const renderDiagnosis = ({ classification, findings, retry }, format, language) => {
  const words = whole(language);
  const { status: answer, outcome, error, requestId } = classification;
  const id = text(requestId);
  /** @type {Block[]} */
  const blocks = [
    ['title', [headOf(answer, outcome, words), text(outcome)].filter(Boolean).join(': ')],
    ...findings.flatMap(
      (finding) =>
        /** @type {Block[]} */ ([
          ['heading', `${text(finding?.title)} (${sureness(text(finding?.confidence), words)})`],
          ['paragraph', text(finding?.evidence)],
          ['list', texts(finding?.solutions)],
          ...links([finding], 'id').map((link) => ['source', [words.links, ...link]]),
        ]),
    ),
    ...said(error ?? {}, words),
    ...(retry
      ? /** @type {Block[]} */ ([
          ['heading', words.again],
          ['paragraph', again(retry, words)],
        ])
      : []),
    ...(id ? [/** @type {Block} */ (['paragraph', filled(words.requestId, 'id', id)])] : []),
  ];
  return laidOut(blocks, format);
};

/**
 * The status; none where there was an answer, of which nobody told it.
 * @type {(answer: any, outcome: unknown, words: typeof PAGE_WORDS) => string}
 */
const headOf = (answer, outcome, words) => {
  if (answer && Number.isInteger(answer.code)) return titleOf(answer.code, answer.text, words);
  return text(outcome) && outcome !== 'no-response' ? '' : words.noAnswer;
};

/** @type {(confidence: string, words: PageWords) => string} */
const sureness = (confidence, words) => text(/** @type {Record<string, string>} */ (words.confidence)?.[confidence]) || confidence;

/**
 * A text of words with its gap filled.
 * @type {(text: string, gap: string, value: any) => string}
 */
const filled = (text, gap, value) => text.replace(`{${gap}}`, () => value);

/**
 * Whether and when to send it again, and why. Once all attempts are used up, no wait brings another.
 * @type {(decision: RetryDecision, words: typeof PAGE_WORDS) => string}
 */
const again = ({ retry, delayMs, rule, reason }, { yes, later, no, decimal }) => {
  const [after, atOnce] = yes.split('|');
  const wait = delayMs > 0 && (retry === true ? after : rule !== 'attempts-exhausted' && later);
  const line = wait ? filled(wait, 'waitMs', duration(delayMs).replace('.', decimal)) : retry === true ? atOnce : no;
  return [line, text(reason)].filter(Boolean).join(' ');
};

/**
 * What a decision comes to, in a sentence or two.
 * @type {(retry: RetryDecision) => string}
 */
export const advice = (retry) => again(retry, PAGE_WORDS);

/** More complaints than this are counted only. */
const MOST_SHOWN = 20;

/**
 * What the body said, if it said anything.
 * @type {(error: Partial<ApiError>, words: typeof PAGE_WORDS) => Block[]}
 */
const said = ({ title, detail, note, items }, words) => {
  const complaints = list(items);
  const lines = [
    ...texts([...new Set([title, detail, note])]).map(shortened),
    ...complaints.slice(0, MOST_SHOWN).map((item) => complaint(item, words)),
  ];
  if (complaints.length > MOST_SHOWN) lines.push(filled(words.more, 'count', complaints.length - MOST_SHOWN));
  const shown = lines.filter(Boolean);
  return shown.length
    ? [
        ['heading', words.said],
        ['list', shown],
      ]
    : [];
};

/**
 * `index 2, price: Required, but missing.`
 * @type {(item: any, words: typeof PAGE_WORDS) => string}
 */
const complaint = (item, words) => {
  const field = shortened(text(item?.field));
  const where = [Number.isInteger(item?.index) ? filled(words.index, 'index', item.index) : '', field && `\`${field}\``].filter(Boolean);
  const message = shortened(text(item?.message));
  const line = where.length ? `${where.join(', ')}: ${message}` : message;
  // A part of the problem above it.
  return Number.isInteger(item?.of) ? `↳ ${line}` : line;
};

const LONGEST = 160;
const BLANKS = new RegExp(`(?: |${UNSEEN.source})+`, 'g');

/**
 * A text of somebody else's in one line, cut where it would be too long to quote.
 * @type {(value: string) => string}
 */
const shortened = (value) => {
  // Of a long text no more is looked at than can be shown.
  const characters = [...value.slice(0, 4096).replace(BLANKS, ' ').trim().replaceAll('`', "'")];
  return characters.slice(0, LONGEST).join('') + (characters.length > LONGEST ? '…' : '');
};
