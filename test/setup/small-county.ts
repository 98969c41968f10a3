/**
 * The small pack with databases of its own, and all that publishing takes.
 *
 * Out:    SmallCounty; `close` drops the databases
 */
import pg from 'pg';
import { connectPublisher, connectTriageReader } from '../../db/connect.ts';
import { silent } from '../../db/progress.ts';
import type { ReleaseJob } from '../../db/publish/release.ts';
import { createTestDatabases, type TestDatabases } from './databases.ts';
import { smallPack } from './small-pack.ts';
import { addDimensions } from './triage-fixture.ts';

export interface SmallCounty {
  readonly databases: TestDatabases;
  readonly importer: pg.Client;
  readonly triage: ReturnType<typeof connectTriageReader>;
  readonly publisher: ReturnType<typeof connectPublisher>;
  /** of publishing at a local time, `2026-05-13T09:00`; releases without files */
  job(now: string): ReleaseJob;
  /** as the publisher reads them */
  rows(sql: string, values?: unknown[]): Promise<pg.QueryResult['rows']>;
  close(): Promise<void>;
}

/** An instant by the county's clocks. */
export const at = (local: string): Date => new Date(`${local}:00+03:00`);

export async function openSmallCounty(): Promise<SmallCounty> {
  const databases = await createTestDatabases();
  const importer = new pg.Client({ connectionString: databases.urls.importer });
  await importer.connect();
  const triage = connectTriageReader(databases.urls.triage_reader);
  const publisher = connectPublisher(databases.urls.publisher);
  await addDimensions(importer, smallPack);
  return {
    databases,
    importer,
    triage,
    publisher,
    job: (now) => ({
      triage,
      publisher,
      pack: smallPack,
      now: at(now),
      progress: silent,
      manifestFiles: async () => [],
    }),
    rows: async (sql, values = []) => (await publisher.pool.query(sql, values)).rows,
    async close() {
      await Promise.all([importer.end(), triage.close(), publisher.close()]);
      await databases.drop();
    },
  };
}
