// What a .d.ts exports, as it is written there: signatures, members, choices of unions, and what is said of each.

import { readFileSync } from 'node:fs';
import { typescript as ts } from './typescript.mjs';
import { comment, documentation } from './comments.mjs';

const KINDS = new Map([
  [ts.SyntaxKind.FunctionDeclaration, 'function'],
  [ts.SyntaxKind.ClassDeclaration, 'class'],
  [ts.SyntaxKind.InterfaceDeclaration, 'interface'],
  [ts.SyntaxKind.TypeAliasDeclaration, 'type'],
  [ts.SyntaxKind.VariableStatement, 'constant'],
]);

/** `{ about, declarations, passedOn }`: the comment of the file, its exports in their order, and the names of those of other files. */
export function declarationsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const exported = source.statements.filter((node) => hasModifier(node, ts.SyntaxKind.ExportKeyword));
  return { about: aboutFile(source), declarations: merged(exported.map(declaration)), passedOn: passedOn(source) };
}

const passedOn = ({ statements }) =>
  statements.filter(ts.isExportDeclaration).flatMap(({ exportClause }) => (exportClause?.elements ?? []).map(({ name }) => name.getText()));

/** The first comment of a file is the file's, where another one follows before the first statement. */
function aboutFile({ statements: [first], text }) {
  const comments = ts.getLeadingCommentRanges(text, 0) ?? [];
  const isApart = comments.length > 1 || (first && (ts.isImportDeclaration(first) || ts.isExportDeclaration(first)));
  return isApart && comments.length > 0 ? comment(text.slice(comments[0].pos, comments[0].end)) : [];
}

function declaration(node) {
  const kind = KINDS.get(node.kind);
  if (!kind) throw new Error(`the reference knows no ${ts.SyntaxKind[node.kind]}: ${node.getText()}`);
  const { name, type, members } = node.declarationList?.declarations[0] ?? node;
  return {
    name: name.getText(),
    kind,
    signature: members ? headOf(node) : written(node).replace(/^export (declare )?/, ''),
    ...documentation(node),
    members: merged((members ?? []).filter(isPublic).map(member)),
    choices: type && ts.isUnionTypeNode(type) ? choicesOf(type) : [],
  };
}

const hasModifier = (node, wanted) => ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === wanted);

const isPublic = (node) => !hasModifier(node, ts.SyntaxKind.PrivateKeyword);

const member = (node) => ({
  name: node.name?.getText() ?? 'constructor',
  signature: written(node).replace(/;$/, ''),
  ...documentation(node),
});

/** Overloads are one thing with several signatures. */
function merged(all) {
  const byName = new Map();
  for (const one of all) {
    const before = byName.get(one.name);
    if (before) before.signature += `\n${one.signature}`;
    else byName.set(one.name, one);
  }
  return [...byName.values()];
}

const choicesOf = ({ types, pos }) =>
  types.map((type, at) => {
    const source = type.getSourceFile().text;
    const before = source.slice(at === 0 ? pos : types[at - 1].end, type.getStart());
    return { text: written(type), about: comment(/\/\*\*[^]*\*\//.exec(before)?.[0] ?? '') };
  });

/** Without comments, and with what is indented because of where it stands moved to the left. */
function written(node) {
  const text = node.getText().replace(/[^\S\n]*\/\*\*[^]*?\*\/\n?/g, '');
  const lines = text.split('\n');
  const indents = lines
    .slice(1)
    .filter((line) => line.trim())
    .map((line) => /^ */.exec(line)[0].length);
  const extra = indents.at(-1) ?? 0;
  return lines
    .map((line, at) => (at === 0 ? line : line.replace(new RegExp(`^ {0,${extra}}`), '')))
    .join('\n')
    .trim();
}

/** `interface Permit extends …`, up to its members. */
const headOf = (node) => {
  const text = node.getText();
  const start = node.members.pos - node.getStart();
  return text
    .slice(0, start)
    .replace(/\{\s*$/, '')
    .replace(/^export (declare )?/, '')
    .trim();
};
