// What the core said in English all the same, in the language whose findings it was given.

import { fill } from './language.js';

/** Between these marks the core has filled a gap with words of its own; see tools/translate.mjs. */
const OWN = /\u2068([^\u2069]*)\u2069/g;

/** A phrase as a pattern, in which a gap stands for what the core puts there. */
const pattern = (phrase) =>
  phrase
    .replace(/[\\^$.*+?()[\]|]/g, '\\$&')
    .replace(/\{(\w+)\}/g, (_, name) => (name === 'count' ? '(?<count>\\d+)' : `(?<${name}>[^]*?)`));

const wholes = (phrases) =>
  Object.entries(phrases).map(([phrase, translation]) => [new RegExp(`^${pattern(phrase)}$`), translation]);

/** The translation of a text that is one of these phrases, with its values as they are or changed; else the text. */
const whole = (text, phrases, change = (values) => values) => {
  for (const [phrase, translation] of phrases) {
    const match = phrase.exec(text);
    if (match) return fill(translation, change(match.groups ?? {}));
  }
  return text;
};

/** A text in which phrases follow each other, with each translated. */
const parts = (text, phrases) => {
  let said = text;
  for (const [phrase, translation] of Object.entries(phrases)) {
    said = said.replace(new RegExp(pattern(phrase), 'g'), (...match) => fill(translation, Object(match.at(-1))));
  }
  return said;
};

const isValidators = ({ code }) => /^error\./.test(code ?? '');

/** A diagnosis made with the findings of a language, in that language as a whole. */
export const translated = (diagnosis, { phrases, reasons }) => {
  if (!phrases) return diagnosis;
  const { classification, findings, retry } = diagnosis;
  const { error } = classification;

  const messages = wholes(phrases.messages);
  const validators = [...messages, ...wholes(phrases.validator)];
  const quotes = wholes(phrases.evidence);
  const quotable = error?.items.some(isValidators) ? validators : messages;

  const ours = Object.entries(phrases.gaps);
  const filled = (text) =>
    text.replace(OWN, (_, own) => ours.reduce((said, [from, to]) => said.replace(from, to), own));
  const evidence = (text) =>
    whole(text, quotes, ({ message = '', ...others }) => ({ message: whole(message, quotable), ...others }));
  const item = (one) => ({ ...one, message: whole(one.message, isValidators(one) ? validators : messages) });

  return {
    classification: {
      ...classification,
      error: error && {
        ...error,
        title: error.title && whole(error.title, messages),
        note: error.note && parts(error.note, phrases.notes),
        items: error.items.map(item),
      },
    },
    findings: findings.map((finding) => ({
      ...finding,
      title: filled(finding.title),
      evidence: filled(evidence(finding.evidence)),
      solutions: finding.solutions.map(filled),
    })),
    retry: { ...retry, reason: reasons?.[retry.reason] ?? retry.reason },
  };
};
