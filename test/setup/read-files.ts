/**
 * Files of every format as programs of other makes read them: DuckDB for Parquet, read-excel-file for workbooks,
 * csv-parse for CSV.
 *
 * In:     the bytes of a file
 * Out:    its rows as objects: null where nothing is known, dates as `2026-11-22`
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';

export type Row = Record<string, unknown>;

export function readCsv(bytes: Buffer): Row[] {
  const [names = [], ...lines]: (string | null)[][] = parse(bytes, {
    record_delimiter: '\n',
    bom: true,
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  });
  return lines.map((line) => Object.fromEntries(line.map((value, i) => [names[i], value])));
}

/** Also the type that DuckDB finds each column to have. */
export async function readParquet(
  bytes: Buffer,
): Promise<{ readonly rows: Row[]; readonly types: Record<string, string> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'majibu-parquet-'));
  const file = path.join(folder, 'file.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await writeFile(file, bytes);
    const described = await connection.runAndReadAll(`describe select * from read_parquet('${file}')`);
    const types = Object.fromEntries(
      described.getRowObjectsJson().map((row) => [String(row['column_name']), String(row['column_type'])]),
    );
    const read = await connection.runAndReadAll(`select * from read_parquet('${file}')`);
    return { rows: read.getRowObjectsJson(), types };
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The reader takes an empty text for an empty cell. */
export async function readWorkbook(bytes: Buffer, sheet = 'data'): Promise<Row[]> {
  const [names = [], ...lines] = await readSheet(bytes, sheet, { trim: false });
  return lines.map((line) =>
    Object.fromEntries(
      names.map((name, i) => {
        const value = line[i] ?? null;
        return [String(name), value instanceof Date ? value.toISOString().slice(0, 10) : value];
      }),
    ),
  );
}
