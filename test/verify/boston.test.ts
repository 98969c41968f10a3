/**
 * A month of a real city, whose clocks change and whose source records no first response: every figure that is
 * published of it follows from the rows.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { manifestFiles } from '../../api/datasets/manifest.ts';
import { projectRoot } from '../../db/config.ts';
import { connectImporter, connectPublisher, connectTriageReader } from '../../db/connect.ts';
import { areasImporter } from '../../db/import/areas.ts';
import { csvImporter } from '../../db/import/csv.ts';
import { importPack } from '../../db/import/pack.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { silent } from '../../db/progress.ts';
import { publishReleases } from '../../db/publish/release.ts';
import { portalSource } from '../../src/verify/portal-source.ts';
import { verify } from '../../src/verify/verify.ts';
import { createTestDatabases } from '../setup/databases.ts';
import { loopbackPortal } from '../setup/loopback-portal.ts';

const shared = path.resolve(projectRoot, '../shared/data/boston-311');
const REQUESTS = path.join(shared, 'boston-311-2011.csv.gz');
const WARDS = path.join(shared, 'boston-wards.geojson');
/** Across the night in November in which clocks are put back. */
const RECEIVED = /^\d+,2011-11-/;
const NOW = new Date('2011-12-05T12:00:00-05:00');

it.skipIf(!existsSync(REQUESTS))(
  'verifies Boston in November 2011 (shared data)',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'majibu-verify-boston-'));
    const databases = await createTestDatabases();
    const pack = await loadPack(path.join(projectRoot, 'db/jurisdictions/boston'));
    const importer = connectImporter(databases.urls.importer);
    await importPack(importer, pack);
    const lines = gunzipSync(await readFile(REQUESTS))
      .toString('utf8')
      .split('\n');
    await writeFile(
      path.join(folder, 'month.csv'),
      lines.filter((line, i) => i === 0 || RECEIVED.test(line)).join('\n'),
    );
    const job = { importer, pack, progress: silent };
    const wards = { code: 'ward-{WARD}', rejects: path.join(folder, 'a') };
    await areasImporter.run({ ...job, file: WARDS, options: wards });
    await csvImporter.run({
      ...job,
      file: path.join(folder, 'month.csv'),
      options: { rejects: path.join(folder, 'b') },
    });
    await importer.close();
    const triage = connectTriageReader(databases.urls.triage_reader);
    const publisher = connectPublisher(databases.urls.publisher);
    await publishReleases({ triage, publisher, pack, now: NOW, progress: silent, manifestFiles });
    await Promise.all([triage.close(), publisher.close()]);
    const portal = await loopbackPortal(databases.urls.web, pack);
    try {
      const source = portalSource(portal.url, new AbortController().signal);
      const [verdict] = await verify({
        source,
        releases: null,
        scratch: folder,
        keep: null,
        progress: silent,
      });
      expect(verdict).toMatchObject({ findings: [], differences: 0, unknown: [], missing: [] });
      expect(verdict?.figures).toBeGreaterThan(3_000);
      expect(verdict?.rows).toBeGreaterThan(1_000);
    } finally {
      await portal.stop();
      await databases.drop();
      await rm(folder, { recursive: true, force: true });
    }
  },
  300_000,
);
