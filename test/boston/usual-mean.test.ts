/**
 * Half a year of Boston as it was known on 1 January 2012: the usual figure (mean of what was resolved) beside the
 * honest ones, by department, as the method page has them. Import, publishing and statistics are the portal's own;
 * the mean is reckoned from the public CSV, as others reckon it.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortal, type PortalService } from '../../api/create-portal.ts';
import type { Figure } from '../../api/schemas/statistics.ts';
import { projectRoot } from '../../db/config.ts';
import { connectImporter, connectPublisher, connectTriageReader, connectWeb } from '../../db/connect.ts';
import { areasImporter } from '../../db/import/areas.ts';
import { csvImporter } from '../../db/import/csv.ts';
import { importPack } from '../../db/import/pack.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { silent } from '../../db/progress.ts';
import { publishReleases } from '../../db/publish/release.ts';
import { BOSTON, type DepartmentTimes } from '../../src/figures/boston-times.ts';
import { publicJurisdiction } from '../../src/server/public-jurisdiction.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { parseCsv } from '../setup/parse-csv.ts';

const shared = path.resolve(projectRoot, '../shared/data/boston-311');
const REQUESTS = path.join(shared, 'boston-311-2011.csv.gz');
const WARDS = path.join(shared, 'boston-wards.geojson');
const NOW = new Date(`${BOSTON.cut_off}T12:00:00-05:00`);
const ENOUGH = 20;

describe.skipIf(!existsSync(REQUESTS))('Boston, July to December 2011 (shared data)', () => {
  let folder: string;
  let databases: TestDatabases;
  let portal: PortalService;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'majibu-boston-'));
    await writeFile(path.join(folder, 'requests.csv'), gunzipSync(await readFile(REQUESTS)));
    const pack = await loadPack(path.join(projectRoot, 'db/jurisdictions/boston'));
    databases = await createTestDatabases();
    const { urls } = databases;
    const importer = connectImporter(urls.importer);
    await importPack(importer, pack);
    const job = { importer, pack, progress: silent };
    const rejects = path.join(folder, 'rejects.csv');
    await areasImporter.run({ ...job, file: WARDS, options: { code: 'ward-{WARD}', rejects } });
    await csvImporter.run({ ...job, file: path.join(folder, 'requests.csv'), options: { rejects } });
    const [triage, publisher] = [connectTriageReader(urls.triage_reader), connectPublisher(urls.publisher)];
    // Digests of the downloads are not what is tested here, and cost as much as all the rest.
    const manifestFiles = async () => [];
    await publishReleases({ triage, publisher, pack, now: NOW, progress: silent, manifestFiles });
    await Promise.all([importer.close(), triage.close(), publisher.close()]);
    portal = await createPortal({
      reader: connectWeb(urls.web),
      jurisdiction: publicJurisdiction(pack),
      public_url: 'https://boston.example',
      now: () => NOW,
    });
  }, 600_000);
  afterAll(async () => {
    await portal?.close();
    await databases?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('the table of the method page is what rows and statistics say', async () => {
    const request = await portal.forRequest();
    const { data: agencies } = await request.api.agencies.list({});
    const by = async (id: string) => (await request.api.statistics.get({ id, group_by: 'agency' })).data;
    const [medians, p90s] = await Promise.all([by('resolution_hours_median'), by('resolution_hours_p90')]);
    const answer = await request.download(new Request('https://boston.example/data/requests.csv'));
    const rows = parseCsv(await answer.text());
    const found = agencies
      .map(({ agency_code, names }): DepartmentTimes => {
        const own = rows.filter((row) => row['agency_responsible'] === agency_code);
        const hours = own
          .filter((row) => row['outcome'] === 'resolved')
          .map((row) => Number(row['resolution_hours']));
        const mean = hours.reduce((sum, one) => sum + one, 0) / hours.length;
        return {
          department: names['en'] ?? agency_code,
          reports: own.length,
          resolved: hours.length,
          mean_of_resolved_hours: Math.round(mean * 10) / 10,
          median_hours: quantileOf(medians, agency_code),
          p90_hours: quantileOf(p90s, agency_code),
        };
      })
      .filter(({ reports }) => reports >= ENOUGH)
      .toSorted((one, other) => (one.department < other.department ? -1 : 1));
    expect(found).toEqual(BOSTON.departments);
  });
});

function quantileOf(figures: readonly Figure[], agency: string): DepartmentTimes['median_hours'] {
  const figure = figures.find(({ filters, remainder }) => filters.agency === agency && !remainder);
  return { value: figure?.value ?? null, more_than: figure?.more_than ?? null };
}
