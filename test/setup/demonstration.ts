/**
 * The demonstration county in databases of a test's own: drawn, published and released as `npm start` does it,
 * at the same time whenever it is run.
 *
 * In:     how many requests; the time that it is. The digests of downloads are left out: they are most of the work
 * Out:    the databases and the pack; `drop` when done
 */
import path from 'node:path';
import { projectRoot } from '../../db/config.ts';
import { connectImporter, connectPublisher, connectTriageReader } from '../../db/connect.ts';
import { loadDemonstration } from '../../db/demo/load.ts';
import { importPack } from '../../db/import/pack.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import type { Pack } from '../../db/jurisdictions/types.ts';
import { silent } from '../../db/progress.ts';
import { publishLive } from '../../db/publish/live.ts';
import { publishReleases } from '../../db/publish/release.ts';
import { createTestDatabases, type TestDatabases } from './databases.ts';

export const DEMONSTRATION_NOW = new Date('2026-11-22T09:30:00Z');

export async function publishedDemonstration(
  requests: number,
  now = DEMONSTRATION_NOW,
): Promise<{ readonly databases: TestDatabases; readonly pack: Pack }> {
  const databases = await createTestDatabases();
  const pack = await loadPack(path.join(projectRoot, 'db/jurisdictions/elgeyo-marakwet'));
  const importer = connectImporter(databases.urls.importer);
  const triage = connectTriageReader(databases.urls.triage_reader);
  const publisher = connectPublisher(databases.urls.publisher);
  try {
    await importPack(importer, pack);
    await loadDemonstration({ importer, pack, now, progress: silent, requests });
    await publishLive({ triage, publisher, pack, now, progress: silent });
    await publishReleases({ triage, publisher, pack, now, progress: silent, manifestFiles: async () => [] });
  } finally {
    await Promise.all([importer.close(), triage.close(), publisher.close()]);
  }
  return { databases, pack };
}
