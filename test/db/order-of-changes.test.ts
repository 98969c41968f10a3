/** Feeds read far down cost what their first page costs: the rows come from an index in their order, and none is sorted. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPublisher } from '../../db/connect.ts';
import { type ChangePosition, listChanges } from '../../db/queries/changes.ts';
import { listOpen311Requests } from '../../db/queries/open311-requests.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { seedPublished } from '../setup/published-fixture.ts';

let databases: TestDatabases;
let publisher: ReturnType<typeof connectPublisher>;
const ROWS = 40_000;

beforeAll(async () => {
  databases = await createTestDatabases();
  await seedPublished(databases.urls.publisher);
  publisher = connectPublisher(databases.urls.publisher);
  await sql`
    insert into published.request_version (service_request_id, disclosure, area_code, area_level, service_code,
      service_group, received_period, status, outcome, from_release)
    select 'Z' || n, 'open', 'emsoo', 'ward', 'waste', 'water', to_char(date '2016-01-01' + n % 3000, 'YYYY-MM-DD'),
      'open', 'waiting', 1 + n % 2
    from generate_series(1, ${ROWS}) as n`.execute(publisher.db);
  await sql`analyze published.request_version`.execute(publisher.db);
});
afterAll(async () => {
  await publisher?.close();
  await databases?.drop();
});

/** Rows that the database touches to answer, as it says itself. */
async function rowsTouched(ask: () => Promise<unknown>): Promise<number> {
  const before = await touched();
  await ask();
  return (await touched()) - before;
}
async function touched(): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(publisher.db);
  const { rows } = await sql<{ n: number }>`
    select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_user_tables
     where schemaname = 'published' and relname = 'request_version'`.execute(publisher.db);
  return rows[0]?.n ?? 0;
}

describe('a page far down', () => {
  it('of a feed touches no more rows than the first', async () => {
    let after: ChangePosition | null = null;
    const middle = await listChanges(publisher.db, 2, {}, { after, limit: ROWS / 2 });
    after = middle.at(-1) ?? null;
    const read = (from: ChangePosition | null) =>
      rowsTouched(() => listChanges(publisher.db, 2, {}, { after: from, limit: 50 }));
    expect(await read(null)).toBeLessThan(500);
    expect(await read(after)).toBeLessThan(500);
  });

  it('of Open311, read on from the page before, does neither', async () => {
    const filter = {
      ids: null,
      services: null,
      statuses: null,
      first_period: null,
      last_period: null,
      updated_after: null,
      updated_before: null,
      others: {},
    };
    const middle = await listOpen311Requests(publisher.db, 2, filter, {
      start: { skip: 0 },
      limit: ROWS / 2,
    });
    const last = middle.at(-1);
    if (last === undefined) throw new Error('there are rows');
    const on = await rowsTouched(() =>
      listOpen311Requests(publisher.db, 2, filter, { start: { after: last }, limit: 50 }),
    );
    const jump = await rowsTouched(() =>
      listOpen311Requests(publisher.db, 2, filter, { start: { skip: ROWS / 2 }, limit: 50 }),
    );
    expect(on).toBeLessThan(500);
    expect(jump).toBeGreaterThan(10_000);
  });
});
