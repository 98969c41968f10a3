/** A list read page by page stays of one release, whatever is published meanwhile: in feeds and in Open311. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPublisher } from '../../db/connect.ts';
import { rowsOf } from '../setup/published-fixture.ts';
import { PUBLIC_URL, type TestPortal, testPortal } from './portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

/** A third release: half of the rows end, and one is new. */
async function publishAnother(): Promise<void> {
  const publisher = connectPublisher(test.databases.urls.publisher);
  await publisher.db.transaction().execute(async (db) => {
    await sql`insert into published.release select (jsonb_populate_record(r, jsonb_build_object(
        'release', 3, 'label', '2026-11-23', 'cut_off', r.cut_off + interval '7 days',
        'published_at', r.published_at + interval '7 days'))).* from published.release r where release = 2`.execute(
      db,
    );
    await sql`update published.request_version set to_release = 3
      where to_release is null and hashtext(service_request_id) % 2 = 0`.execute(db);
    await sql`insert into published.request_version (service_request_id, disclosure, area_code, area_level, service_code,
        service_group, received_period, status, outcome, from_release)
      values ('AAA-AAA-AAAA', 'open', 'emsoo', 'ward', 'waste', 'water', '2026-11-20', 'open', 'waiting', 3)`.execute(
      db,
    );
  });
  await publisher.close();
  await test.portal.refresh();
}

const idsOf = (rows: readonly { service_request_id: string }[]) => rows.map((row) => row.service_request_id);

describe('a new release in the middle of reading', () => {
  it('changes nothing of the pages that follow', async () => {
    const before = await test.portal.forRequest();
    const geo = async (portal: typeof before, query: string) => {
      const answer = await portal.open311(new Request(`${PUBLIC_URL}/open311/v2/requests.json${query}`));
      const next = /requests\.json(\?[^>]+)>/.exec(answer.headers.get('link') ?? '')?.[1];
      const rows: { service_request_id: string }[] = await answer.json();
      return { ids: idsOf(rows), next };
    };
    const first = await before.api.requests.changes({ limit: 6 });
    const firstGeo = await geo(before, '?page_size=6');
    await publishAnother();
    const after = await test.portal.forRequest();
    expect(after.release).toBe(3);

    const read = idsOf(first.data);
    let cursor = first.next;
    while (cursor !== null) {
      const page = await after.api.requests.changes({ limit: 6, cursor });
      expect(page.release).toBe(2);
      read.push(...idsOf(page.data));
      cursor = page.next;
    }
    const readGeo = [...firstGeo.ids];
    let next = firstGeo.next;
    while (next !== undefined) {
      const page = await geo(after, next);
      readGeo.push(...page.ids);
      next = page.next;
    }
    const whole = idsOf(rowsOf(2)).toSorted();
    expect(read.toSorted()).toEqual(whole);
    expect(readGeo.toSorted()).toEqual(whole);
    expect(idsOf((await after.api.requests.changes({})).data)[0]).toBe('AAA-AAA-AAAA');
  });
});
