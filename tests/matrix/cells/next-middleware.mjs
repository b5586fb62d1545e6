// Middleware of Next, which runs in its edge runtime, built with webpack.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { home } from '../project.mjs';
import { freePort } from '../../free-port.mjs';

const MIDDLEWARE = `
  import { NextResponse } from 'next/server';
  import { ask } from './program.js';
  export const config = { matcher: '/line' };
  export async function middleware(request) {
    const { searchParams } = request.nextUrl;
    return new NextResponse(await ask(searchParams.get('origin'), searchParams.get('name')));
  }
`;
const PAGE = 'export default function Page() { return <p>a page</p>; }';
const LAYOUT = 'export default function Layout({ children }) { return <html><body>{children}</body></html>; }';

/** What the server that `next start` runs answers for a path. */
const answer = async (project, path) => {
  const port = await freePort();
  const next = join(home, 'node_modules', 'next', 'dist', 'bin', 'next');
  const server = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: project.directory,
    env: project.environment,
  });
  try {
    await new Promise((resolve, reject) => {
      let said = '';
      const listen = (chunk) => /Ready in/.test((said += chunk)) && resolve();
      server.stdout.on('data', listen);
      server.stderr.on('data', listen);
      server.on('exit', () => reject(new Error(said)));
    });
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return await response.text();
  } finally {
    server.kill('SIGKILL');
  }
};

export const next = {
  tool: 'next',
  place: "Next's edge runtime",
  async run(project, { origin, name }) {
    project.write('middleware.js', MIDDLEWARE);
    project.write('app/page.jsx', PAGE);
    project.write('app/layout.jsx', LAYOUT);
    project.write(
      'next.config.mjs',
      `export default { outputFileTracingRoot: ${JSON.stringify(home)}, turbopack: { root: ${JSON.stringify(home)} } };\n`,
    );
    await project.bin('next', ['build', this.bundler]);
    return answer(project, `/line?origin=${origin}&name=${name}`);
  },
};

export default { ...next, bundler: '--webpack' };
