// A page of React Router in its framework mode: a loader on the server, and the page itself.

import { ANSWER } from '../../programs.mjs';
import { answerOf, lineIn, serving } from '../../serving.mjs';

const ROOT = `
  import { Outlet, Scripts } from 'react-router';
  export default function Root() {
    return <html><body><Outlet /><Scripts /></body></html>;
  }
`;
const HOME = `
  import { useEffect, useState } from 'react';
  import { ask } from '../program.js';
  export default function Home() {
    const [line, setLine] = useState('');
    useEffect(() => {
      const query = new URL(location.href).searchParams;
      ask(query.get('origin'), query.get('name')).catch((error) => error.stack).then(setLine);
    }, []);
    return line && <p id="line">{line}</p>;
  }
`;
const LINE = "import { answer } from '../answer.js';\nexport const loader = ({ request }) => answer(request.url);\n";
const ROUTES = `
  import { index, route } from '@react-router/dev/routes';
  export default [index('routes/home.jsx'), route('line', 'routes/line.js')];
`;
const CONFIG = "import { reactRouter } from '@react-router/dev/vite';\nexport default { plugins: [reactRouter()] };\n";

export default {
  tool: 'react-router',
  place: 'Node and Chromium',
  kit: 'react-router',
  node: '24',
  // It installs what is not named here by itself.
  manifest: { type: 'module', dependencies: { isbot: '*' } },
  async run(project, { origin, name }) {
    project.write('vite.config.js', CONFIG);
    project.move('program.js', 'app/program.js');
    project.write('app/answer.js', ANSWER);
    project.write('app/root.jsx', ROOT);
    project.write('app/routes.js', ROUTES);
    project.write('app/routes/home.jsx', HOME);
    project.write('app/routes/line.js', LINE);
    await project.bin('react-router', ['build']);
    return serving(
      project,
      () => ['react-router-serve', 'build/server/index.js'],
      async (url) => ({
        server: await answerOf(`${url}/line`, { origin, name: `${name}-server` }),
        page: await lineIn('chromium', url, { origin, name }),
      }),
    );
  },
};
