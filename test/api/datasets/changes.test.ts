import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesCopy } from '../../../api/datasets/changes.ts';
import { copyStatement } from '../../../api/datasets/copy-statement.ts';
import type { Dataset } from '../../../api/datasets/dataset.ts';
import { describedColumn } from '../../../api/datasets/described-column.ts';
import { datasets } from '../../../api/datasets/registry.ts';
import { csv } from '../../../api/formats/csv.ts';
import { asOf } from '../../../db/queries/as-of.ts';
import { CODES } from '../../setup/published-fixture.ts';
import { type Row, readCsv } from '../../setup/read-files.ts';
import { type TestPortal, testPortal } from '../portal.ts';

let test: TestPortal;
let client: pg.Client;
beforeAll(async () => {
  test = await testPortal();
  client = new pg.Client({ connectionString: test.databases.urls.publisher });
  await client.connect();
  await client.query(
    'create temporary table versions (code text, part text, value text, from_release integer, to_release integer)',
  );
});
afterAll(async () => {
  await client.end();
  await test.close();
});

async function ask(path: string, init: { method?: string; headers?: Record<string, string> } = {}) {
  const { download } = await test.portal.forRequest();
  return download(new Request(`https://majibu.example${path}`, init));
}
const rowsAt = async (path: string) => readCsv(Buffer.from(await (await ask(path)).arrayBuffer()));

/** The older file with what changed put into it, by key. */
function apply(older: readonly Row[], changes: readonly Row[], { key }: Dataset): Row[] {
  const keyOf = (row: Row) => JSON.stringify(key.map((name) => row[name] ?? null));
  const rows = new Map(older.map((row) => [keyOf(row), row]));
  for (const { change, ...row } of changes) {
    if (change === 'added') expect(rows.has(keyOf(row))).toBe(false);
    else expect(rows.has(keyOf(row))).toBe(true);
    if (change === 'changed') expect(row).not.toEqual(rows.get(keyOf(row)));
    if (change === 'removed') rows.delete(keyOf(row));
    else rows.set(keyOf(row), row);
  }
  return [...rows.values()];
}
const sorted = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();

describe.each(datasets)('what changed in $id', (dataset) => {
  it('makes the newer file of the older one', async () => {
    const [older, newer, changes] = await Promise.all([
      rowsAt(`/data/1/${dataset.id}.csv`),
      rowsAt(`/data/2/${dataset.id}.csv`),
      rowsAt(`/data/${dataset.id}/changes.csv?since=1`),
    ]);
    expect(sorted(apply(older, changes, dataset))).toEqual(sorted(newer));
    expect(await rowsAt(`/data/${dataset.id}/changes.csv?since=2`)).toEqual([]);
  });
});

describe('a list of changes', () => {
  it('has the rows that changed and no other', async () => {
    const changes = await rowsAt('/data/requests/changes.csv?since=1');
    const change = (code: string) => changes.find((row) => row['service_request_id'] === code)?.['change'];
    expect(change(CODES.resolved)).toBe('changed');
    expect(changes.filter((row) => row['change'] === 'changed')).toHaveLength(3);
    expect(change(CODES.waiting)).toBeUndefined();
  });

  it('says what it is, and is not sent again to who has it', async () => {
    const answer = await ask('/data/requests/changes.csv?since=1', { method: 'HEAD' });
    expect(answer.headers.get('content-disposition')).toContain('requests-changes-release-1-to-2.csv');
    expect(answer.headers.get('cache-control')).toContain('max-age=60');
    const known = { 'if-none-match': answer.headers.get('etag') ?? '' };
    expect((await ask('/data/requests/changes.csv?since=1', { headers: known })).status).toBe(304);
  });

  it.each([
    ['/data/requests/changes.csv', 400],
    ['/data/requests/changes.csv?since=0', 400],
    ['/data/requests/changes.csv?since=latest', 400],
    ['/data/requests/changes.csv?since=1&area=emsoo', 400],
    ['/data/requests/changes.csv?since=99', 404],
    ['/data/nothing/changes.csv?since=1', 404],
    ['/data/requests/changes.json?since=1', 404],
  ])('is refused in words: %s', async (path, status) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('is the difference of the two files, whatever came, went, changed and came back', async () => {
    const column = (name: string) => describedColumn(name, { example: '' }, ['', ''], ['', '']);
    const versions: Dataset = {
      id: 'versions',
      title: { en: '', sw: '' },
      description: { en: '', sw: '' },
      caveats: [],
      source: 'versions',
      order: 'code, part',
      key: ['code', 'part'],
      filters: false,
      columns: ['code', 'part', 'value'].map(column),
    };
    const last = 4;
    /** By key its value in each release: null where it is not there. A part can be unknown. */
    const history = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd|', 'e|x', 'f|x'),
      fc.array(fc.constantFrom(null, 'same', 'other', ''), { minLength: last, maxLength: last }),
    );
    const file = async (statement: string) => {
      const parts: Buffer[] = [];
      for await (const chunk of client.query(copyTo(statement))) parts.push(chunk);
      return readCsv(Buffer.concat(parts));
    };
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 1, max: last }), fc.boolean(), async (rows, since, cut) => {
        await client.query('truncate versions');
        for (const [name, values] of Object.entries(rows)) {
          const [code, part = null] = name.split('|');
          // A row that stayed the same may be one version or several.
          for (const [i, value] of values.entries())
            if (value !== null && (cut || values[i - 1] !== value)) {
              const end = cut ? i + 1 : values.findIndex((next, j) => j > i && next !== value);
              await client.query('insert into versions values ($1, $2, $3, $4, $5)', [
                code,
                part,
                value,
                i + 1,
                end === -1 ? null : end + 1,
              ]);
            }
        }
        const [older, newer] = await Promise.all(
          [since, last].map((release) => file(copyStatement(csv.rows.copy(versions, asOf(release))))),
        );
        const changes = await file(copyStatement(sql`${changesCopy(versions, since, last)}`));
        expect(sorted(apply(older ?? [], changes, versions))).toEqual(sorted(newer ?? []));
      }),
      { numRuns: 60 },
    );
  });
});
