// An exchange in JSON, as `diagnose` takes it.

import { codeOf } from './code.js';

const MEMBERS = [
  'method',
  'url',
  'requestHeaders',
  'requestBody',
  'status',
  'headers',
  'body',
  'failure',
  'inBrowser',
  'unsent',
  'permanent',
];

/** @type {(json: any) => boolean} */
export const isOwn = (json) => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const [hasAnswer, isOne] = ['headers' in json || 'body' in json, Object.keys(json).every((name) => MEMBERS.includes(name))];
  if (Number.isInteger(codeOf(json.status)) || typeof json.failure === 'string') return isOne || (hasAnswer && 'requestHeaders' in json);
  // Of what is one but for these, whoever reads it says what is wrong.
  return hasAnswer && isOne && ('status' in json || 'failure' in json);
};

/** @type {(json: any) => any} */
export const ofOwn = (json) => {
  const members = Object.fromEntries(Object.entries(json).filter(([name]) => MEMBERS.includes(name)));
  return 'status' in members ? { ...members, status: codeOf(members.status) } : members;
};
