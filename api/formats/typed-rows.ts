/**
 * Rows as PostgreSQL's binary COPY: typed values without a detour through text, for formats that have types.
 *
 * In:     the bytes of COPY … (format binary), in chunks cut anywhere
 * Out:    rows of values in the order of the columns: null; text (also periods and, as JSON, objects and
 *         boundaries), number, boolean; a date as days since 1 January 1970
 * Errors: RangeError for bytes that are no such COPY
 * Source: PostgreSQL's binary forms of int4, float8, bool, date, text
 */
import { sql } from 'kysely';
import type { Column, ColumnType, Dataset } from '../datasets/dataset.ts';
import { BinaryCopyReader, type Decode, decodeInteger, decodeText } from './binary-copy.ts';
import type { RowEncoding } from './format.ts';
import { plain, selectColumns, tableColumns } from './select.ts';

export type Value = string | number | boolean | null;

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'text',
  period: 'text',
  object: 'text',
  geometry: 'text',
  integer: 'integer',
  number: 'double precision',
  boolean: 'boolean',
  date: 'date',
};

const typed = (id: string, columns: (dataset: Dataset) => readonly TypedColumn[]): RowEncoding => ({
  id,
  copy: (dataset, condition) =>
    sql`copy (${selectColumns(columns(dataset), dataset, condition, (column) => `(${plain(column)})::${TYPES[column.type]}`)}) to stdout (format binary)`,
});

export type TypedColumn = Pick<Column, 'name' | 'type' | 'sql'>;
/** `text_of`: the number that it is the text of. */
export type DigestColumn = TypedColumn & { readonly text_of?: string };

/** All that any format is made of. Numbers are there once more as PostgreSQL writes them: JavaScript's form is another. */
export const digestColumns = (dataset: Dataset): readonly DigestColumn[] => [
  ...dataset.columns,
  ...dataset.columns
    .filter(({ type }) => type === 'number')
    .map(
      (column): DigestColumn => ({
        name: `${column.name}_text`,
        type: 'string',
        sql: `(${plain(column)})::text`,
        text_of: column.name,
      }),
    ),
];

export const typedRows = typed('typed rows', tableColumns);
export const digestRows = typed('digest rows', digestColumns);
export const typedRowsWithBoundaries = typed('typed rows with boundaries', (dataset) => dataset.columns);

const DAYS_1970_TO_2000 = 10_957;

const DECODE: Readonly<Record<ColumnType, Decode<Value>>> = {
  string: decodeText,
  period: decodeText,
  object: decodeText,
  geometry: decodeText,
  integer: decodeInteger,
  number: (bytes, at) => bytes.readDoubleBE(at),
  boolean: (bytes, at) => bytes[at] === 1,
  date: (bytes, at) => bytes.readInt32BE(at) + DAYS_1970_TO_2000,
};

export class TypedRowReader extends BinaryCopyReader<Value> {
  constructor(columns: readonly Pick<Column, 'type'>[]) {
    super(columns.map(({ type }) => DECODE[type]));
  }
}
