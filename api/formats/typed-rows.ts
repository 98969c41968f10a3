/**
 * Rows as PostgreSQL's binary COPY: typed values without a detour through text, for formats that have types.
 *
 * In:     the bytes of COPY … (format binary), in chunks cut anywhere
 * Out:    rows of values in the order of the columns: null; text (also periods and, as JSON, objects and
 *         boundaries), number, boolean; a date as days since 1 January 1970
 * Errors: RangeError for bytes that are no such COPY
 * Source: PostgreSQL documentation, COPY, "Binary Format"; binary forms of int4, float8, bool, date, text
 */
import { sql } from 'kysely';
import type { Column, ColumnType, Dataset } from '../datasets/dataset.ts';
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

const typed = (id: string, columns: (dataset: Dataset) => readonly Column[]): RowEncoding => ({
  id,
  copy: (dataset, condition) =>
    sql`copy (${selectColumns(columns(dataset), dataset, condition, (column) => `(${plain(column)})::${TYPES[column.type]}`)}) to stdout (format binary)`,
});

export const typedRows = typed('typed rows', tableColumns);
export const typedRowsWithBoundaries = typed('typed rows with boundaries', (dataset) => dataset.columns);

const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** flags and the length of an extension, which PostgreSQL leaves empty */
const HEADER_BYTES = HEADER.length + 8;
const DAYS_1970_TO_2000 = 10_957;

type Decode = (bytes: Buffer, at: number, length: number) => Value;
const decodeText: Decode = (bytes, at, length) => bytes.toString('utf8', at, at + length);
const decodeInteger: Decode = (bytes, at) => bytes.readInt32BE(at);
const DECODE: Readonly<Record<ColumnType, Decode>> = {
  string: decodeText,
  period: decodeText,
  object: decodeText,
  geometry: decodeText,
  integer: decodeInteger,
  number: (bytes, at) => bytes.readDoubleBE(at),
  boolean: (bytes, at) => bytes[at] === 1,
  date: (bytes, at) => bytes.readInt32BE(at) + DAYS_1970_TO_2000,
};

export class TypedRowReader {
  readonly #decode: readonly Decode[];
  #rest: Buffer = Buffer.alloc(0);
  #begun = false;

  constructor(columns: readonly Column[]) {
    this.#decode = columns.map(({ type }) => DECODE[type]);
  }

  /** Calls for each row that is whole; the array is the reader's own and changes with the next. */
  push(chunk: Buffer, each: (row: readonly Value[]) => void): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    if (!this.#begun) {
      if (bytes.length < HEADER_BYTES) {
        this.#rest = bytes;
        return;
      }
      if (!bytes.subarray(0, HEADER.length).equals(HEADER)) throw new RangeError('not a binary COPY');
      this.#begun = true;
      at = HEADER_BYTES;
    }
    const row: Value[] = new Array(this.#decode.length).fill(null);
    for (let end = this.#read(bytes, at, row); end !== -1; end = this.#read(bytes, at, row)) {
      at = end;
      each(row);
    }
    this.#rest = Buffer.from(bytes.subarray(at));
  }

  /** Out: where the next row begins; -1: this one is not whole, or is the trailer. */
  #read(bytes: Buffer, start: number, row: Value[]): number {
    if (bytes.length < start + 2) return -1;
    const fields = bytes.readInt16BE(start);
    if (fields === -1) return -1;
    if (fields !== this.#decode.length) throw new RangeError('a row has other columns than the dataset');
    let at = start + 2;
    for (let i = 0; i < fields; i += 1) {
      if (bytes.length < at + 4) return -1;
      const length = bytes.readInt32BE(at);
      at += 4;
      if (length === -1) {
        row[i] = null;
        continue;
      }
      if (bytes.length < at + length) return -1;
      row[i] = this.#decode[i]?.(bytes, at, length) ?? null;
      at += length;
    }
    return at;
  }
}
