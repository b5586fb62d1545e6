// A server that a tool starts, for as long as a cell asks it.

import { spawn } from 'node:child_process';
import { freePort } from '../free-port.mjs';
import { openBrowser } from '../browsers/browser.mjs';
import { serve } from './chromium.mjs';
import { installed } from './project.mjs';

/** Starts the command of a tool that serves a project, and gives `ask` where the server is. */
export const serving = async (project, commandAt, ask, env) => {
  const port = await freePort();
  const [command, ...args] = commandAt(String(port));
  const server = spawn(command === 'node' ? process.execPath : installed('.bin', command), args, {
    cwd: project.directory,
    env: { ...project.environment, ...env, HOST: '127.0.0.1', PORT: String(port) },
    // A group of its own, since some start others, and end as a whole.
    detached: true,
  });
  let said = '';
  server.stdout.on('data', (chunk) => (said += chunk));
  server.stderr.on('data', (chunk) => (said += chunk));
  const ended = new Promise((_, reject) => server.on('exit', () => reject(new Error(`${command} ended\n${said}`))));
  ended.catch(() => {});
  const origin = `http://127.0.0.1:${port}`;
  try {
    await Promise.race([listening(origin), ended]);
    return await Promise.race([ask(origin), ended]);
  } catch (error) {
    throw new Error(`${error.message}\n${said}`);
  } finally {
    if (server.exitCode === null) process.kill(-server.pid, 'SIGKILL');
  }
};

/** A page may be made when it is first asked for, so that an answer of any kind will do. */
const listening = async (origin) => {
  for (;;) {
    const response = await fetch(origin).catch(() => undefined);
    if (response) return response.arrayBuffer();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** What a server answers. */
export const answerOf = async (url, query = {}) => (await fetch(`${url}?${new URLSearchParams(query)}`)).text();

/** What a page says in its element `#line`, once that is there. */
export const lineIn = async (name, url, query = {}) => {
  const browser = await openBrowser(name);
  try {
    await browser.open(`${url}?${new URLSearchParams(query)}`);
    await browser.waitFor(() => document.querySelector('#line')?.textContent);
    return await browser.evaluate(() => document.querySelector('#line').textContent);
  } finally {
    await browser.close();
  }
};

/** The same of a folder of files. */
export const lineOfFolder = async (name, folder, query) => {
  const server = await serve(folder);
  try {
    return await lineIn(name, `http://127.0.0.1:${server.address().port}/`, query);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};
