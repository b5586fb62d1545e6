/** The left half: pick or type a code, and read what the package knows about it. */
import { element, list, prose } from './elements.js';
import { adviceOn, verdict } from './words.js';

const input = document.getElementById('code');
const codes = document.getElementById('codes');
const meaning = document.getElementById('meaning');
const news = document.getElementById('meaning-news');

const families = {
  success: 'Success',
  redirection: 'Redirect',
  'client-error': 'Request',
  'server-error': 'Platform',
};

export function startLookup({ decideRetry, status, statuses, troubleshoot }) {
  fillCodes(statuses());

  function show(code) {
    const known = status(code);
    const radio =
      codes.querySelector(`input[value="${code}"]`) ?? codes.querySelector('input:checked');
    if (radio) radio.checked = Number(radio.value) === code;
    const decide = (method, profile) =>
      decideRetry({ method, status: code }, {}, { profile, jitter: false });
    meaning.replaceChildren(...describe(known, troubleshoot(code), decide));
    meaning.dataset.class = known.class;
    meaning.hidden = false;
    news.textContent = `${code} ${known.text}: ${adviceOn(known)[0]}`;
    history.replaceState(null, '', `#${code}`);
  }

  codes.addEventListener('change', ({ target }) => {
    input.value = target.value;
    show(Number(target.value));
  });
  input.addEventListener('input', () => input.value !== '' && show(Number(input.value)));
  input.form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', showHash);

  function showHash() {
    const code = Number(/^#(-?[\d.]+)$/.exec(location.hash)?.[1] ?? input.value);
    input.value = code;
    show(code);
  }
  showHash();
}

function fillCodes(all) {
  const groups = Object.entries(families).map(([name, label]) => {
    const members = all.filter((known) => known.class === name);
    return element(
      'div',
      { class: 'family', 'data-class': name },
      element('span', { class: 'family-name' }, label),
      element('div', { class: 'chips' }, members.map(chip)),
    );
  });
  codes.replaceChildren(...groups);
}

const chip = ({ code, text, documented }) =>
  element(
    'label',
    { class: documented ? 'chip' : 'chip undocumented', title: text },
    element('input', {
      type: 'radio',
      name: 'documented',
      value: code,
      'aria-label': `${code} ${text}`,
    }),
    String(code),
  );

function describe(known, { causes, solutions, links }, decide) {
  const [title, explanation] = adviceOn(known);
  return [
    element(
      'header',
      { class: 'meaning-head' },
      element('p', { class: 'numeral', 'aria-hidden': 'true' }, String(known.code)),
      element(
        'div',
        {},
        element('h3', {}, known.text || 'No name'),
        element(
          'p',
          { class: 'tags' },
          `${known.class.replace('-', ' ')} · ${known.documented ? 'documented by BigCommerce' : 'not on BigCommerce’s status pages'}`,
        ),
      ),
    ),
    element('p', { class: 'purpose' }, prose(known.purpose)),
    element(
      'div',
      { class: 'callout', 'data-retry': known.retry },
      element('h4', {}, title),
      element('p', {}, explanation),
      decisions(decide),
    ),
    part('Causes', causes.length > 0 && list(causes)),
    part('Solutions', solutions.length > 0 && list(solutions, 'ol')),
    part('Read more', links.length > 0 && element('ul', { class: 'links' }, links.map(link))),
  ].filter(Boolean);
}

const link = ({ text, url }) =>
  element('li', {}, element('a', { href: url, rel: 'noreferrer' }, text));

const part = (title, content) =>
  content && element('section', { class: 'part' }, element('h4', {}, title), content);

/** What `decideRetry` says about the status alone, for whoever waits. */
function decisions(decide) {
  const who = { interactive: 'Someone waits', background: 'A background job' };
  const row = (method) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('code', {}, method)),
      Object.keys(who).map((profile) => element('td', {}, verdict(decide(method, profile)))),
    );
  return element(
    'table',
    {},
    element('caption', { class: 'unseen' }, 'What the package decides after the first attempt'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('td'),
        Object.values(who).map((text) => element('th', { scope: 'col' }, text)),
      ),
    ),
    element('tbody', {}, row('GET'), row('POST')),
  );
}
