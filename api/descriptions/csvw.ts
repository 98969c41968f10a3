/**
 * A CSV file as CSV on the Web describes it: the address of a file with `-metadata.json` after it is where its
 * readers look by themselves.
 *
 * In:     dataset, Subject, the release whose file is meant (null: the newest)
 * Out:    the object of `/data/{dataset}.csv-metadata.json`, a table
 * Source: Metadata Vocabulary for Tabular Data (W3C, 2015); Model for Tabular Data, 6.4.8 (formats)
 */
import { type Column, type ColumnType, type Dataset, wholeColumn } from '../datasets/dataset.ts';
import { tableColumns } from '../formats/select.ts';
import { canBeEmpty, constraintsOf, isPrimaryKey } from './constraints.ts';
import { exampleOf } from './examples.ts';
import {
  addresses,
  inLanguages,
  keywords,
  type Subject,
  type TextLanguage,
  textLanguages,
  wholeDescription,
} from './subject.ts';

const DATATYPES: Readonly<Record<ColumnType, string | object>> = {
  string: 'string',
  integer: 'integer',
  number: 'double',
  boolean: { base: 'boolean', format: 'true|false' },
  date: { base: 'date', format: 'yyyy-MM-dd' },
  period: 'string',
  object: 'json',
  geometry: 'json',
};

export function csvw(dataset: Dataset, subject: Subject, release: number | null): object {
  const { jurisdiction, public_url } = subject;
  const at = addresses(public_url);
  const texts = (one: Dataset['title']) => natural(inLanguages(one, jurisdiction));
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    '@type': 'Table',
    '@id': release === null ? at.newest(dataset.id, 'csv') : at.file(release, dataset.id, 'csv'),
    url: `${dataset.id}.csv`,
    'dc:title': texts(dataset.title),
    'dc:description': inLanguages(dataset.description, jurisdiction).map(([language]) => ({
      '@value': wholeDescription(dataset, language),
      '@language': language,
    })),
    'dc:publisher': { '@id': `${public_url}/about#publisher` },
    'dc:license': { '@id': jurisdiction.licence.url },
    'dc:modified': { '@value': subject.release.published_at.toISOString(), '@type': 'xsd:dateTime' },
    'dcat:keyword': natural(keywords(dataset, jurisdiction)),
    'dc:isPartOf': { '@id': at.release(subject.release.release) },
    // Said aloud, since readers trim unless they are told not to: a space is part of a text.
    dialect: {
      encoding: 'utf-8',
      header: true,
      delimiter: ',',
      quoteChar: '"',
      lineTerminators: ['\n'],
      trim: false,
    },
    tableSchema: {
      '@type': 'Schema',
      ...(isPrimaryKey(dataset) && { primaryKey: [...dataset.key] }),
      columns: tableColumns(dataset).map((column) => describe(column, dataset, subject)),
    },
  };
}

function describe(column: Column, dataset: Dataset, { jurisdiction, codes }: Subject): object {
  return {
    '@type': 'Column',
    name: column.name,
    // The header has the name; a title that is none of the header's is no title of CSV on the Web.
    titles: [column.name],
    'rdfs:label': natural(inLanguages(column.title, jurisdiction)),
    'dc:description': natural(
      textLanguages(jurisdiction).map((language) => [language, wholeColumn(column, language)]),
    ),
    'skos:example': exampleOf(dataset, column, codes),
    ...(column.values && { 'skos:scopeNote': natural(valuesInWords(column.values, jurisdiction)) }),
    ...(column.unit !== null && { 'schema:unitText': column.unit }),
    datatype: datatype(column, dataset),
    ...(!canBeEmpty(dataset, column.name) && { required: true }),
  };
}

/** A format of a text is a pattern of the whole. */
function datatype(column: Column, dataset: Dataset): string | object {
  const base = DATATYPES[column.type];
  if (typeof base !== 'string') return base;
  const { minimum, maximum, maxLength, pattern, enum: allowed } = constraintsOf(dataset, column);
  const format = pattern ?? allowed?.map(escaped).join('|');
  const facets = {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(maxLength !== undefined && { maxLength }),
    ...(format !== undefined && { format }),
  };
  return Object.keys(facets).length === 0 ? base : { base, ...facets };
}

/** `open: by day and ward; guarded: …` */
const valuesInWords = (
  values: NonNullable<Column['values']>,
  jurisdiction: Subject['jurisdiction'],
): [TextLanguage, string][] =>
  textLanguages(jurisdiction).map((language) => [
    language,
    values.map(({ value, label }) => `${value}: ${label[language]}`).join('; '),
  ]);

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const natural = (texts: readonly (readonly [string, string])[]) =>
  texts.map(([language, words]) => ({ '@value': words, '@language': language }));
