/** Both databases with the small pack, reports that are solved, and their tokens. */
import pg from 'pg';
import { reporterToken } from '../../db/anonymise/sealed-box.ts';
import { connectPublisher, connectTriageReader } from '../../db/connect.ts';
import { silent } from '../../db/progress.ts';
import { publishLive } from '../../db/publish/live.ts';
import { createTestDatabases, type TestDatabases } from './databases.ts';
import { smallPack } from './small-pack.ts';
import { addDimensions, addRequest } from './triage-fixture.ts';

export interface ReportedOne {
  readonly id: number;
  readonly code: string;
  readonly secret: Buffer;
  readonly token: Buffer;
}

export interface TestTriage {
  readonly databases: TestDatabases;
  /** the importer's */
  readonly client: pg.Client;
  report(): Promise<ReportedOne>;
  publish(): Promise<void>;
  close(): Promise<void>;
}

export async function openTestTriage(): Promise<TestTriage> {
  const databases = await createTestDatabases();
  const client = new pg.Client({ connectionString: databases.urls.importer });
  await client.connect();
  await addDimensions(client, smallPack);
  return {
    databases,
    client,
    async report() {
      const { id, code } = await addRequest(client, {
        service: 'road',
        area: 'north',
        received_at: new Date('2026-05-04T10:00:00+03:00'),
        reporters: [1],
        events: [{ kind: 'resolved', at: new Date('2026-05-06T10:00:00+03:00') }],
      });
      const { rows } = await client.query('select secret from triage.request where id = $1', [id]);
      const { secret } = rows[0];
      return { id, code, secret, token: reporterToken(secret, code) };
    },
    async publish() {
      const triage = connectTriageReader(databases.urls.triage_reader);
      const publisher = connectPublisher(databases.urls.publisher);
      await publishLive({ triage, publisher, pack: smallPack, now: new Date(), progress: silent });
      await Promise.all([triage.close(), publisher.close()]);
    },
    async close() {
      await client.end();
      await databases.drop();
    },
  };
}
