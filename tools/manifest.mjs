// What editors and documentation read about the element: a Custom Elements Manifest, from the
// comment above its class.

import { readFileSync } from 'node:fs';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

/** The class and its registration, by where they are in the package. */
const MODULE = 'dist/widget/index.js';
const DEFINITION = 'dist/widget/define.js';

/** `file` is the source of the class. */
export function elementsManifest(file) {
  const source = ts.createSourceFile('element.js', readFileSync(file, 'utf8'), ts.ScriptTarget.ES2015, true);
  const { modules, ...manifest } = create({ modules: [source], plugins: litPlugin(), context: { dev: false } });
  const declaration = modules.flatMap(({ declarations }) => declarations).find(({ customElement }) => customElement);
  const { name, tagName } = declaration;
  const element = {
    ...declaration,
    superclass: { name: 'LitElement', package: 'lit' },
    members: membersOf(declaration),
    // Calls of dispatchEvent are found too, and have no name.
    events: declaration.events.filter((event) => event.name),
  };
  const reference = { name, module: MODULE };
  return {
    ...manifest,
    modules: [
      { kind: 'javascript-module', path: MODULE, declarations: [element], exports: [{ kind: 'js', name, declaration: reference }] },
      {
        kind: 'javascript-module',
        path: DEFINITION,
        declarations: [],
        exports: [
          { kind: 'custom-element-definition', name: tagName, declaration: reference },
          { kind: 'js', name: 'default', declaration: reference },
        ],
      },
    ],
  };
}

/** The public ones, with what the comment says of their attributes. */
const membersOf = ({ members, attributes }) =>
  members
    .filter(({ privacy = 'public' }) => privacy === 'public')
    .map((member) => {
      const { type, description } = attributes.find(({ fieldName }) => fieldName === member.name) ?? {};
      return { ...member, ...(type && { type, description }) };
    });
