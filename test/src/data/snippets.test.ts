/**
 * What pages of datasets give to copy, run as it stands there against a portal of this machine, wherever its tool is
 * installed: as many rows and as many empty fields as the dataset has.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { datasets } from '../../../api/datasets/registry.ts';
import { tableColumns } from '../../../api/formats/select.ts';
import { projectRoot } from '../../../db/config.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { loadSnippets, type Snippet } from '../../../src/data/load-snippets.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { type LoopbackPortal, loopbackPortal } from '../../setup/loopback-portal.ts';
import { seedPublished } from '../../setup/published-fixture.ts';
import { readCsv, readWorkbook } from '../../setup/read-files.ts';

const run = promisify(execFile);
let databases: TestDatabases;
let portal: LoopbackPortal;
let folder: string;

beforeAll(async () => {
  databases = await createTestDatabases();
  await seedPublished(databases.urls.publisher);
  portal = await loopbackPortal(
    databases.urls.web,
    await loadPack(`${projectRoot}/db/jurisdictions/elgeyo-marakwet`),
  );
  folder = await mkdtemp(path.join(tmpdir(), 'majibu-snippets-'));
});
afterAll(async () => {
  await portal?.stop();
  await databases?.drop();
  await rm(folder, { recursive: true, force: true });
});

const works = (tool: string, args: readonly string[]) =>
  run(tool, args).then(
    () => true,
    () => false,
  );
const [curl, r] = await Promise.all([works('curl', ['--version']), works('Rscript', ['--version'])]);
/** The Python that has pandas: Debian's is beside others. */
let pandas: string | null = null;
for (const python of ['python3', '/usr/bin/python3'])
  if (pandas === null && (await works(python, ['-c', 'import pandas']))) pandas = python;

type DatasetEntry = (typeof datasets)[number];
function lines(dataset: DatasetEntry, program: Snippet['program']): string {
  const columns = dataset.columns.map((column) => ({
    ...column,
    empty: column.empty && { ...column.empty },
    values: null,
    title: { ...column.title },
    description: { ...column.description },
  }));
  const found = loadSnippets(portal.url, { id: dataset.id, columns }).find((one) => one.program === program);
  if (found === undefined) throw new Error(`no words for ${program}`);
  return found.lines;
}

/** Rows, and of each column of the CSV how many fields hold something. */
interface Counted {
  readonly rows: number;
  readonly filled: Readonly<Record<string, number>>;
}
async function counted(dataset: DatasetEntry): Promise<Counted> {
  const rows = z
    .array(z.record(z.string(), z.unknown()))
    .parse(await (await fetch(`${portal.url}/data/${dataset.id}.json`)).json());
  const filled = tableColumns(dataset).map(({ name }) => [
    name,
    rows.filter((row) => row[name] !== null && row[name] !== '').length,
  ]);
  return { rows: rows.length, filled: Object.fromEntries(filled) };
}
const parsed = z.record(z.string(), z.object({ rows: z.number(), filled: z.record(z.string(), z.number()) }));
const expected = async () =>
  Object.fromEntries(
    await Promise.all(datasets.map(async (dataset) => [dataset.id, await counted(dataset)] as const)),
  );

describe('to load a dataset', () => {
  it.skipIf(!curl)('curl saves it under a name that says the release', async () => {
    for (const dataset of datasets) {
      await run('sh', ['-c', `${lines(dataset, 'curl')} --silent --fail`], { cwd: folder });
      const name = `elgeyo-marakwet-${dataset.id}-release-2.csv`;
      expect(await readdir(folder)).toContain(name);
      expect(readCsv(await readFile(path.join(folder, name)))).toHaveLength((await counted(dataset)).rows);
    }
  });

  it.skipIf(!r)('R reads every row, and takes what is empty for NA', { timeout: 120_000 }, async () => {
    const script = datasets.map(
      (dataset) =>
        `${lines(dataset, 'R')}\ncat(sprintf('%s"${dataset.id}":{"rows":%d,"filled":{%s}}', separator, nrow(${dataset.id}), paste0('"', names(${dataset.id}), '":', colSums(!is.na(${dataset.id})), collapse = ',')));separator <- ','`,
    );
    const { stdout } = await run('Rscript', [
      '-e',
      `separator <- ''\ncat('{')\n${script.join('\n')}\ncat('}')`,
    ]);
    expect(parsed.parse(JSON.parse(stdout))).toEqual(await expected());
  });

  it.skipIf(pandas === null)(
    'pandas reads every row, codes as texts and days as days',
    { timeout: 120_000 },
    async () => {
      const script = datasets.map(
        (dataset) =>
          `${lines(dataset, 'Python')}\nfound["${dataset.id}"] = {"rows": len(${dataset.id}), "filled": {k: int(v) for k, v in ${dataset.id}.notna().sum().items()}}`,
      );
      await writeFile(
        path.join(folder, 'load.py'),
        `found = {}\n${script.join('\n')}\nassert str(requests["first_response_due"].dtype).startswith("datetime64")\nassert areas["area_code"].dtype == "string"\nimport json\nprint(json.dumps(found))`,
      );
      const { stdout } = await run(pandas ?? '', ['load.py'], { cwd: folder });
      expect(parsed.parse(JSON.parse(stdout))).toEqual(await expected());
    },
  );
  if (pandas === null) it.skip('pandas: not installed here', () => undefined);

  it('DuckDB reads every row (from a copy: its part for HTTP is downloaded when first used)', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      for (const dataset of datasets) {
        const statement = lines(dataset, 'DuckDB');
        const [, address = ''] = /'(http[^']+)'/.exec(statement) ?? [];
        const copy = path.join(folder, `${dataset.id}.parquet`);
        await writeFile(copy, Buffer.from(await (await fetch(address)).arrayBuffer()));
        const read = await connection.runAndReadAll(statement.replace(address, copy));
        expect([dataset.id, read.currentRowCount]).toEqual([dataset.id, (await counted(dataset)).rows]);
      }
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  });

  it('Excel is given a workbook whose codes keep their zeros', async () => {
    for (const dataset of datasets) {
      const answer = await fetch(lines(dataset, 'Excel'));
      expect(answer.headers.get('content-type')).toMatch(/spreadsheetml/);
      const rows = await readWorkbook(Buffer.from(await answer.arrayBuffer()));
      expect([dataset.id, rows.length]).toEqual([dataset.id, (await counted(dataset)).rows]);
    }
  });

  it('Google Sheets is given an address of CSV', async () => {
    for (const dataset of datasets) {
      const [, address = ''] = /^=IMPORTDATA\("(.*)"\)$/.exec(lines(dataset, 'Google Sheets')) ?? [];
      const rows = readCsv(Buffer.from(await (await fetch(address)).arrayBuffer()));
      expect([dataset.id, rows.length]).toEqual([dataset.id, (await counted(dataset)).rows]);
    }
  });
});
