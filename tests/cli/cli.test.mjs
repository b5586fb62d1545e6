import { describe } from 'node:test';
import { archiveCases } from './archives.mjs';
import { installCommand } from './command.mjs';
import { completionCases } from './completion.mjs';
import { fetchCases } from './fetch.mjs';
import { inputCases } from './input.mjs';
import { knowledgeCases } from './knowledge.mjs';
import { oddCases } from './odd.mjs';
import { processCases } from './process.mjs';
import { unseenCases } from './unseen.mjs';
import { usageCases } from './usage.mjs';

const command = await installCommand();

// Most of the time goes into starting processes, on one core each.
describe('the command line', { concurrency: 2 }, () => {
  describe('what it knows', () => knowledgeCases(command));
  describe('how it is told', () => usageCases(command));
  describe('what it reads', () => inputCases(command));
  describe('whole archives', () => archiveCases(command));
  describe('fetch', () => fetchCases(command));
  describe('what it shows of strangers', () => unseenCases(command));
  describe('what strangers get it to read', () => oddCases(command));
  describe('as a process', () => processCases(command));
  describe('completion', () => completionCases(command));
});
