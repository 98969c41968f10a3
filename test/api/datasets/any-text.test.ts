import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyStatement } from '../../../api/datasets/copy-statement.ts';
import type { Dataset } from '../../../api/datasets/dataset.ts';
import { describedColumn } from '../../../api/datasets/described-column.ts';
import type { Format } from '../../../api/formats/format.ts';
import { formats } from '../../../api/formats/registry.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { NASTY_SUMMARIES } from '../../setup/published-fixture.ts';
import { readParquet, readWorkbook } from '../../setup/read-files.ts';

/** A dataset of texts, each with a number, in a temporary table. */
const texts: Dataset = {
  id: 'texts',
  title: { en: '', sw: '' },
  description: { en: '', sw: '' },
  caveats: [],
  source: 'texts',
  order: 'n',
  key: ['n'],
  filters: false,
  columns: (['n', 'text', 'other'] as const).map((name) =>
    describedColumn(name, { type: name === 'n' ? 'integer' : 'string', example: '' }, ['', ''], ['', '']),
  ),
};

let databases: TestDatabases;
let client: pg.Client;
beforeAll(async () => {
  databases = await createTestDatabases();
  client = new pg.Client({ connectionString: databases.urls.publisher });
  await client.connect();
  await client.query('create temporary table texts (n integer, text text, other text)');
});
afterAll(async () => {
  await client.end();
  await databases.drop();
});

/** Whatever PostgreSQL can hold: any text of whole characters without NUL. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'\\"\'$1\n\r\t,;.N\u0001\u0002 ') }),
  )
  .map((text) => text.replaceAll('\0', ''));
const table = fc.array(fc.tuple(fc.option(anyText), fc.option(anyText)), { maxLength: 20 });
type Table = [string | null, string | null][];

type Reader = (text: string, bytes: Buffer) => unknown[] | Promise<unknown[]>;
const readers: Readonly<Record<string, Reader>> = {
  csv: readCsv,
  parquet: async (_, bytes) => (await readParquet(bytes)).rows,
  xlsx: (_, bytes) => readWorkbook(bytes),
  ndjson: (text) =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  json: (text) => JSON.parse(text),
};

describe.each(formats.filter(({ id }) => id !== 'geojson'))('$id', (format) => {
  it('gives back any text as it was, and tells an empty one from an unknown one', async () => {
    const read = readers[format.id];
    expect(read).toBeDefined();
    const check = async (rows: Table) => {
      await fill(rows);
      const told = (text: string | null) => (format.id === 'xlsx' ? text || null : text);
      const expected = rows.map(([text, other], n) => ({ n, text: told(text), other: told(other) }));
      const bytes = await write(format);
      expect(await read?.(bytes.toString(), bytes)).toEqual(expected);
    };
    await check(NASTY_SUMMARIES.map((text) => [text, null]));
    await fc.assert(fc.asyncProperty(table, check), { numRuns: format.heavy ? 15 : 60 });
  });
});

describe('a value in a COPY', () => {
  it('stays a value, whatever it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.integer(), async (text, number) => {
        const statement = copyStatement(sql`select ${text} as text, ${number} as number`);
        const { rows } = await client.query(statement);
        expect(rows).toEqual([{ text, number }]);
      }),
      { numRuns: 200 },
    );
  });

  it('is refused when it is neither a text nor a whole number', () => {
    for (const value of [1.5, Number.NaN, null, undefined, {}, ['a'], 'a\0b'])
      expect(() => copyStatement(sql`select ${value}`)).toThrow(RangeError);
  });
});

async function fill(rows: Table): Promise<void> {
  await client.query('truncate texts');
  await client.query(
    'insert into texts select (n - 1)::integer, text, other from unnest($1::text[], $2::text[]) with ordinality as t (text, other, n)',
    [rows.map(([text]) => text), rows.map(([, other]) => other)],
  );
}

async function write(format: Format): Promise<Buffer> {
  const file = format.file(texts);
  const parts: Buffer[] = [];
  for await (const chunk of client.query(copyTo(copyStatement(format.rows.copy(texts, sql`true`)))))
    parts.push(await file.push(chunk));
  return Buffer.concat([...parts, await file.end()]);
}

/** An empty field without quotes is an unknown value. */
function readCsv(text: string): unknown[] {
  const rows: (string | null)[][] = parse(text, {
    record_delimiter: '\n',
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  });
  return rows.slice(1).map(([n, text, other]) => ({ n: Number(n), text, other }));
}
