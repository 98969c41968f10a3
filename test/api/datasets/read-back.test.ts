import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Column, Dataset } from '../../../api/datasets/dataset.ts';
import { datasets } from '../../../api/datasets/registry.ts';
import { referencesOf } from '../../../api/descriptions/references.ts';
import { formatsOf } from '../../../api/formats/registry.ts';
import { tableColumns } from '../../../api/formats/select.ts';
import { RELEASES, writeManifest } from '../../setup/published-fixture.ts';
import { type Row, readCsv, readParquet, readWorkbook } from '../../setup/read-files.ts';
import { type TestPortal, testPortal } from '../portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
  await leaveNothingOut(test);
}, 60_000);
afterAll(() => test.close());

/** What the fixture has only with a value, or only without. */
async function leaveNothingOut({ databases }: TestPortal): Promise<void> {
  const client = new pg.Client({ connectionString: databases.urls.publisher });
  await client.connect();
  try {
    await client.query(`
      update published.request_version set service_group = null, agency_responsible = null
       where service_request_id = (select min(service_request_id) from published.request_version where disclosure = 'guarded');
      update published.request_version set first_response_on_time = true, resolution_on_time = false
       where disclosure = 'open' and outcome = 'resolved';
      update published.request_event set agency_responsible = null where position = 1;
      update published.response_cell set service_group = '', agency_responsible = ''
       where disclosure = 'guarded' and measure = 'resolution';
      update published.area set population = null, lat = null, long = null where area_code = 'emsoo';
      update published.service set first_response_days = null where service_code = 'waste'`);
    const pool = new pg.Pool({ connectionString: databases.urls.publisher, max: 1 });
    const writer = await pool.connect();
    try {
      for (const release of RELEASES) await writeManifest(writer, release);
    } finally {
      writer.release();
      await pool.end();
    }
  } finally {
    await client.end();
  }
}

async function bytesAt(path: string): Promise<Buffer> {
  const { download } = await test.portal.forRequest();
  const answer = await download(new Request(`https://majibu.example${path}`));
  expect([path, answer.status]).toEqual([path, 200]);
  return Buffer.from(await answer.arrayBuffer());
}

/** The rows as NDJSON has them, an object as its text without spaces: what every other format is held against. */
async function rowsOf(dataset: Dataset, release: number): Promise<Row[]> {
  const lines = (await bytesAt(`/data/${release}/${dataset.id}.ndjson`)).toString().split('\n').slice(0, -1);
  return lines.map((line) => {
    const row: Row = JSON.parse(line);
    return Object.fromEntries(
      tableColumns(dataset).map(({ name, type }) => [
        name,
        type === 'object' ? canonical(row[name]) : row[name],
      ]),
    );
  });
}

const canonical = (value: unknown): unknown =>
  value === null ? null : JSON.stringify(typeof value === 'string' ? JSON.parse(value) : value);

/** A value of a reader that knows no types, or fewer, as the dictionary has it. */
function asTyped({ type }: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'integer' || type === 'number') return Number(value);
  if (type === 'boolean') return typeof value === 'boolean' ? value : value === 'true';
  return type === 'object' ? canonical(value) : value;
}
const typed = (dataset: Dataset, rows: readonly Row[]): Row[] =>
  rows.map((row) =>
    Object.fromEntries(
      tableColumns(dataset).map((column) => [column.name, asTyped(column, row[column.name])]),
    ),
  );

const withoutEmptyTexts = (rows: readonly Row[]): Row[] =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === '' ? null : value])),
  );

/** The first value of a column in the file, as CSV writes it. */
function exampleIn({ name, type }: Column, rows: readonly Row[]): string | undefined {
  const value = rows.map((row) => row[name]).find((one) => one !== null && one !== '');
  return value === undefined ? undefined : type === 'object' ? expect.any(String) : String(value);
}

const cited = z.object({ citation: z.object({ en: z.string(), sw: z.string() }) });
const metadataOf = async ({ id }: Dataset) =>
  cited.parse(JSON.parse((await bytesAt(`/data/2/${id}.metadata.json`)).toString()));

const DUCKDB_TYPES: Readonly<Record<Column['type'], RegExp>> = {
  string: /^VARCHAR$/,
  period: /^VARCHAR$/,
  object: /^VARCHAR$/,
  integer: /^INTEGER$/,
  number: /^DOUBLE$/,
  boolean: /^BOOLEAN$/,
  date: /^DATE$/,
  geometry: /^(BLOB|GEOMETRY)/,
};

describe.each(datasets)('$id', (dataset) => {
  it.each([1, 2])(
    'has the same rows in every format in release %i, as programs of other makes read them',
    async (release) => {
      const expected = await rowsOf(dataset, release);
      expect(expected.length).toBeGreaterThan(0);
      for (const { id } of formatsOf(dataset)) {
        const bytes = await bytesAt(`/data/${release}/${dataset.id}.${id}`);
        const read: Readonly<Record<string, () => Promise<readonly Row[]> | readonly Row[]>> = {
          csv: () => readCsv(bytes),
          xlsx: () => readWorkbook(bytes),
          parquet: async () => (await readParquet(bytes)).rows,
          ndjson: () => expected,
          json: () => JSON.parse(bytes.toString()),
          geojson: () => JSON.parse(bytes.toString()).features.map((f: { properties: Row }) => f.properties),
        };
        const rows = await read[id]?.();
        expect([id, typed(dataset, rows ?? [])]).toEqual([
          id,
          id === 'xlsx' ? withoutEmptyTexts(expected) : expected,
        ]);
      }
    },
  );

  it('has among the rows that are compared some of each column with a value and, where it can be, without', async () => {
    const rows = (await Promise.all([rowsOf(dataset, 1), rowsOf(dataset, 2)])).flat();
    const without = tableColumns(dataset).filter(
      ({ name, empty }) => empty && !rows.some((row) => row[name] === null),
    );
    const never = tableColumns(dataset).filter(({ name }) => !rows.some((row) => row[name] !== null));
    expect([without.map(({ name }) => name), never.map(({ name }) => name)]).toEqual([[], []]);
  });

  it('has its types in Parquet', async () => {
    const { types } = await readParquet(await bytesAt(`/data/2/${dataset.id}.parquet`));
    expect(Object.keys(types)).toEqual(dataset.columns.map(({ name }) => name));
    for (const { name, type } of dataset.columns) expect(types[name]).toMatch(DUCKDB_TYPES[type]);
  });

  it('has its types and its dictionary in the workbook', async () => {
    const bytes = await bytesAt(`/data/2/${dataset.id}.xlsx`);
    const columns = tableColumns(dataset);
    const dictionary = await readWorkbook(bytes, 'dictionary');
    const first = await rowsOf(dataset, 2);
    expect(dictionary).toEqual(
      columns.map((column) => ({
        column: column.name,
        type: column.type,
        unit: column.unit ?? 'no unit',
        example: exampleIn(column, first) ?? column.example,
        title: column.title.en,
        description: column.description.en,
        empty: column.empty?.en ?? 'never',
        values: column.values?.map(({ value, label }) => `${value}: ${label.en}`).join('\n') ?? null,
        jina: column.title.sw,
        maelezo: column.description.sw,
        tupu: column.empty?.sw ?? 'kamwe',
        thamani: column.values?.map(({ value, label }) => `${value}: ${label.sw}`).join('\n') ?? null,
      })),
    );
  });

  it('says in the workbook what to beware of, which release it is of and how it is cited', async () => {
    const about = await readWorkbook(await bytesAt(`/data/2/${dataset.id}.xlsx`), 'about');
    const said = (what: string) => about.filter((row) => row['about'] === what).map((row) => row['English']);
    expect(said('beware')).toEqual(dataset.caveats.map(({ en }) => en));
    expect(said('release')).toEqual([expect.stringMatching(/^Release 2: .* invented/)]);
    expect(said('file')).toEqual([`https://majibu.example/data/2/${dataset.id}.xlsx`]);
    const { citation } = await metadataOf(dataset);
    expect([said('cite'), about.find((row) => row['about'] === 'cite')?.['Kiswahili']]).toEqual([
      [citation.en],
      citation.sw,
    ]);
  });

  it('names in the workbook every code that is in its rows', async () => {
    const bytes = await bytesAt(`/data/2/${dataset.id}.xlsx`);
    const referred = referencesOf(dataset).filter((one) => one.dataset !== dataset.id);
    if (referred.length === 0 && dataset.id !== 'sensitive_counts') return;
    const codes = await readWorkbook(bytes, 'codes');
    const rows = await readWorkbook(bytes);
    for (const { column, dataset: table } of [
      ...referred,
      ...(dataset.id === 'services' ? [] : [{ column: 'service_group', dataset: 'service_group' }]),
    ]) {
      const named = new Map(codes.filter((row) => row['dataset'] === table).map((row) => [row['code'], row]));
      for (const code of new Set(rows.map((row) => row[column] ?? null)))
        if (code !== null) expect([code, named.get(code)?.['name']]).toEqual([code, expect.any(String)]);
    }
  });

  it('opens as a person would want it: header and first column stay, every column can be filtered', async () => {
    const bytes = await bytesAt(`/data/2/${dataset.id}.xlsx`);
    const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
    const rows = await rowsOf(dataset, 2);
    expect(sheet).toMatch(/<pane xSplit="1" ySplit="1" topLeftCell="B2"[^>]*state="frozen"/);
    expect(sheet).toMatch(new RegExp(`<autoFilter ref="A1:[A-Z]+${rows.length + 1}"/></worksheet>$`));
    const widths = [...sheet.matchAll(/ width="(\d+)"/g)].map(([, width]) => Number(width));
    for (const [i, { name }] of tableColumns(dataset).entries())
      expect(widths[i]).toBeGreaterThan(name.length + 2);
    expect(sheet).not.toContain('<f>');
    const words = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? []).toString();
    expect(words).toMatch(/<row r="2"( ht="\d+" customHeight="1")?><c r="A2" s="3"/);
  });
});

it('a filter gives the same rows in every format', async () => {
  const requests = datasets.find(({ id }) => id === 'requests');
  if (requests === undefined) throw new Error('no requests');
  const query = 'requests.FORMAT?status=closed&area=keiyo-south';
  const of = (format: string) => bytesAt(`/data/2/${query.replace('FORMAT', format)}`);
  const csv = typed(requests, readCsv(await of('csv')));
  expect(csv.length).toBeGreaterThan(0);
  expect(typed(requests, (await readParquet(await of('parquet'))).rows)).toEqual(csv);
  expect(typed(requests, await readWorkbook(await of('xlsx')))).toEqual(csv);
});

it('dates are dates in a workbook, not texts that look like them', async () => {
  const bytes = await bytesAt('/data/2/requests.xlsx');
  const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
  const letter = String.fromCharCode(
    65 + (datasets[0]?.columns.findIndex(({ name }) => name === 'resolution_due') ?? 0),
  );
  expect(sheet).toMatch(new RegExp(`<c r="${letter}\\d+" s="2"><v>46\\d{3}</v></c>`));
});

it('a boundary is well-known binary that GeoParquet describes', async () => {
  const { rows } = await readParquet(await bytesAt('/data/2/areas.parquet'));
  expect(JSON.stringify(rows[0]?.['geometry'])).toMatch(/POLYGON|\\\\x01/);
  const map = JSON.parse((await bytesAt('/data/2/areas.geojson')).toString());
  expect(rows).toHaveLength(map.features.length);
});

describe('csv?bom=true', () => {
  it('begins no text with what a spreadsheet runs, and changes nothing else', async () => {
    const [plain, guarded] = await Promise.all(
      ['/data/2/requests.csv', '/data/2/requests.csv?bom=true'].map(async (path) =>
        readCsv(await bytesAt(path)),
      ),
    );
    const runs = /^[-=+@\t\r\n＝＋－＠]/;
    const dangerous = plain?.filter((row) => runs.test(String(row['public_summary'] ?? ''))) ?? [];
    expect(dangerous.length).toBeGreaterThan(2);
    for (const row of guarded ?? [])
      for (const value of Object.values(row)) expect(String(value ?? '')).not.toMatch(runs);
    const undone = guarded?.map((row) => {
      const summary = row['public_summary'];
      return typeof summary === 'string' && runs.test(summary.slice(1)) && summary.startsWith("'")
        ? { ...row, public_summary: summary.slice(1) }
        : row;
    });
    expect(undone).toEqual(plain);
  });

  it('is read by csv-parse without its mark as the same columns', async () => {
    const bytes = await bytesAt('/data/2/agencies.csv?bom=true');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(parse(bytes.subarray(3), { columns: true, record_delimiter: '\n' })).toHaveLength(4);
  });
});
