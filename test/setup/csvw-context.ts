/**
 * The terms of CSV on the Web's context that a description of a table uses, so that no test asks the network for it.
 *
 * Source: https://www.w3.org/ns/csvw (W3C, 2015)
 */
import type { ContextDefinition } from 'jsonld';

const csvw = (name: string) => `csvw:${name}`;
const XSD = ['boolean', 'date', 'double', 'integer', 'string'];

export const CSVW_CONTEXT: ContextDefinition = {
  csvw: 'http://www.w3.org/ns/csvw#',
  dc: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  json: 'csvw:JSON',
  ...Object.fromEntries(XSD.map((name) => [name, `xsd:${name}`])),
  Column: 'csvw:Column',
  Schema: 'csvw:Schema',
  Table: 'csvw:Table',
  minimum: 'csvw:minInclusive',
  maximum: 'csvw:maxInclusive',
  maxLength: { '@id': 'csvw:maxLength', '@type': 'xsd:nonNegativeInteger' },
  base: csvw('base'),
  columns: { '@id': 'csvw:column', '@type': '@id', '@container': '@list' },
  datatype: { '@id': 'csvw:datatype', '@type': '@vocab' },
  delimiter: csvw('delimiter'),
  dialect: { '@id': 'csvw:dialect', '@type': '@id' },
  encoding: csvw('encoding'),
  format: csvw('format'),
  header: { '@id': 'csvw:header', '@type': 'xsd:boolean' },
  lineTerminators: csvw('lineTerminators'),
  name: csvw('name'),
  primaryKey: csvw('primaryKey'),
  quoteChar: csvw('quoteChar'),
  required: { '@id': 'csvw:required', '@type': 'xsd:boolean' },
  tableSchema: { '@id': 'csvw:tableSchema', '@type': '@id' },
  titles: { '@id': 'csvw:title', '@container': '@language' },
  trim: { '@id': 'csvw:trim', '@type': 'xsd:boolean' },
  url: { '@id': 'csvw:url', '@type': 'xsd:anyURI' },
};
