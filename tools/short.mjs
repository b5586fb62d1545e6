// Files that pages load without a bundler weigh 2 % less, as they are sent, once Terser has been over what esbuild made.

import { minify } from 'terser';
import { escaped } from './inline.mjs';

/** Where functions stay as they are, other bundlers can shorten the module again. */
const COMPRESS = { passes: 3, inline: false, reduce_funcs: false };

/** Whose work is in a module, and under which licence, once: esbuild repeats it for each file. */
const noticeOf = (code) => {
  const [bundled] = /\/\*! Bundled license information[^]*?\*\//.exec(code) ?? [];
  const all = (pattern) => [...new Set(Array.from(bundled.matchAll(pattern), ([, found]) => found))].sort().join(', ');
  return bundled && `/*! Copyright ${all(/Copyright (\d+)/g)} ${all(/Copyright \d+ (.*)/g)}\n${all(/(SPDX-.*)/g)} */`;
};

/** A core in the code: nothing else is as long, quoted, and given a name. */
const CORE = /(?<==)(["'`])(?:\\[^]|(?!\1)[^\\]){10000,}\1/;

/** What stands in its place meanwhile. */
const PLACE = '@core@';

/**
 * Terser and esbuild write a core with more escapes than it needs. In a template an end of line is one byte, and means the same
 * where somebody's tools make two of it.
 */
const templateOf = (text) => `\`${escaped(text, /[\0\r`\\]|\$(?=\{)/g)}\``;

/** A module of esbuild's in fewer bytes, with its notice at the top. */
export const short = async (code) => {
  const [core] = CORE.exec(code) ?? [];
  // Of our own making: a string, and nothing that could run.
  const text = core && new Function(`return ${core}`)();
  const without = core ? code.replace(core, () => `"${PLACE}"`) : code;
  const options = { module: true, ecma: 2022, compress: COMPRESS, format: { comments: false, preamble: noticeOf(without) } };
  const { code: shortened } = await minify(without, options);
  if (!core) return shortened;
  const parts = shortened.split(new RegExp(`["'\`]${PLACE}["'\`]`));
  if (parts.length !== 2) throw new Error(`a module has its core in ${parts.length - 1} places`);
  return parts.join(templateOf(text));
};
