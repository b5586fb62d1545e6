import { MAIN } from '../../programs.mjs';

export default {
  tool: 'deno',
  place: 'Deno',
  async run(project, { origin, name }) {
    project.write('main.js', MAIN);
    const rights = ['--allow-net=127.0.0.1', `--allow-read=${project.directory}`, '--no-lock', '--no-prompt', '--cached-only'];
    return (await project.bin('deno', ['run', ...rights, 'main.js', origin, name])).trim();
  },
};
