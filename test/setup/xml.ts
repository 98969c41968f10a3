/**
 * XML read by a parser that this project has no part in, strictly: what is not well-formed throws.
 *
 * In:     the text of a document
 * Out:    its root, namespaces resolved
 */
import { SaxesParser } from 'saxes';

export interface Xml {
  /** local name */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Xml[];
  /** all text directly in it */
  text: string;
}

export function readXml(document: string): Xml {
  const parser = new SaxesParser({ xmlns: true });
  const root: Xml = { name: '', namespace: '', attributes: {}, children: [], text: '' };
  const open: Xml[] = [root];
  const here = () => open.at(-1) ?? root;
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map((one) => [one.name, one.value]));
    const one: Xml = { name: tag.local, namespace: tag.uri, attributes, children: [], text: '' };
    here().children.push(one);
    open.push(one);
  });
  parser.on('text', (text) => {
    here().text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(document).close();
  const [only, ...more] = root.children;
  if (only === undefined || more.length > 0) throw new Error('a document has one root');
  return only;
}

export function all(parent: Xml, name: string): Xml[] {
  return parent.children.filter((child) => child.name === name);
}

/** The text of the one child of that name; null: there is none. */
export function textOf(parent: Xml, name: string): string | null {
  return all(parent, name)[0]?.text ?? null;
}

/** What XML 1.0 §2.2 can hold of a text: all else is written as U+FFFD. */
export function heldByXml(text: string): string {
  return [...text.toWellFormed()].map((one) => (isHeld(one.codePointAt(0) ?? 0) ? one : '\uFFFD')).join('');
}

function isHeld(point: number): boolean {
  return [9, 10, 13].includes(point) || (point >= 0x20 && point !== 0xfffe && point !== 0xffff);
}
