/**
 * A graph as Turtle.
 *
 * In:     resources
 * Out:    text; the same graph as JSON-LD makes of them
 * Source: RDF 1.1 Turtle (W3C, 2014), grammar: IRIREF, STRING_LITERAL_QUOTE, ECHAR
 */
import { PREFIXES, type Resource, type Value } from './graph.ts';

export function turtle(resources: readonly Resource[]): string {
  const prefixes = Object.entries(PREFIXES).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .`);
  const blocks = resources.map((one) => {
    const subject = one.iri === null ? '[]' : address(one.iri);
    return `${subject} ${predicates(one, '  ')} .`;
  });
  return `${[prefixes.join('\n'), ...blocks].join('\n\n')}\n`;
}

function predicates({ type, properties }: Resource, indent: string): string {
  return [
    `a ${type}`,
    ...properties.map(([name, values]) => `${name} ${values.map((one) => value(one, indent)).join(', ')}`),
  ].join(` ;\n${indent}`);
}

function value(one: Value, indent: string): string {
  switch (one.kind) {
    case 'iri':
      return address(one.iri);
    case 'text':
      return quoted(one.text) + (one.language === null ? '' : `@${one.language}`);
    case 'typed':
      return `${quoted(one.text)}^^${one.datatype}`;
    case 'resource':
      return inner(one.resource, `${indent}  `);
  }
}

/** A part with an address is told where it stands: what follows it is of the same subject as before. */
function inner(part: Resource, indent: string): string {
  if (part.iri !== null) throw new RangeError('a part with an address is a resource of its own');
  return `[ ${predicates(part, indent)} ]`;
}

/** What an IRI may not hold is escaped by its number. */
const address = (iri: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the grammar names them
  `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (character) => encodeURIComponent(character))}>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};
const quoted = (words: string): string =>
  `"${words.replace(/[\\"\n\r\t\b\f]/g, (character) => ESCAPES[character] ?? character)}"`;
