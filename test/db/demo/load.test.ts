import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../db/config.ts';
import { type Connection, connectImporter } from '../../../db/connect.ts';
import { loadDemonstration } from '../../../db/demo/load.ts';
import { seededRandom } from '../../../db/demo/random.ts';
import { importPack } from '../../../db/import/pack.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import type { Pack } from '../../../db/jurisdictions/types.ts';
import { silent } from '../../../db/progress.ts';
import type { TriageDatabase } from '../../../db/schema/triage.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';

const NOW = new Date('2026-11-22T09:30:00Z');
let databases: TestDatabases;
let importer: Connection<TriageDatabase>;
let pack: Pack;
beforeAll(async () => {
  pack = await loadPack(path.join(projectRoot, 'db/jurisdictions/elgeyo-marakwet'));
});
beforeEach(async () => {
  databases = await createTestDatabases();
  importer = connectImporter(databases.urls.importer);
  await importPack(importer, pack);
});
afterEach(async () => {
  await importer.close();
  await databases.drop();
});

async function count(table: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from ${sql.id('triage', table)}`.execute(importer.db);
  return rows[0]?.n ?? -1;
}

describe('loading the demonstration', () => {
  it('fills an empty triage database, with statuses that follow from the histories, and shows how far it is', async () => {
    let [total, advanced] = [0, 0];
    const progress = {
      ...silent,
      phase: (_: string, expected: number | null) => {
        total = expected ?? 0;
      },
      advance: (rows: number) => {
        advanced += rows;
      },
    };
    const loaded = await loadDemonstration({ importer, pack, now: NOW, progress });
    expect(loaded).toEqual({ requests: await count('request'), reporters: await count('reporter') });
    expect(advanced).toBe(total);
    const tables = ['request', 'reporter', 'message', 'request_message', 'event'];
    expect(total).toBe((await Promise.all(tables.map(count))).reduce((sum, n) => sum + n, 0));
    const { rows } = await sql<{ closed: number; wrong: number; unlinked: number }>`
      select count(*) filter (where status = 'closed')::int as closed,
             count(*) filter (where (status = 'closed') <> (coalesce((select e.kind from triage.event e
               where e.request_id = r.id and e.kind in ('resolved', 'declined', 'merged', 'reopened')
               order by e.at desc, e.id desc limit 1), 'received') in ('resolved', 'declined', 'merged')))::int as wrong,
             count(*) filter (where not exists (select from triage.request_message l where l.request_id = r.id))::int as unlinked
        from triage.request r`.execute(importer.db);
    expect(rows[0]).toMatchObject({ wrong: 0, unlinked: 0 });
    expect(rows[0]?.closed).toBeGreaterThan(5_000);
  });

  it('leaves what is there when it is asked for again, and new rows get ids of their own', async () => {
    const loaded = await loadDemonstration({ importer, pack, now: NOW, progress: silent, requests: 500 });
    const again = await loadDemonstration({ importer, pack, now: new Date('2026-12-24'), progress: silent });
    expect(again).toEqual(loaded);
    expect(await count('request')).toBe(loaded.requests);
    const next = await importer.db
      .insertInto('triage.reporter')
      .values({ phone: null, language: 'sw' })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(next.id).toBe(loaded.reporters + 1);
  });

  it('is loaded once when two ask for it at the same time', async () => {
    const job = { importer, pack, now: NOW, progress: silent, requests: 500 };
    const [one, other] = await Promise.all([loadDemonstration(job), loadDemonstration(job)]);
    expect(one).toEqual(other);
    expect(await count('request')).toBe(one.requests);
  });

  it('is never mixed with reports of another source', async () => {
    await importer.db
      .insertInto('triage.reporter')
      .values({ phone: '+254300000001', language: 'sw' })
      .execute();
    await expect(loadDemonstration({ importer, pack, now: NOW, progress: silent })).rejects.toThrow(
      /never mixed with them\. Use another database, or another DATA_DIR/,
    );
    expect(await count('request')).toBe(0);
  });

  it('leaves nothing behind when it breaks off, and can be loaded afterwards', async () => {
    const progress = {
      ...silent,
      advance: () => {
        throw new Error('the power went out');
      },
    };
    await expect(loadDemonstration({ importer, pack, now: NOW, progress, requests: 500 })).rejects.toThrow(
      'the power went out',
    );
    expect(await count('reporter')).toBe(0);
    const random = seededRandom('afterwards');
    const loaded = await loadDemonstration({
      importer,
      pack,
      now: NOW,
      progress: silent,
      random,
      requests: 500,
    });
    expect(await count('request')).toBe(loaded.requests);
  });
});
