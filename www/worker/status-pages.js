// What the package knows of status codes, for people and programs: public, and the same for all.

import { renderStatus } from '../core/render.js';
import { status, statuses, troubleshoot } from '../core/status.js';
import { preferred } from './accept.js';
import { Problem } from './problem.js';
import { ACCEPT, CONTENT_TYPE } from '../knowledge/headers.js';

/** @import { Settings } from './handler-options.js' */

const JSON_TYPE = 'application/json';
const HTML_TYPE = 'text/html';

const HEADERS = {
  'cache-control': 'public, max-age=3600',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  vary: 'Accept',
};

/**
 * Answers `statusPath` and `statusPath/429`; none where that is switched off.
 * @param {Pick<Settings, 'statusPath' | 'prefix'>} settings
 */
export const createKnowledge = ({ statusPath, prefix }) => {
  if (statusPath === false) return undefined;

  const list = {
    data: () => statuses(),
    title: () => 'BigCommerce status codes',
    html: () => `<h2>BigCommerce status codes</h2><ul>${statuses().map(item).join('')}</ul>`,
  };
  /** @type {(status: import('bc-status').Status) => string} */
  const item = ({ code, text }) => `<li><a href="${prefix}${statusPath}/${code}">${code} ${text}</a></li>`;
  /** @param {number} code */
  const one = (code) => ({
    data: () => ({ ...status(code), ...troubleshoot(code) }),
    title: () => `${code} ${status(code).text}`.trim(),
    html: () => renderStatus(code, 'html'),
  });

  /** @param {string} path */
  const topicOf = (path) => {
    if (path === statusPath) return list;
    const code = path.slice(`${statusPath}/`.length);
    if (/^[1-5]\d\d$/.test(code)) return one(Number(code));
    throw new Problem(404, 'status-unknown', `A status is from 100 to 599, as in \`${prefix}${statusPath}/429\`.`);
  };

  return {
    /** @type {(path: string) => boolean} */
    has: (path) => path === statusPath || path.startsWith(`${statusPath}/`),

    /**
     * @param {Request} request
     * @param {string} path
     */
    answer({ method, headers }, path) {
      if (method !== 'GET' && method !== 'HEAD') {
        throw new Problem(405, 'method-refused', `This can be read only: GET and HEAD, not ${method}.`, {
          headers: { allow: 'GET, HEAD' },
        });
      }
      const topic = topicOf(path);
      const type = preferred(headers.get(ACCEPT), [JSON_TYPE, HTML_TYPE]);
      if (!type) {
        throw new Problem(406, 'type-refused', `There is ${JSON_TYPE} and ${HTML_TYPE}; \`Accept\` wants neither.`);
      }
      const body = type === HTML_TYPE ? page(topic.title(), topic.html()) : JSON.stringify(topic.data());
      return new Response(method === 'HEAD' ? null : body, {
        headers: { ...HEADERS, [CONTENT_TYPE]: `${type}; charset=utf-8` },
      });
    },
  };
};

/** @type {(title: string, content: string) => string} */
const page = (title, content) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta name="color-scheme" content="light dark"><title>${title}</title></head><body>${content}</body></html>`;
