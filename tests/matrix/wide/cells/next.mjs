// An app of Next that uses the package wherever it can: in a page, a server component, a route handler
// in Node and in the edge runtime, and middleware.

import { MIDDLEWARE, start } from '../../cells/next-middleware.mjs';
import { ANSWER } from '../../programs.mjs';
import { home, wideHome } from '../../project.mjs';
import { answerOf, lineIn, serving } from '../../serving.mjs';

const LAYOUT = 'export default function Layout({ children }) { return <html><body>{children}</body></html>; }';
const CLIENT = `
  'use client';
  import { useEffect, useState } from 'react';
  import { ask } from '../program.js';
  export default function Page() {
    const [line, setLine] = useState('');
    useEffect(() => {
      const query = new URL(location.href).searchParams;
      ask(query.get('origin'), query.get('name')).catch((error) => error.stack).then(setLine);
    }, []);
    return line && <p id="line">{line}</p>;
  }
`;
// While it renders, Next answers a second GET of the same URL from memory.
const SERVER = `
  import { ask } from '../../program.js';
  export default async function Page({ searchParams }) {
    const { origin, name } = await searchParams;
    return <p id="line">{await ask(origin, name).catch((error) => error.stack)}</p>;
  }
`;
const ROUTE = "import { answer } from '../../answer.js';\nexport const GET = ({ url }) => answer(url);\n";

const row = ({ bundler, args, hasEdge = true, ...more }) => ({
  tool: 'next',
  place: `${bundler}: page, server component, route, ${hasEdge ? 'edge route, ' : ''}middleware`,
  ...more,
  async run(project, { origin, name }) {
    const root = JSON.stringify(more.kit ? wideHome : home);
    project.write('next.config.mjs', `export default { outputFileTracingRoot: ${root}, turbopack: { root: ${root} } };\n`);
    project.write('answer.js', ANSWER);
    project.write('middleware.js', MIDDLEWARE);
    project.write('app/layout.jsx', LAYOUT);
    project.write('app/page.jsx', CLIENT);
    project.write('app/server/page.jsx', SERVER);
    project.write('app/route/route.js', ROUTE);
    if (hasEdge) project.write('app/edge/route.js', `export const runtime = 'edge';\n${ROUTE}`);
    await project.bin('next', ['build', ...args]);
    return serving(project, start, async (url) => {
      const query = (where) => ({ origin, name: `${name}-${where}` });
      return {
        route: await answerOf(`${url}/route`, query('route')),
        ...(hasEdge && { edge: await answerOf(`${url}/edge`, query('edge')) }),
        middleware: await answerOf(`${url}/line`, query('middleware')),
        'server component': await lineIn('chromium', `${url}/server`, query('server')),
        page: await lineIn('chromium', url, query('page')),
      };
    });
  },
});

export const rows = {
  'next-15-webpack': row({ kit: 'next-15', bundler: 'webpack', args: [] }),
  'next-15-turbopack': row({ kit: 'next-15', bundler: 'Turbopack', args: ['--turbopack'] }),
  // See findings/next-webpack-edge-route-has-no-manifest.sh.
  'next-16-webpack': row({ bundler: 'webpack', args: ['--webpack'], hasEdge: false }),
  'next-16-turbopack': row({ bundler: 'Turbopack', args: ['--turbopack'] }),
};
