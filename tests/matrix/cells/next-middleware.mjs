// Middleware of Next, which runs in its edge runtime, built with webpack.

import { home } from '../project.mjs';
import { answerOf, serving } from '../serving.mjs';

export const MIDDLEWARE = `
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

export const start = (port) => ['next', 'start', '-H', '127.0.0.1', '-p', port];

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
    return serving(project, start, (url) => answerOf(`${url}/line`, { origin, name }));
  },
};

export default { ...next, bundler: '--webpack' };
