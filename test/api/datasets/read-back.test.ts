import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Column, Dataset } from '../../../api/datasets/dataset.ts';
import { datasets } from '../../../api/datasets/registry.ts';
import { formatsOf } from '../../../api/formats/registry.ts';
import { tableColumns } from '../../../api/formats/select.ts';
import { type Row, readCsv, readParquet, readWorkbook } from '../../setup/read-files.ts';
import { type TestPortal, testPortal } from '../portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

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

  it('has its types in Parquet', async () => {
    const { types } = await readParquet(await bytesAt(`/data/2/${dataset.id}.parquet`));
    expect(Object.keys(types)).toEqual(dataset.columns.map(({ name }) => name));
    for (const { name, type } of dataset.columns) expect(types[name]).toMatch(DUCKDB_TYPES[type]);
  });

  it('has its types and its dictionary in the workbook', async () => {
    const bytes = await bytesAt(`/data/2/${dataset.id}.xlsx`);
    const dictionary = await readWorkbook(bytes, 'dictionary');
    expect(dictionary.slice(0, tableColumns(dataset).length)).toEqual(
      tableColumns(dataset).map(({ name, type, unit, title, description }) => ({
        column: name,
        type,
        unit,
        title: title.en,
        description: description.en,
        jina: title.sw,
        maelezo: description.sw,
      })),
    );
    expect(dictionary.map((row) => row['maelezo'])).toEqual(
      expect.arrayContaining([dataset.description.sw, ...dataset.caveats.map(({ sw }) => sw)]),
    );
    const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
    expect(sheet).toContain('state="frozen"');
    expect(sheet).not.toContain('<f>');
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
