import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyStatement, SETTINGS } from '../../../api/datasets/copy-statement.ts';
import type { ColumnType, Dataset } from '../../../api/datasets/dataset.ts';
import { describedColumn } from '../../../api/datasets/described-column.ts';
import { digestedFormats, FormatDigests, isOfTypedRows } from '../../../api/datasets/digest-formats.ts';
import { Digesting } from '../../../api/datasets/digest-thread.ts';
import { requests } from '../../../api/datasets/requests.ts';
import { formats } from '../../../api/formats/registry.ts';
import { digestColumns, digestRows, TypedRowReader } from '../../../api/formats/typed-rows.ts';
import { NASTY_SUMMARIES } from '../../setup/published-fixture.ts';
import { type TestPortal, testPortal } from '../portal.ts';

const TYPES = {
  n: 'integer',
  text: 'string',
  value: 'number',
  flag: 'boolean',
  day: 'date',
  names: 'object',
} as const satisfies Record<string, ColumnType>;

/** A dataset with a column of every type that a table has. */
const everyType: Dataset = {
  id: 'every_type',
  title: { en: '', sw: '' },
  description: { en: '', sw: '' },
  caveats: [],
  source: 'every_type',
  order: 'n',
  key: ['n'],
  filters: false,
  columns: Object.entries(TYPES).map(([name, type]) =>
    describedColumn(name, { type, example: '' }, ['', ''], ['', '']),
  ),
};

let test: TestPortal;
let client: pg.Client;
beforeAll(async () => {
  test = await testPortal();
  client = new pg.Client({ connectionString: test.databases.urls.publisher });
  await client.connect();
  await client.query(
    'create temporary table every_type (n integer, text text, value double precision, flag boolean, day date, names jsonb)',
  );
});
afterAll(async () => {
  await client.end();
  await test.close();
});

const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'\\"\'$1\n\r\t,;.N\u0001\u0002\u007f ') }),
  )
  .map((text) => text.replaceAll('\0', ''));
const row = fc.record({
  text: fc.option(fc.oneof(anyText, fc.constantFrom(...NASTY_SUMMARIES))),
  // Those that JavaScript and PostgreSQL write otherwise are among them.
  value: fc.option(
    fc.oneof(
      fc.double({ noNaN: true }),
      fc.constantFrom(Infinity, -Infinity, 1e23, 5e-324, 1e15, 1e-5, -0, 1e21, 0.1, 2 ** 53),
    ),
  ),
  flag: fc.option(fc.boolean()),
  day: fc.option(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })),
  names: fc.option(
    fc.dictionary(anyText, fc.oneof(anyText, fc.double({ noNaN: true, noDefaultInfinity: true })), {
      maxKeys: 3,
    }),
  ),
});

describe('rows as text', () => {
  it.each(formats.filter(({ rows }) => rows.text))(
    'are in $id what COPY writes, byte by byte',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(fc.array(row, { maxLength: 15 }), async (rows) => {
          await client.query('truncate every_type');
          await client.query(
            `insert into every_type select (n - 1)::integer, text, value, flag, day, names from unnest($1::text[], $2::double precision[],
             $3::boolean[], $4::date[], $5::jsonb[]) with ordinality as t (text, value, flag, day, names, n)`,
            [
              rows.map(({ text }) => text),
              rows.map(({ value }) => value),
              rows.map(({ flag }) => flag),
              rows.map(({ day }) => day?.toISOString().slice(0, 10) ?? null),
              rows.map(({ names }) => names && JSON.stringify(names)),
            ],
          );
          const copied = await copy(copyStatement(format.rows.copy(everyType, sql`true`)));
          const text = format.rows.text?.(everyType);
          const reader = new TypedRowReader(digestColumns(everyType));
          let made = text?.header ?? '';
          for (const chunk of cut(await copy(copyStatement(digestRows.copy(everyType, sql`true`)))))
            reader.push(chunk, (values) => {
              made += text?.row(values);
            });
          expect(made).toBe(copied.toString());
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('a file of a release', () => {
  it('has the size and the digest that its manifest says, in every dataset and format', async () => {
    const { download } = await test.portal.forRequest();
    const ask = (path: string) => download(new Request(`https://majibu.example${path}`));
    const manifest = await (await ask('/data/2/manifest.json')).json();
    expect(manifest.files.length).toBeGreaterThan(25);
    for (const { path, bytes, sha256 } of manifest.files) {
      const file = Buffer.from(await (await ask(path)).arrayBuffer());
      expect([path, file.length, digestOf(file)]).toEqual([path, bytes, sha256]);
    }
  });
});

describe('digests made in a thread of their own', () => {
  const many = () =>
    copy(
      copyStatement(
        sql`copy (select ${sql.join(digestColumns(requests).map(({ type }, i) => sql.raw(`${sqlOf(type)} as c${i}`)))}
                    from generate_series(1, 20000) n) to stdout (format binary)`,
      ),
    );

  it('are those made where they are asked for', async () => {
    const rows = await many();
    expect(rows.length).toBeGreaterThan(2_000_000);
    const digests = new FormatDigests(requests);
    await digests.push(rows);
    const beside = new Digesting(requests);
    for (const chunk of cut(rows, 65_521)) await beside.push(chunk);
    const found = await beside.end();
    expect(found).toEqual(await digests.end());
    expect(found.map(({ format }) => format).sort()).toEqual(
      digestedFormats(requests)
        .filter(isOfTypedRows)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('say what went wrong, and others are made after it', async () => {
    const broken = new Digesting(requests);
    await broken.push(Buffer.alloc(600_000, 'x'));
    await expect(broken.end()).rejects.toThrow('not a binary COPY');
    const rows = await many();
    const [one, two] = [new Digesting(requests), new Digesting(requests)];
    await Promise.all([one.push(rows), two.push(rows)]);
    expect(await two.end()).toEqual(await one.end());
  });
});

const sqlOf = (type: ColumnType): string =>
  ({
    integer: 'n',
    number: 'n / 7.0::double precision',
    boolean: 'n % 2 = 0',
    date: `date '2026-01-01' + n % 300`,
    string: `'text ' || n`,
    period: `'2026-01'`,
    object: `'{}'`,
    geometry: `'{}'`,
  })[type];

async function copy(statement: string): Promise<Buffer> {
  await client.query(`begin; ${SETTINGS}`);
  const parts: Buffer[] = [];
  for await (const chunk of client.query(copyTo(statement))) parts.push(chunk);
  await client.query('commit');
  return Buffer.concat(parts);
}

function* cut(bytes: Buffer, size = 97): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
