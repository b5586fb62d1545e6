const TEST = `
  const { writeFileSync } = require('node:fs');
  const { ask } = require('./program.js');
  test('asks', async () => writeFileSync('line', await ask(process.env.ORIGIN, process.env.CELL)));
`;

/** Jest's programs are CommonJS, for which Babel makes the imports calls of require. */
export const jest = async (project, { origin, name }, environment, text = TEST) => {
  const { readFileSync } = await import('node:fs');
  const program = readFileSync(project.path('program.js'), 'utf8')
    .replace(/^import (\{.*\}) from ('.*');$/gm, 'const $1 = require($2);')
    .replace('export const ask', 'const ask');
  project.write('program.js', `${program}\nmodule.exports = { ask };\n`);
  project.write('program.test.js', text);
  await project.bin('jest', ['--rootDir', project.directory, '--env', environment, '--transform', '{}', '--watchman=false'], {
    ORIGIN: origin,
    CELL: name,
  });
  return readFileSync(project.path('line'), 'utf8');
};

export default { tool: 'jest', place: 'Node', manifest: {}, run: (project, cell) => jest(project, cell, 'node') };
