/**
 * Boston end to end: a month of real requests through import, publishing, a release and the running portal. The
 * ward totals on the map, in the API and in the CSV must agree with a count over the source file that shares
 * nothing with the importer, and every row that makes a difference is explained: placed by a point, or guarded and
 * published as coarsely as the ladder says.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../db/config.ts';
import { connectImporter } from '../../db/connect.ts';
import { areasImporter } from '../../db/import/areas.ts';
import { csvImporter } from '../../db/import/csv.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { silent } from '../../db/progress.ts';
import { parseCsv } from '../setup/parse-csv.ts';
import { openTestPortal, type TestPortal, type WebProcess } from '../setup/portal-process.ts';

const shared = path.resolve(projectRoot, '../shared/data/boston-311');
const REQUESTS = path.join(shared, 'boston-311-2011.csv.gz');
const WARDS = path.join(shared, 'boston-wards.geojson');
const NOW = new Date('2011-08-02T12:00:00-04:00');

describe.skipIf(!existsSync(REQUESTS))('Boston in July 2011 (shared data)', () => {
  let folder: string;
  let portal: TestPortal;
  let web: WebProcess;
  /** requests per ward that the source names, of open and of guarded kinds */
  const expected = { open: new Map<string, number>(), guarded: new Map<string, number>() };
  /** requests without a ward */
  const not_named = { open: 0, guarded: 0 };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'majibu-boston-'));
    const text = gunzipSync(await readFile(REQUESTS)).toString('utf8');
    // The file is in order of receipt, and no field of it holds a line break.
    const lines = text.split('\n');
    const july = lines.filter((line, i) => i === 0 || /^\d+,2011-07-/.test(line)).join('\n');
    await writeFile(path.join(folder, 'july.csv'), july);

    const services = parseCsv(
      await readFile(path.join(projectRoot, 'db/jurisdictions/boston/services.csv'), 'utf8'),
    );
    const mapping = JSON.parse(
      await readFile(path.join(projectRoot, 'db/jurisdictions/boston/imports/boston-311.json'), 'utf8'),
    );
    const guarded = new Set(
      services.filter((service) => service['tier'] !== 'open').map((service) => service['service_code']),
    );
    for (const row of parseCsv(july)) {
      const ward = /\d+/.exec(row['ward'] ?? '')?.[0];
      const tier = guarded.has(mapping.service.values[row['reason'] ?? '']) ? 'guarded' : 'open';
      if (ward === undefined) not_named[tier]++;
      else count(expected[tier], `ward-${Number(ward)}`);
    }

    const pack = await loadPack(path.join(projectRoot, 'db/jurisdictions/boston'));
    portal = await openTestPortal(pack);
    const importer = connectImporter(portal.databases.urls.importer);
    const job = { importer, pack, progress: silent };
    await areasImporter.run({
      ...job,
      file: WARDS,
      options: { code: 'ward-{WARD}', rejects: path.join(folder, 'a') },
    });
    await csvImporter.run({
      ...job,
      file: path.join(folder, 'july.csv'),
      options: { rejects: path.join(folder, 'b') },
    });
    await importer.close();
    await portal.publishLive(NOW);
    await portal.publishReleases(NOW);
    web = await portal.serve();
  }, 300_000);
  afterAll(async () => {
    await portal.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const get = async (address: string) => (await fetch(web.url + address)).text();
  const sum = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((total, n) => total + n, 0);
  const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

  it('counts 9,854 requests: those of a ward, of open and of guarded kinds, and those without one', () => {
    expect(sum(expected.open) + sum(expected.guarded) + not_named.open + not_named.guarded).toBe(9_854);
    expect(expected.open.size).toBe(22);
    expect(not_named.open).toBeGreaterThan(0);
    expect(sum(expected.guarded)).toBeGreaterThan(0);
  });

  it('has the same ward totals of open kinds in the CSV, but for requests that a point placed', async () => {
    const counted = new Map<string, number>();
    for (const row of parseCsv(await get('/data/requests.csv')))
      if (row['disclosure'] === 'open') count(counted, row['area_code'] ?? '');
    expect(sum(counted)).toBe(sum(expected.open) + not_named.open);
    const placed = not_named.open - (counted.get('boston') ?? 0);
    counted.delete('boston');
    // At most as many as the whole file places by their point.
    expect(placed).toBeGreaterThanOrEqual(0);
    expect(placed).toBeLessThanOrEqual(17);
    for (const [area, n] of counted)
      expect(n - (expected.open.get(area) ?? 0), area).toBeGreaterThanOrEqual(0);
  });

  it('has every guarded request in the CSV or held, at a ward only where five of its cell are, and never more than the source', async () => {
    const rows = parseCsv(await get('/data/requests.csv')).filter((row) => row['disclosure'] === 'guarded');
    const release = JSON.parse(await get('/api/v1/releases/latest'));
    expect(rows.length + release.privacy.held).toBe(sum(expected.guarded) + not_named.guarded);
    expect(
      release.privacy.steps.reduce((n: number, step: { requests: number }) => n + step.requests, 0),
    ).toBe(rows.length);
    const cells = new Map<string, number>();
    const counted = new Map<string, number>();
    for (const row of rows) {
      count(cells, [row['area_code'], row['service_code'], row['service_group']].join());
      count(counted, row['area_code'] ?? '');
      expect(row['received_period']).toBe('2011-07');
    }
    expect([...cells.values()].filter((n) => n < 5)).toEqual([]);
    counted.delete('boston');
    expect(counted.size).toBeGreaterThan(0);
    for (const [area, n] of counted)
      expect(n, area).toBeLessThanOrEqual((expected.guarded.get(area) ?? 0) + 17);
  });

  it('says on the page of areas how many requests are known only for the whole city', async () => {
    const whole = parseCsv(await get('/data/requests.csv')).filter((row) => row['area_code'] === 'boston');
    const page = await get('/areas?show=received');
    const row = page.split('<tr').find((part) => part.includes('Boston, exact place not published'));
    expect(row).toContain(whole.length.toLocaleString('en'));
  });

  it('has the totals of the CSV in the API, on the map and in the table beside it', async () => {
    const counted = new Map<string, number>();
    for (const row of parseCsv(await get('/data/requests.csv'))) {
      const area = row['area_code'] ?? '';
      if (area !== 'boston') counted.set(area, (counted.get(area) ?? 0) + 1);
    }
    const answer = JSON.parse(
      await get('/api/v1/statistics/requests_received?group_by=area&area_level=ward'),
    );
    const figures: [string, number][] = answer.data
      .filter((figure: { remainder: boolean }) => !figure.remainder)
      .map((figure: { filters: { area: string }; value: number }) => [figure.filters.area, figure.value]);
    expect(sorted(new Map(figures))).toEqual(sorted(counted));

    const page = await get('/areas?show=received');
    const [map = '', table = ''] = page.split('<tbody');
    for (const [area, n] of counted) {
      const row = table.split('<tr').find((part) => part.includes(`/areas/${area}"`)) ?? '';
      const shape = map.split('<a ').find((part) => part.includes(`/areas/${area}"`)) ?? '';
      expect(
        [row, shape].map((part) => part.includes(n.toLocaleString('en'))),
        area,
      ).toEqual([true, true]);
    }
  });

  it('says that first answers are not recorded, everywhere, and never zero', async () => {
    const answer = JSON.parse(await get('/api/v1/statistics/first_response_hours_median'));
    expect(answer.data).toMatchObject([{ value: null, more_than: null, suppressed: 'not_recorded' }]);
    const rows = parseCsv(await get('/data/requests.csv'));
    expect(new Set(rows.map((row) => row['first_response_hours']))).toEqual(new Set(['']));
    expect((await get('/areas')).includes('does not record when a report was first answered')).toBe(true);
  });

  it('publishes nothing that a member of staff wrote in free text', async () => {
    const reasons = parseCsv(await readFile(path.join(folder, 'july.csv'), 'utf8')).map(
      (row) => row['closure_reason'] ?? '',
    );
    const telling = [...new Set(reasons)].filter((text) => text.trim().length > 40);
    expect(telling.length).toBeGreaterThan(500);
    // The only column that could hold a sentence is empty, and no other value is long enough to be one.
    const rows = parseCsv(await get('/data/requests.csv'));
    expect(rows.filter((row) => row['public_summary'] !== '')).toEqual([]);
    expect(rows.flatMap((row) => Object.values(row)).filter((value) => value.length > 40)).toEqual([]);
  });
});

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
