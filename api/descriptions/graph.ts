/**
 * A small RDF graph as a tree of resources, written once and told in two ways: JSON-LD and Turtle.
 *
 * Names of classes, properties and datatypes are `prefix:name` with a prefix of PREFIXES; addresses are absolute.
 */
export const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export type Name = `${keyof typeof PREFIXES}:${string}`;

export type Value =
  | { readonly kind: 'iri'; readonly iri: string }
  | { readonly kind: 'text'; readonly text: string; readonly language: string | null }
  | { readonly kind: 'typed'; readonly text: string; readonly datatype: Name }
  | { readonly kind: 'resource'; readonly resource: Resource };

export interface Resource {
  /** null: it has no address of its own */
  readonly iri: string | null;
  readonly type: Name;
  readonly properties: readonly (readonly [Name, readonly Value[]])[];
}

export function resource(
  type: Name,
  iri: string | null,
  properties: readonly (readonly [Name, Value | readonly Value[]])[],
): Resource {
  const listed = properties.map(([name, values]) => [name, asList(values)] as const);
  return { iri, type, properties: listed.filter(([, values]) => values.length > 0) };
}

const asList = (values: Value | readonly Value[]): readonly Value[] => ('kind' in values ? [values] : values);

export const iri = (address: string): Value => ({ kind: 'iri', iri: address });
export const typed = (text: string, datatype: Name): Value => ({ kind: 'typed', text, datatype });
export const text = (words: string, language: string | null = null): Value => ({
  kind: 'text',
  text: words,
  language,
});
export const within = (part: Resource): Value => ({ kind: 'resource', resource: part });

/** One value for each language. */
export const inEach = (texts: Iterable<readonly [language: string, text: string]>): Value[] =>
  [...texts].map(([language, words]) => text(words, language));
