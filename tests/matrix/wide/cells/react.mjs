// React, with the widget in it and its types: 18 gives elements attributes, 19 properties and events.

import { lineOfFolder } from '../../serving.mjs';

const page = (attributes) => `
  import { useEffect, useState } from 'react';
  import { createRoot } from 'react-dom/client';
  import type {} from 'bc-status/widget/react';
  import type { BcStatusElement } from 'bc-status/widget';
  import 'bc-status/widget/define';
  import { ask } from './program.js';

  const query = new URL(location.href).searchParams;

  async function said() {
    const line = await ask(query.get('origin'), query.get('name'));
    const element = document.querySelector('bc-status')!;
    await element.updateComplete;
    return element.shadowRoot!.textContent!.includes('Too Many Requests') ? line : 'the widget shows nothing';
  }

  function App() {
    const [line, setLine] = useState('');
    useEffect(() => void said().catch((error) => error.stack).then(setLine), []);
    return (
      <>
        <bc-status ${attributes} />
        {/* @ts-expect-error: no such mode */}
        <bc-status mode="cards" hidden />
        {line && <p id="line">{line}</p>}
      </>
    );
  }

  createRoot(document.getElementById('root')!).render(<App />);
`;
const HTML = '<!doctype html><title>t</title><div id="root"></div><script type="module" src="./page.tsx"></script>';

const row = (kit, attributes) => ({
  tool: 'react',
  place: 'Chromium, with the widget',
  kit,
  async run(project, cell) {
    project.write('page.tsx', page(attributes));
    project.write('index.html', HTML);
    const compilerOptions = {
      ...{ noEmit: true, strict: true, target: 'es2022', lib: ['es2022', 'dom'], types: [], allowJs: true, jsx: 'react-jsx' },
      ...{ module: 'esnext', moduleResolution: 'bundler' },
    };
    project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['page.tsx'] }));
    await project.bin('tsc', ['--project', '.']);
    await project.bin('vite', ['build']);
    return lineOfFolder('chromium', project.path('dist'), cell);
  },
});

export const rows = {
  'react-18': row('react-18', 'code="429"'),
  'react-19': row('react-19', 'code={429} headingLevel={2} onbc-status-select={({ detail }) => console.log(detail.code)}'),
};
