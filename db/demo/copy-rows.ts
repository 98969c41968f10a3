/**
 * Rows into a table through COPY, in text format.
 *
 * In:     a client, the table and its columns, rows of values: text, numbers, booleans, dates, null
 * Out:    nothing; `written` is told of every few hundred rows
 * Errors: those of the database
 * Source: PostgreSQL documentation, COPY, "Text Format"
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

export type CopyValue = string | number | boolean | Date | null;

const ROWS_A_CHUNK = 500;

export async function copyRows(
  client: pg.PoolClient,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly CopyValue[])[],
  written: (rows: number) => void,
): Promise<void> {
  function* chunks(): Generator<string> {
    for (let at = 0; at < rows.length; at += ROWS_A_CHUNK) {
      const chunk = rows.slice(at, at + ROWS_A_CHUNK);
      yield chunk.map((row) => `${row.map(copyText).join('\t')}\n`).join('');
      written(chunk.length);
    }
  }
  await pipeline(
    Readable.from(chunks()),
    client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`)),
  );
}

function copyText(value: CopyValue): string {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  return String(value).replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
