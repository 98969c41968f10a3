/**
 * A graph as JSON-LD.
 *
 * In:     resources
 * Out:    an object whose context holds prefixes alone, so that every value says itself what it is
 * Source: JSON-LD 1.1 (W3C, 2020)
 */
import { PREFIXES, type Resource, type Value } from './graph.ts';

export function jsonLd(resources: readonly Resource[]): object {
  return { '@context': PREFIXES, '@graph': resources.map(node) };
}

function node({ iri, type, properties }: Resource): object {
  return {
    ...(iri !== null && { '@id': iri }),
    '@type': type,
    ...Object.fromEntries(
      properties.map(([name, values]) => {
        const [first] = values;
        return [name, values.length === 1 && first ? value(first) : values.map(value)];
      }),
    ),
  };
}

function value(one: Value): object {
  switch (one.kind) {
    case 'iri':
      return { '@id': one.iri };
    case 'text':
      return { '@value': one.text, ...(one.language !== null && { '@language': one.language }) };
    case 'typed':
      return { '@value': one.text, '@type': one.datatype };
    case 'resource':
      return node(one.resource);
  }
}
