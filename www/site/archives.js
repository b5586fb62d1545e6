/** The page for archives and logs: a worker reads the file, and what it found is shown and can be saved. */
import { domOf } from './tree.js';

/** @import { Tree } from '../reading/report-tree.js' */

/** @typedef {{ name: string, report: import('bc-status/read').ArchiveReport, headline: string, notes: string[], tree: Tree, html: string, markdown: string }} Found */

/** @type {(id: string) => any} */
const byId = (id) => document.getElementById(id);
const [drop, file, stop, progress, news, trouble, shown, found, saving] = [
  ...['drop', 'file', 'stop', 'progress', 'news', 'trouble', 'report', 'found', 'saving'],
].map(byId);

const WORKER = 'archives-worker.js';

/** Where a page may load scripts from trusted addresses only, this is one. */
const address = () => {
  /** @type {any} */
  const { trustedTypes } = globalThis;
  return trustedTypes ? policy(trustedTypes).createScriptURL(WORKER) : WORKER;
};
/** @type {any} */
let made;
/** @param {any} trustedTypes */
const policy = (trustedTypes) => (made ??= trustedTypes.createPolicy('bc-status', { createScriptURL: (/** @type {string} */ url) => url }));

/** @type {Worker | undefined} */
let worker;
/** @type {Found | undefined} */
let last;

const end = () => {
  worker?.terminate();
  worker = undefined;
  progress.hidden = stop.hidden = true;
  drop.removeAttribute('aria-busy');
};

/**
 * Null takes the last complaint back.
 * @param {string | null} message
 */
const complain = (message) => {
  trouble.textContent = message;
  trouble.hidden = message === null;
};

/** @param {string} message */
const fail = (message) => {
  end();
  complain(message);
};

/** @param {File} chosen */
const read = (chosen) => {
  end();
  complain(null);
  shown.hidden = true;
  progress.value = 0;
  progress.hidden = stop.hidden = false;
  drop.setAttribute('aria-busy', 'true');
  news.textContent = `Reading ${chosen.name}`;
  worker = new Worker(address(), { type: 'module' });
  worker.addEventListener('error', (event) => fail(`The file could not be read: ${event.message || 'its reader could not be loaded'}.`));
  worker.addEventListener('message', ({ data }) => {
    if (data.error) fail(data.error);
    else if (data.found) show({ ...data.found, name: chosen.name });
    else progress.value = data.part;
  });
  worker.postMessage(chosen);
};

/** @param {Found} what */
const show = (what) => {
  end();
  last = what;
  found.replaceChildren(domOf(what.tree));
  shown.hidden = false;
  complain(what.notes.length ? what.notes.join(' ') : null);
  news.textContent = what.headline;
  found.focus({ preventScroll: true });
  shown.scrollIntoView({ block: 'start' });
};

/** @type {Record<string, [ending: string, type: string, write: (what: Found) => string]>} */
const FORMATS = {
  html: ['html', 'text/html', ({ html }) => html],
  markdown: ['md', 'text/markdown', ({ markdown }) => markdown],
  json: ['json', 'application/json', ({ report }) => JSON.stringify(report, null, 2)],
};

/** @type {(what: Found, format: string) => void} */
const save = (what, format) => {
  const [ending, type, write] = FORMATS[format];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([write(what)], { type: `${type};charset=utf-8` }));
  link.download = `${what.name.replace(/(?:\.(?:har|json|ndjson|jsonl|log|txt|gz))+$/i, '') || 'archive'}-report.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  news.textContent = `Saved ${link.download}`;
};

file.addEventListener('change', () => {
  if (file.files[0]) read(file.files[0]);
});
stop.addEventListener('click', () => {
  end();
  news.textContent = 'Stopped';
  file.focus();
});
saving.addEventListener('click', (/** @type {any} */ { target }) => {
  const format = target.closest('button')?.dataset.format;
  if (format && last) save(last, format);
});

// Wherever it is dropped: the browser would leave the page for it.
addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.toggleAttribute('data-over', true);
});
for (const over of ['dragleave', 'drop']) addEventListener(over, () => drop.toggleAttribute('data-over', false));
addEventListener('drop', (event) => {
  event.preventDefault();
  const [dropped] = event.dataTransfer?.files ?? [];
  if (dropped) read(dropped);
});
