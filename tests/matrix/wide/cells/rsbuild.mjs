import { PAGE } from '../../programs.mjs';
import { lineOfFolder } from '../../serving.mjs';

export default {
  tool: '@rsbuild/core',
  place: 'Chromium',
  kit: 'rsbuild',
  async run(project, cell) {
    project.write('src/index.js', "import './page.js';\n");
    project.write('src/page.js', PAGE);
    project.move('program.js', 'src/program.js');
    await project.bin('rsbuild', ['build']);
    return lineOfFolder('chromium', project.path('dist'), cell);
  },
};
