/** The examples of the page for developers, run as they stand there against a portal of this machine. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAIR_USE } from '../../api/fair-use.ts';
import { projectRoot } from '../../db/config.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { answers, examples } from '../../src/developers/examples.ts';
import { developers as en } from '../../src/i18n/en/developers.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { type LoopbackPortal, loopbackPortal } from '../setup/loopback-portal.ts';
import { rowsOf, seedPublished } from '../setup/published-fixture.ts';

const run = promisify(execFile);
const open = rowsOf(2).filter((row) => row.status === 'open');
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
  folder = await mkdtemp(path.join(tmpdir(), 'majibu-examples-'));
});
afterAll(async () => {
  await portal?.stop();
  await databases?.drop();
  await rm(folder, { recursive: true, force: true });
});

const has = (tool: string) =>
  run(tool, ['--version']).then(
    () => true,
    () => false,
  );
const [curl, python, r] = await Promise.all(['curl', 'python3', 'Rscript'].map(has));

function text(id: string): string {
  const found = examples.find((example) => example.id === id);
  if (found === undefined) throw new Error('no such example');
  return found.text(portal.url);
}
const shell = async (command: string) => (await run('sh', ['-c', command], { cwd: folder })).stdout;
/** Everything that the test below runs, so that an example that none runs is noticed. */
const RUN = ['longest_waiting', 'file', 'every_page', 'frequency', 'workbook', 'sheet', 'client'];

describe('the examples for developers', () => {
  it('are all run here', () => {
    expect(examples.map(({ id }) => id)).toEqual(RUN);
  });

  it.skipIf(!curl)('curl: what has waited longest, as JSON', async () => {
    const page = JSON.parse(await shell(`${text('longest_waiting')} --silent --fail`));
    expect(page.data).toHaveLength(Math.min(10, open.length));
    expect(page.total).toBe(open.length);
  });

  it.skipIf(!curl)('curl: what a filter shows, as a file', async () => {
    await shell(`${text('file')} --silent --fail`);
    const lines = (await readFile(path.join(folder, 'open-requests.csv'), 'utf8')).trim().split('\n');
    expect(lines[0]).toMatch(/^service_request_id,/);
    for (const { service_request_id } of open)
      expect(lines.some((line) => line.startsWith(`${service_request_id},`))).toBe(true);
  });

  it.skipIf(!python)('Python: every page, with its own library alone', async () => {
    const small = text('every_page').replace('limit=1000', 'limit=2');
    const { stdout } = await run('python3', ['-c', small]);
    expect(stdout.trim()).toBe(String(open.length));
    expect(portal.asked.filter((asked) => asked.includes('cursor=')).length).toBeGreaterThan(0);
  });

  it.skipIf(!r)('R: a table of outcomes', { timeout: 120_000 }, async () => {
    const script = `${text('frequency')}\ncat(sum(table(requests$outcome)), class(requests$area_code))`;
    const { stdout } = await run('Rscript', ['-e', script]);
    expect(stdout.trim().endsWith(`${rowsOf(2).length} character`)).toBe(true);
  });

  it('Excel: a workbook with as many rows, which another reader opens', async () => {
    const response = await fetch(text('workbook'));
    expect(response.headers.get('content-type')).toMatch(/spreadsheetml/);
    const [sheet] = await readWorkbook(Buffer.from(await response.arrayBuffer()));
    expect(sheet?.data.length).toBe(open.length + 1);
    expect(sheet?.data[0]?.[0]).toBe('service_request_id');
  });

  it('Google Sheets: a CSV that begins as it needs it', async () => {
    const response = await fetch(/"(.*)"/.exec(text('sheet'))?.[1] ?? '');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.subarray(3).toString('utf8')).toMatch(/^service_request_id,/);
  });

  it('TypeScript: the client in one file, run by Node as it is', async () => {
    const source = await (await fetch(`${portal.url}/api/v1/majibu.ts`)).text();
    await writeFile(path.join(folder, 'majibu.ts'), source.replaceAll('http://portal.example', portal.url));
    await writeFile(path.join(folder, 'example.ts'), text('client'));
    const { stdout } = await run(process.execPath, ['example.ts'], { cwd: folder });
    expect(stdout.trim().split('\n')).toHaveLength(open.length);
  });

  it('to look at answer as they say, the mistake with a mistake', async () => {
    for (const { id, address } of answers)
      expect([id, (await fetch(portal.url + address)).status]).toEqual([id, id === 'refusal' ? 400 : 200]);
  });
});

describe('the page for developers', () => {
  it('names every address of the API, and no other', async () => {
    const { paths } = await (await fetch(`${portal.url}/api/v1/openapi.json`)).json();
    expect(Object.keys(en.operations).toSorted()).toEqual(Object.keys(paths).toSorted());
  });

  it('says the limits that hold', () => {
    expect(en.limits_text(String(FAIR_USE.burst), String(FAIR_USE.per_second))).toMatch(/ 600 .* 60 /);
  });
});
