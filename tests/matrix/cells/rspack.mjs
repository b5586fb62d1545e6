import { tool } from '../project.mjs';
import webpack, { compile } from './webpack.mjs';

export default {
  ...webpack,
  tool: '@rspack/core',
  bundle: (project, entry, out) => compile(tool('@rspack/core').rspack, project, entry, out),
};
