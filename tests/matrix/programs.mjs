// What uses program.js, where the place itself asks for no form of its own.

/** For what has arguments: the origin of the server, and the name of the cell. */
export const MAIN = "import { ask } from './program.js';\nask(process.argv[2], process.argv[3]).then(console.log);\n";

/** For pages, which have the same in their query. */
export const PAGE = `
  import { ask } from './program.js';
  const query = new URL(location.href).searchParams;
  ask(query.get('origin'), query.get('name'))
    .catch((error) => error.stack)
    .then((textContent) => document.body.append(Object.assign(document.createElement('p'), { id: 'line', textContent })));
`;

/** The line as an answer of a server, for whatever calls its handlers with a Request. */
export const ANSWER = `
  import { ask } from './program.js';
  export const answer = async (url) => {
    const query = new URL(url).searchParams;
    return new Response(await ask(query.get('origin'), query.get('name')).catch((error) => error.stack));
  };
`;
