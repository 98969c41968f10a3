/**
 * XML held to a RELAX NG schema by libxml2, a parser and validator that this project has no part in.
 *
 * In:     the name of a schema in `schemas`, the text of a document
 * Out:    what is against the schema; empty: valid
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RelaxNGValidator, XmlDocument, XmlLibError } from 'libxml2-wasm';

export function schemaFaults(schema: 'atom' | 'georeport-v2', document: string): string[] {
  const file = path.join(import.meta.dirname, 'schemas', `${schema}.rng`);
  using grammar = XmlDocument.fromString(readFileSync(file, 'utf8'));
  using validator = RelaxNGValidator.fromDoc(grammar);
  try {
    using read = XmlDocument.fromString(document);
    validator.validate(read);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.message.trim().split('\n');
  }
}
