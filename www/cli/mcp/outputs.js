// What the tools give, as schemas; which values there are, the core declares.

import { APIS, CONFIDENCES, OUTCOMES, RETRY_ADVICES, RETRY_RULES, STATUS_CLASSES } from '../../knowledge/sets.js';
import { EFFECTS } from '../routes.js';

const TEXT = { type: 'string' };
const FLAG = { type: 'boolean' };
const NUMBER = { type: 'number' };
const OBJECT = { type: 'object' };

/** @type {(schema: { type: string }) => object} */
const orNull = (schema) => ({ ...schema, type: [schema.type, 'null'] });

/** @type {(values: readonly (string | null)[]) => object} */
const oneOf = (values) => ({ enum: values });

/** @type {(items: object) => object} */
const list = (items) => ({ type: 'array', items });

/** @type {(properties: Record<string, object>) => { type: 'object', properties: Record<string, object>, required: string[] }} */
const object = (properties) => ({ type: 'object', properties, required: Object.keys(properties) });

const STATUS = {
  code: NUMBER,
  text: TEXT,
  class: oneOf(STATUS_CLASSES),
  documented: FLAG,
  purpose: TEXT,
  retry: oneOf(RETRY_ADVICES),
  url: TEXT,
};

const DECISION = {
  retry: FLAG,
  delayMs: NUMBER,
  rule: oneOf(RETRY_RULES),
  reason: TEXT,
  mayHaveRun: FLAG,
  attemptsLeft: NUMBER,
};

const NOTES = { notes: { ...list(TEXT), description: 'What would make the answer more certain, and what was left out' } };

export const EXPLAINED = object({
  ...STATUS,
  causes: list(TEXT),
  solutions: list(TEXT),
  links: list(object({ text: TEXT, url: TEXT })),
});

export const DIAGNOSED = object({
  classification: object({
    status: { ...orNull(OBJECT), properties: STATUS },
    outcome: oneOf(OUTCOMES),
    api: oneOf(APIS),
    error: orNull(OBJECT),
    rateLimit: orNull(OBJECT),
    requestId: orNull(TEXT),
  }),
  findings: {
    ...list(
      object({
        id: TEXT,
        confidence: oneOf(CONFIDENCES),
        title: TEXT,
        evidence: TEXT,
        solutions: list(TEXT),
        url: TEXT,
        values: OBJECT,
      }),
    ),
    description: 'Most probable first',
  },
  retry: { ...orNull(OBJECT), properties: DECISION, description: 'Whether to send it again; null where there is no answer to decide by' },
  exchange: { ...OBJECT, description: 'What was read, without its secrets' },
  ...NOTES,
});

export const DECIDED = object({ ...DECISION, ...NOTES });

export const FOUND = object({
  match: { ...oneOf(['path', 'similar', 'words', 'none']), description: 'Whether the specifications have the path, or something like it' },
  method: orNull(TEXT),
  routes: list(
    object({
      route: TEXT,
      api: oneOf(APIS),
      methods: list(
        object({
          method: TEXT,
          isArchived: { ...FLAG, description: 'Whether only archived documentation has it' },
          takesList: { ...FLAG, description: 'Whether the body has to be a list' },
          maxItems: { ...orNull(NUMBER), description: 'The most items in one request, or of a GET on a page' },
          atOnce: { ...orNull(NUMBER), description: 'The most requests at once' },
        }),
      ),
      scopes: list(TEXT),
      replacedBy: orNull(TEXT),
      deleteWithoutFilter: oneOf([...Object.values(EFFECTS), null]),
      deleteFilter: orNull(TEXT),
    }),
  ),
});
