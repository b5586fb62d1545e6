// JSDoc, read by TypeScript: paragraphs of text and links, and the tags.

import { typescript as ts } from './typescript.mjs';

/** A comment by itself: paragraphs of parts, each `{ text }` or `{ link }`. */
export function comment(text) {
  if (!text) return [];
  const [{ jsDoc }] = ts.createSourceFile('comment.ts', `${text}\nlet it;`, ts.ScriptTarget.Latest, true).statements;
  return paragraphs(jsDoc.at(-1).comment);
}

export function documentation(node) {
  const doc = node.jsDoc?.at(-1);
  const tags = (name) => (doc?.tags ?? []).filter(({ tagName }) => tagName.text === name);
  const unknown = (doc?.tags ?? []).find(({ tagName }) => !['throws', 'example', 'default'].includes(tagName.text));
  if (unknown) throw new Error(`the reference does not show @${unknown.tagName.text}: ${node.getText().slice(0, 80)}`);
  return {
    about: paragraphs(doc?.comment),
    throws: tags('throws').map((tag) => ({ type: tag.typeExpression?.type.getText() ?? '', about: paragraphs(tag.comment) })),
    examples: tags('example').map(({ comment: code }) => ts.getTextOfJSDocComment(code).trim()),
    default: tags('default').map(({ comment: value }) => ts.getTextOfJSDocComment(value).trim())[0] ?? '',
  };
}

function paragraphs(content) {
  const parts = typeof content === 'string' ? [{ text: content }] : (content ?? []).map(part);
  const made = [[]];
  for (const { text, link } of parts) {
    if (link) made.at(-1).push({ link });
    else {
      text.split(/\n\s*\n/).forEach((piece, at) => {
        if (at > 0) made.push([]);
        made.at(-1).push({ text: piece });
      });
    }
  }
  return made.filter((one) => one.some(({ text, link }) => link || text.trim()));
}

const part = (node) => (ts.isJSDocLink(node) ? { link: node.name.getText() } : { text: node.text });
