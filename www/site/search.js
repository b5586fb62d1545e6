// Searches guides, codes, findings and the reference as the reader types. What there is to find is loaded when
// the field is first used.

import MiniSearch from 'minisearch';
import { element } from './elements.js';

/** @typedef {{ url: string, of: string, title: string, text: string }} Section */

const MOST = 30;

/** Characters of text around the first word that was found. */
const AROUND = 90;

/** @param {string} id */
const the = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const [form, count, results, list] = ['search', 'count', 'results', 'list'].map(the);
const field = /** @type {HTMLInputElement} */ (the('words'));

/** @param {string} text */
const tokenize = (text) => text.split(/[^\p{L}\p{N}_]+/u).filter(Boolean);

/** @type {Promise<MiniSearch<Section>> | undefined} */
let loaded;

async function load() {
  const answer = await fetch('search.json');
  if (!answer.ok) throw new Error(`search.json: ${answer.status}`);
  /** @type {MiniSearch<Section>} */
  const index = new MiniSearch({ idField: 'url', fields: ['title', 'text'], storeFields: ['of', 'title', 'text'], tokenize });
  index.addAll(await answer.json());
  return index;
}

/** All words have to be there; where they are nowhere together, any of them. */
const found = (/** @type {MiniSearch<Section>} */ index, /** @type {string} */ words) => {
  const options = { prefix: true, fuzzy: 0.15, boost: { title: 3 } };
  const all = index.search(words, { ...options, combineWith: 'AND' });
  return all.length > 0 ? all : index.search(words, options);
};

/**
 * A piece of text in which what was found is marked.
 * @param {string} text
 * @param {string[]} terms
 */
function excerpt(text, terms) {
  const pattern = new RegExp(`(${terms.join('|')})`, 'iu');
  const at = Math.max(0, text.search(pattern) - AROUND);
  const start = at === 0 ? 0 : text.indexOf(' ', at) + 1;
  const piece = text.slice(start, start + 2.5 * AROUND);
  const marked = piece.split(new RegExp(pattern, 'giu')).map((part, odd) => (odd % 2 ? element('mark', {}, part) : part));
  return element('p', {}, start > 0 ? '… ' : '', ...marked, start + piece.length < text.length ? ' …' : '');
}

async function show() {
  const words = field.value.trim();
  history.replaceState(null, '', words ? `?q=${encodeURIComponent(words)}` : location.pathname);
  results.hidden = words === '';
  list.hidden = words !== '';
  if (!words) {
    count.textContent = '';
    return;
  }
  loaded ??= load();
  const index = await loaded;
  if (words !== field.value.trim()) return;
  const all = found(index, words);
  const number = all.length > MOST ? `${all.length} found, the best ${MOST} of them` : `${all.length || 'Nothing'} found`;
  results.replaceChildren(
    ...all
      .slice(0, MOST)
      .map(({ id, of, title, text, terms }) =>
        element('li', {}, element('a', { href: id }, title), title === of ? '' : element('span', {}, of), excerpt(text, terms)),
      ),
  );
  count.textContent = `${number} for “${words}”`;
}

const search = () =>
  show().catch((error) => {
    // The next letter tries again.
    loaded = undefined;
    count.textContent = `The search could not be loaded (${error.message}).`;
  });

form.hidden = false;
field.addEventListener('input', search);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  results.querySelector('a')?.focus();
});
field.value = new URLSearchParams(location.search).get('q') ?? '';
if (field.value) search();
