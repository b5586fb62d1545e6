/** A tree of elements, as they are in the page. */

/** @import { Tree } from '../reading/report-tree.js' */

const SVG = ['svg', 'rect', 'polyline'];

/** @type {(tree: Tree | string) => Node} */
export const domOf = (tree) => {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const [name, attributes, ...children] = tree;
  const made = SVG.includes(name) ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children.map(domOf));
  return made;
};
