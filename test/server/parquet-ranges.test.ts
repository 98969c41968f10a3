/**
 * Parquet as programs read it over HTTP: the footer, then only the columns and groups of rows that they need. Read by
 * hyparquet against the running portal; what it gets is held against the same rows as JSON.
 */
import path from 'node:path';
import { asyncBufferFromUrl, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../db/config.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { startWeb, type WebProcess } from '../setup/portal-process.ts';
import { RELEASES, seedPublished, writeManifest } from '../setup/published-fixture.ts';
import { ensureSite } from '../setup/site.ts';

/** Rows beside those of the fixture: enough for three groups of rows. */
const MORE = 45_000;
const IN_GROUP = 20_000;
let databases: TestDatabases;
let web: WebProcess;

beforeAll(async () => {
  await ensureSite();
  databases = await createTestDatabases();
  await seedPublished(databases.urls.publisher);
  const pool = new pg.Pool({ connectionString: databases.urls.publisher, max: 1 });
  const client = await pool.connect();
  try {
    await client.query(`insert into published.request_version
    select (json_populate_record(model, json_build_object(
        'service_request_id', regexp_replace(lpad(n::text, 10, '0'), '(...)(...)(....)', '\\1-\\2-\\3'),
        'first_response_hours', nullif(n % 9, 0), 'from_release', 2, 'to_release', null,
        'public_summary', 'Kisima no. ' || n))).*
      from generate_series(1, ${MORE}) n,
           (select model from published.request_version model where disclosure = 'open' and outcome = 'in_progress' order by service_request_id limit 1) one`);
    for (const release of RELEASES) await writeManifest(client, release);
  } finally {
    client.release();
    await pool.end();
  }
  web = await startWeb({
    DATABASE_URL: databases.urls.web,
    JURISDICTION: path.join(projectRoot, 'db/jurisdictions/elgeyo-marakwet'),
  });
}, 300_000);
afterAll(async () => {
  await web?.stop();
  await databases?.drop();
});

interface Asked {
  readonly from: number;
  /** not included */
  readonly until: number;
  readonly status: number;
}

/** A file that is read by ranges, and the ranges that were asked for. */
async function open(address: string) {
  const ranges: Asked[] = [];
  const file = await asyncBufferFromUrl({
    url: web.url + address,
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init?.headers).get('range') ?? '') ?? [];
      if (from !== undefined && to !== undefined)
        ranges.push({ from: Number(from), until: Number(to) + 1, status: answer.status });
      return answer;
    },
  });
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: 4_096 });
  return { file, metadata, ranges };
}

/** Where the column of a group lies in the file. */
function placeOf(metadata: FileMetaData, group: number, name: string) {
  const column = metadata.row_groups[group]?.columns.find(
    ({ meta_data }) => meta_data?.path_in_schema.join('.') === name,
  )?.meta_data;
  if (!column) throw new Error(`no column ${name}`);
  const from = Number(column.dictionary_page_offset ?? column.data_page_offset);
  return { from, until: from + Number(column.total_compressed_size) };
}

const bytesOf = (ranges: readonly Asked[]) => ranges.reduce((sum, { from, until }) => sum + until - from, 0);

describe.each(['/data/2/requests.parquet', '/data/requests.parquet'])('%s', (address) => {
  it('says to HEAD how large it is, and that it comes in parts', async () => {
    const { status, headers } = await fetch(web.url + address, { method: 'HEAD' });
    expect(status).toBe(200);
    expect(Number(headers.get('content-length'))).toBeGreaterThan(100_000);
    expect(headers.get('accept-ranges')).toBe('bytes');
    expect(headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/);
  });

  it('is read by one column of one group of rows, and nothing else of it is sent', async () => {
    const { file, metadata, ranges } = await open(address);
    expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([
      IN_GROUP,
      IN_GROUP,
      expect.any(Number),
    ]);
    const footer = ranges.splice(0);
    expect(bytesOf(footer)).toBeLessThan(40_000);
    const rows = await parquetReadObjects({
      file,
      metadata,
      columns: ['first_response_hours'],
      rowStart: IN_GROUP,
      rowEnd: 2 * IN_GROUP,
    });
    const place = placeOf(metadata, 1, 'first_response_hours');
    expect(ranges.length).toBeGreaterThan(0);
    for (const { from, until, status } of ranges)
      expect([status, from >= place.from, until <= place.until]).toEqual([206, true, true]);
    expect(bytesOf(ranges)).toBeLessThan(file.byteLength / 20);
    const lines = (await (await fetch(`${web.url}/data/2/requests.ndjson`)).text()).trim().split('\n');
    const expected = lines
      .slice(IN_GROUP, 2 * IN_GROUP)
      .map((line) => ({ first_response_hours: JSON.parse(line).first_response_hours }));
    expect(rows).toEqual(expected);
  }, 60_000);

  it('is not put together of two files: a part is asked for by the tag of the first', async () => {
    const whole = await fetch(web.url + address, { headers: { range: 'bytes=0-3' } });
    expect([whole.status, await whole.text()]).toEqual([206, 'PAR1']);
    const etag = whole.headers.get('etag') ?? '';
    const part = await fetch(web.url + address, { headers: { range: 'bytes=4-7', 'if-range': etag } });
    expect([part.status, part.headers.get('etag'), (await part.arrayBuffer()).byteLength]).toEqual([
      206,
      etag,
      4,
    ]);
    const other = await fetch(web.url + address, {
      headers: { range: 'bytes=4-7', 'if-range': `"${'0'.repeat(64)}"` },
    });
    expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([
      200,
      Number(other.headers.get('content-length')),
    ]);
  });
});

it('the newest file is the one of its release, to the byte', async () => {
  const tags = await Promise.all(
    ['/data/2/requests.parquet', '/data/requests.parquet'].map(
      async (address) => (await fetch(web.url + address, { method: 'HEAD' })).headers.get('etag') ?? '',
    ),
  );
  expect(tags[0]).toBe(tags[1]);
});
