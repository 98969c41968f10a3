import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRows } from '../../../api/datasets/fitting-formats.ts';
import { requests } from '../../../api/datasets/requests.ts';
import { xlsx } from '../../../api/formats/xlsx.ts';
import { createStores } from '../../../api/stores.ts';
import { connectPublisher, connectWeb } from '../../../db/connect.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { rowsOf, seedPublished } from '../../setup/published-fixture.ts';
import { portalAt } from '../portal.ts';

const EXCEL_ROWS = 1_048_576;

let databases: TestDatabases;
beforeAll(async () => {
  databases = await createTestDatabases();
  await seedPublished(databases.urls.publisher);
});
afterAll(() => databases.drop());

/** As if the release had so many requests: its manifest is what counts them. */
async function countRequests(rows: number): Promise<void> {
  const publisher = connectPublisher(databases.urls.publisher);
  const { manifest } = await publisher.db
    .selectFrom('published.release')
    .select('manifest')
    .where('release', '=', 2)
    .executeTakeFirstOrThrow();
  const files = manifest.files.map((file) => (file.dataset === 'requests' ? { ...file, rows } : file));
  await publisher.pool.query('update published.release set manifest = $1 where release = 2', [
    JSON.stringify({ ...manifest, files }),
  ]);
  await publisher.close();
}

/** What every address says, of a portal that has just begun. */
async function ask(...paths: string[]): Promise<Response[]> {
  const portal = await portalAt(databases.urls.web);
  try {
    const answers: Response[] = [];
    for (const path of paths) {
      const { download, rest, catalogue } = await portal.forRequest();
      const request = new Request(`https://majibu.example${path}`);
      const handle = path.startsWith('/api/') ? rest : path.startsWith('/data/') ? download : catalogue;
      const answer = await handle(request);
      answers.push(new Response(await answer.arrayBuffer(), { status: answer.status }));
    }
    return answers;
  } finally {
    await portal.close();
  }
}

const WORKBOOKS = ['/data/requests.xlsx', '/data/2/requests.xlsx'];
const DESCRIPTIONS = [
  '/data.json',
  '/catalog.jsonld',
  '/catalog.ttl',
  '/data/requests.metadata.json',
  '/data/2/requests.metadata.json',
];

describe('a release with more rows than a sheet of Excel has', () => {
  it('refuses the workbook and says what to take instead', async () => {
    await countRequests(EXCEL_ROWS);
    for (const answer of await ask(...WORKBOOKS)) {
      expect(answer.status).toBe(422);
      const { detail } = await answer.json();
      expect(detail).toBe(
        'Excel holds 1,048,575 rows and this has 1,048,576. Take /data/2/requests.csv or .parquet, or narrow it with a filter.',
      );
    }
    const [narrowed] = await ask('/data/requests.xlsx?status=open');
    expect(narrowed?.status).toBe(200);
  });

  it('names the workbook in no catalogue and no list of formats', async () => {
    await countRequests(EXCEL_ROWS);
    for (const answer of await ask(...DESCRIPTIONS)) {
      const text = await answer.text();
      expect([answer.status, /requests\.csv/.test(text), /\brequests\.xlsx/.test(text)]).toEqual([
        200,
        true,
        false,
      ]);
    }
    const [listed] = await ask('/api/v1/datasets');
    const said: { data: { id: string; formats: string[] }[] } = JSON.parse((await listed?.text()) ?? '');
    const formats = (id: string) => said.data.find((one) => one.id === id)?.formats;
    expect(formats('requests')).toContain('csv');
    expect(formats('requests')).not.toContain('xlsx');
    expect(formats('areas')).toContain('xlsx');
  });

  it('has the workbook, and names it, with exactly as many', async () => {
    await countRequests(EXCEL_ROWS - 1);
    for (const answer of await ask(...WORKBOOKS)) expect(answer.status).toBe(200);
    for (const answer of await ask(...DESCRIPTIONS)) expect(await answer.text()).toContain('requests.xlsx');
  });
});

describe('a format with a lower limit', () => {
  it('takes what a filter leaves, counted in the database, and refuses a row more', async () => {
    await countRequests(rowsOf(2).length);
    const reader = connectWeb(databases.urls.web);
    const stores = createStores(reader, 'Africa/Nairobi');
    const release = await stores.release(2);
    if (release === undefined) throw new Error('no release');
    const open = rowsOf(2).filter(({ status }) => status === 'open').length;
    const check = (most_rows: number, filtered: boolean) =>
      checkRows(
        { dataset: requests, format: { ...xlsx, most_rows } },
        { filters: filtered ? { status: 'open' } : {}, filtered },
        release,
        { stores },
      );
    await check(open, true);
    await expect(check(open - 1, true)).rejects.toMatchObject({ name: 'Refusal' });
    await check(rowsOf(2).length, false);
    await expect(check(rowsOf(2).length - 1, false)).rejects.toThrow(/narrow it with a filter/);
    await reader.close();
  });
});
