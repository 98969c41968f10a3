/**
 * The one place where XML is written: elements in, text out, everything escaped.
 *
 * In:     elements made by `element`; text and attributes are any text whatever
 * Out:    a well-formed XML 1.0 document in UTF-8
 * Law:    what a parser reads back is the text that was given, but for characters that XML cannot hold at all,
 *         which become U+FFFD
 * Errors: RangeError for a name that is none: names are written by programmers, never by users
 * Source: Extensible Markup Language (XML) 1.0, 5th edition, §2.2, §2.4, §2.11, §3.3.3
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly (XmlElement | string)[];
}

type Attributes = Readonly<Record<string, string | number | null | undefined>>;
type Child = XmlElement | string | number | boolean | null | undefined;

/** Attributes and children that are null are left out. */
export function element(
  name: string,
  attributes: Attributes = {},
  children: Child | readonly Child[] = [],
): XmlElement {
  const inside: readonly Child[] = isMany(children) ? children : [children];
  return {
    name: checked(name),
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[checked(key), String(value)] as const],
    ),
    children: inside.flatMap((child) =>
      child === null || child === undefined ? [] : typeof child === 'object' ? child : String(child),
    ),
  };
}

function isMany(children: Child | readonly Child[]): children is readonly Child[] {
  return Array.isArray(children);
}

export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`;
}

function write({ name, attributes, children }: XmlElement, indent: string): string {
  const start = `${indent}<${name}${attributes.map(([key, value]) => ` ${key}="${inAttribute(value)}"`).join('')}`;
  if (children.length === 0) return `${start}/>`;
  // Where there is text, a line break that was added would be part of it.
  if (children.some((child) => typeof child === 'string'))
    return `${start}>${children.map((child) => (typeof child === 'string' ? inText(child) : write(child, ''))).join('')}</${name}>`;
  const lines = children.flatMap((child) => (typeof child === 'string' ? [] : write(child, `${indent}  `)));
  return `${start}>\n${lines.join('\n')}\n${indent}</${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser makes one line feed of a line's end, and spaces of those in attributes.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};
/** Every character that XML 1.0 has no way to write, §2.2. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function inText(text: string): string {
  return possible(text).replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character);
}

function inAttribute(text: string): string {
  return possible(text).replace(/[&<>"\r\n\t]/g, (character) => ESCAPES[character] ?? character);
}

function possible(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '\uFFFD');
}

function checked(name: string): string {
  if (/^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/.test(name)) return name;
  throw new RangeError('the name of an element or attribute is letters, digits, ".", "-" and "_"');
}
