/**
 * The same files as further programs read them, so that no single reader's kindness hides a fault: Python's csv module,
 * openpyxl, pandas and LibreOffice where they are installed, hyparquet everywhere. Row by row against the JSON.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Column, Dataset } from '../../../api/datasets/dataset.ts';
import { datasets } from '../../../api/datasets/registry.ts';
import { tableColumns } from '../../../api/formats/select.ts';
import { type Row, readCsv } from '../../setup/read-files.ts';
import { type TestPortal, testPortal } from '../portal.ts';

const run = promisify(execFile);
let test: TestPortal;
let folder: string;
beforeAll(async () => {
  test = await testPortal();
  folder = await mkdtemp(path.join(tmpdir(), 'majibu-elsewhere-'));
  for (const dataset of datasets)
    for (const format of ['csv', 'xlsx', 'parquet'])
      await writeFile(path.join(folder, `${dataset.id}.${format}`), await bytesAt(`${dataset.id}.${format}`));
}, 120_000);
afterAll(async () => {
  await test?.close();
  await rm(folder, { recursive: true, force: true });
});

async function bytesAt(file: string): Promise<Buffer> {
  const { download } = await test.portal.forRequest();
  const answer = await download(new Request(`https://majibu.example/data/2/${file}`));
  expect([file, answer.status]).toEqual([file, 200]);
  return Buffer.from(await answer.arrayBuffer());
}

const works = (tool: string, args: readonly string[]) =>
  run(tool, args).then(
    () => true,
    () => false,
  );
async function pythonWith(module: string): Promise<string | null> {
  for (const python of ['python3', '/usr/bin/python3'])
    if (await works(python, ['-c', `import ${module}`])) return python;
  return null;
}
const [plain, openpyxl, pandas, office] = await Promise.all([
  pythonWith('csv'),
  pythonWith('openpyxl'),
  pythonWith('pandas'),
  works('soffice', ['--version']),
]);

/** A number told in more ways than one is one value; an object is its text without spaces. */
function normal({ type }: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'integer' || type === 'number') return Number(value);
  if (type === 'boolean') return String(value).toLowerCase() === 'true';
  if (type === 'object') return JSON.stringify(typeof value === 'string' ? JSON.parse(value) : value);
  return value;
}
const normalRows = (dataset: Dataset, rows: readonly Row[], emptyIsNull: boolean): Row[] =>
  rows.map((row) =>
    Object.fromEntries(
      tableColumns(dataset).map((column) => {
        const value = row[column.name];
        return [column.name, emptyIsNull && value === '' ? null : normal(column, value)];
      }),
    ),
  );

const rowsOf = async (dataset: Dataset): Promise<Row[]> =>
  z
    .array(z.record(z.string(), z.unknown()))
    .parse(JSON.parse((await bytesAt(`${dataset.id}.json`)).toString()));

async function same(dataset: Dataset, rows: readonly Row[], emptyIsNull = true): Promise<void> {
  const expected = await rowsOf(dataset);
  expect(expected.length).toBeGreaterThan(0);
  expect([dataset.id, normalRows(dataset, rows, emptyIsNull)]).toEqual([
    dataset.id,
    normalRows(dataset, expected, emptyIsNull),
  ]);
}

const printed = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));
async function python(program: string | null, script: string) {
  await writeFile(path.join(folder, 'read.py'), script);
  const { stdout } = await run(program ?? '', ['read.py', ...datasets.map(({ id }) => id)], {
    cwd: folder,
    maxBuffer: 100_000_000,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  return printed.parse(JSON.parse(stdout));
}

describe('what others read', () => {
  it('hyparquet: every dataset as Parquet, dates as dates, whole numbers as whole numbers', async () => {
    for (const dataset of datasets) {
      const { buffer } = Uint8Array.from(await readFile(path.join(folder, `${dataset.id}.parquet`)));
      const rows = await parquetReadObjects({ file: buffer });
      const dated = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            value instanceof Date ? value.toISOString().slice(0, 10) : value,
          ]),
        ),
      );
      await same(dataset, dated, false);
      for (const { name, type } of dataset.columns)
        for (const row of rows) {
          const value: unknown = row[name];
          if (value === null || value === undefined) continue;
          if (type === 'date') expect(value).toBeInstanceOf(Date);
          if (type === 'integer') expect(Number.isInteger(value)).toBe(true);
          if (type === 'geometry') expect(value).toMatchObject({ type: expect.stringMatching(/Polygon$/) });
        }
    }
  });

  it.skipIf(plain === null)("Python's csv module: every dataset as CSV", async () => {
    const read = await python(
      plain,
      `import csv, json, sys
print(json.dumps({name: list(csv.DictReader(open(name + ".csv", encoding="utf-8", newline=""))) for name in sys.argv[1:]}))`,
    );
    for (const dataset of datasets) await same(dataset, read[dataset.id] ?? []);
  });

  it.skipIf(openpyxl === null)('openpyxl: every workbook, with dates and numbers as such', async () => {
    const read = await python(
      openpyxl,
      `import datetime, json, openpyxl, sys
def plain(value):
    return value.date().isoformat() if isinstance(value, datetime.datetime) else value
def rows(name):
    lines = openpyxl.load_workbook(name + ".xlsx")["data"].iter_rows(values_only=True)
    header = next(lines)
    for line in lines:
        for column, value in zip(header, line):
            assert not (column.endswith("_due") and isinstance(value, str)), "a date is a text"
            assert not (column.endswith("_hours") and not isinstance(value, (int, type(None)))), "an integer is none"
        yield dict(zip(header, map(plain, line)))
print(json.dumps({name: list(rows(name)) for name in sys.argv[1:]}))`,
    );
    for (const dataset of datasets) await same(dataset, withBreaks(read[dataset.id] ?? []));
  });
  if (openpyxl === null) it.skip('openpyxl: not installed here', () => undefined);

  it.skipIf(pandas === null)('pandas: every dataset as CSV, texts as they are', async () => {
    const read = await python(
      pandas,
      `import json, pandas, sys
def rows(name):
    table = pandas.read_csv(name + ".csv", dtype="string", keep_default_na=False, na_values=[""], lineterminator="\\n")
    return [{k: None if pandas.isna(v) else v for k, v in row.items()} for row in table.to_dict("records")]
print(json.dumps({name: rows(name) for name in sys.argv[1:]}))`,
    );
    for (const dataset of datasets) await same(dataset, read[dataset.id] ?? []);
  });
  if (pandas === null) it.skip('pandas: not installed here', () => undefined);

  it.skipIf(!office)('LibreOffice: every workbook, written out as CSV', { timeout: 180_000 }, async () => {
    const out = path.join(folder, 'office');
    await mkdir(out);
    await run(
      'soffice',
      [
        `-env:UserInstallation=file://${path.join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        // Comma, quotes, UTF-8, values instead of how they are shown.
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false',
        '--outdir',
        out,
        ...datasets.map(({ id }) => `${id}.xlsx`),
      ],
      { cwd: folder },
    );
    // A cell of LibreOffice knows one kind of line break, and a number is cut after 15 digits.
    const asThere = (rows: readonly Row[]): Row[] =>
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'string'
              ? value.replace(/\r\n?/g, '\n')
              : typeof value === 'number'
                ? Number(value.toPrecision(12))
                : value,
          ]),
        ),
      );
    for (const dataset of datasets) {
      const read = readCsv(await readFile(path.join(out, `${dataset.id}.csv`)));
      expect([dataset.id, asThere(normalRows(dataset, read, true))]).toEqual([
        dataset.id,
        asThere(normalRows(dataset, await rowsOf(dataset), true)),
      ]);
    }
  });
  if (!office) it.skip('LibreOffice: not installed here', () => undefined);
});

/** openpyxl leaves what XML cannot hold as it is written in the file: `_x000D_`. */
function withBreaks(rows: readonly Row[]): Row[] {
  const decoded = (value: unknown) =>
    typeof value === 'string'
      ? value.replace(/_x([0-9A-F]{4})_/g, (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        )
      : value;
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, decoded(value)])),
  );
}
