// Requests as bytes on a socket, for what no client would send.

import { connect } from 'node:net';
import { PATIENCE_MS } from '../patience.mjs';

/** Whether an answer is all there: workerd leaves the connection open. */
const isComplete = (answer) => {
  const [head, body] = answer.split(/\r\n\r\n(.*)/s, 2);
  if (body === undefined) return false;
  const [, length] = /^content-length: (\d+)/im.exec(head) ?? [];
  return length === undefined ? body.endsWith('0\r\n\r\n') : body.length >= Number(length);
};

const headOf = ({ method, target, headers = [], host = 'plain' }) =>
  `${[`${method} ${target} HTTP/1.1`, `Host: ${host}.worker`, `X-Test-Host: ${host}`, ...headers].join('\r\n')}\r\n\r\n`;

/**
 * Sends, and may send more; `leave()` resets the connection, as the kernel does for a process that died.
 * `answer` is all that came.
 */
export const begin = (port, { body = '', ...request }) => {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.write(headOf(request) + body, 'latin1');
  const answer = new Promise((resolve) => {
    let text = '';
    socket.setEncoding('latin1').on('close', () => resolve(text));
    socket.on('data', (part) => {
      text += part;
      if (isComplete(text)) resolve(text);
    });
  });
  return { answer, more: (text) => socket.write(text), leave: () => socket.resetAndDestroy() };
};

/** The whole answer as text. */
export const send = (port, { method, target, headers = [], body = '', host = 'plain' }) =>
  new Promise((resolve, reject) => {
    const given = headers.some((header) => /^(?:content-length|transfer-encoding):/i.test(header));
    const length = body && !given ? [`Content-Length: ${body.length}`] : [];
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1').setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`no answer to ${method} ${target}`)));
    socket.on('data', (text) => {
      answer += text;
      if (isComplete(answer)) socket.destroy();
    });
    // A server may stop reading what it refuses, and reset the connection after its answer.
    socket.on('close', () => resolve(answer)).on('error', (error) => (answer ? resolve(answer) : reject(error)));
    socket.write(headOf({ method, target, host, headers: [...headers, ...length] }) + body, 'latin1');
  });
