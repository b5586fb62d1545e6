// An empty npm project with the packed package in it, as long as the tests of a file run.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { installInto } from '../installed.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const read = (path) => readFileSync(join(root, path), 'utf8');
export const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });

export const project = mkdtempSync(join(tmpdir(), 'bc-status-packaging-'));
after(() => rmSync(project, { recursive: true, force: true }));

installInto(project);

export const installed = (...path) => join(project, 'node_modules', 'bc-status', ...path);
export const manifest = JSON.parse(readFileSync(installed('package.json'), 'utf8'));

/** What a program in the project prints. */
export const node = (file, text) => {
  writeFileSync(join(project, file), text);
  return run(process.execPath, [file], project);
};
