/** Many small releases of a lively history come to the same as one that is computed from scratch. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicationPolicy } from '../../../db/anonymise/policy.ts';
import { publishableRow } from '../../../db/anonymise/publishable.ts';
import { connectPublisher } from '../../../db/connect.ts';
import { readRequests, withTriageSnapshot } from '../../../db/publish/read-requests.ts';
import { publishReleases } from '../../../db/publish/release.ts';
import type { EventKind } from '../../../db/schema/triage.ts';
import { createTestDatabases } from '../../setup/databases.ts';
import { at, openSmallCounty, type SmallCounty } from '../../setup/small-county.ts';
import { smallPack } from '../../setup/small-pack.ts';
import { addEvent, addRequest } from '../../setup/triage-fixture.ts';

const policy = publicationPolicy(smallPack);
let county: SmallCounty;
describe('over a long and lively history', () => {
  const kinds: EventKind[] = [
    'acknowledged',
    'assigned',
    'started',
    'resolved',
    'reopened',
    'declined',
    'merged',
    'confirmed',
    'disputed',
  ];
  let random = 12345;
  const next = (n: number) => {
    random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((random / 2 ** 32) * n);
  };
  const cutOffs: { release: number; cut_off: Date }[] = [];

  beforeAll(async () => {
    county = await openSmallCounty();
    const start = at('2026-03-02T00:00').getTime();
    const hour = 3_600_000;
    const ids: { id: number; received: number }[] = [];
    for (let week = 0; week < 8; week++) {
      const from = start + week * 168 * hour;
      for (let i = 0; i < 12; i++) {
        const received = from + next(168) * hour + next(3600) * 1000;
        const { id } = await addRequest(county.importer, {
          service: ['road', 'light', 'clinic', 'corruption'][next(4)] ?? 'road',
          area: ['north', 'south', 'tiny'][next(3)] ?? 'north',
          received_at: new Date(received),
          reporters: [...new Set(Array.from({ length: next(7) }, () => next(30)))],
        });
        ids.push({ id, received });
      }
      for (let i = 0; i < 25; i++) {
        const one = ids[next(ids.length)];
        const when = from + next(168) * hour;
        if (one && when > one.received)
          await addEvent(county.importer, one.id, {
            kind: kinds[next(kinds.length)] ?? 'started',
            at: new Date(when),
          });
      }
      if (week % 3 === 1)
        await county.importer.query(`update triage.request set withheld_reason = 'abuse' where id = $1`, [
          ids[next(ids.length)]?.id,
        ]);
      await publishReleases({ ...county.job('2026-03-02T00:00'), now: new Date(from + 169 * hour) });
    }
    cutOffs.push(...(await county.rows('select release, cut_off from published.release order by release')));
  }, 120_000);
  afterAll(() => county.close());

  /** The rows of a release, computed from the triage database as it is now; of the releases before, the places alone. */
  const fromScratch = (cutOff: Date, release: number, from: pg.Pool) =>
    withTriageSnapshot(county.triage.pool, async (client) => {
      const ids = (
        await client.query<{ id: number }>('select id from triage.request where received_at < $1', [cutOff])
      ).rows;
      const found = [];
      const placed = await from.query(
        'select service_request_id, record_id, area_code, area_level, service_code, service_group, received_period, reporters from publisher.placement where placed_release <= $1',
        [release],
      );
      const places = new Map(
        placed.rows.map(({ service_request_id, ...place }) => [service_request_id, place]),
      );
      for await (const batch of readRequests(
        client,
        ids.map((row) => row.id),
        policy,
      ))
        for (const request of batch) {
          const publishable = publishableRow(request, policy, cutOff, places.get(request.service_request_id));
          if (publishable.kind === 'row') found.push(publishable.row);
        }
      return found.sort((a, b) => (a.service_request_id < b.service_request_id ? -1 : 1));
    });
  const released = async (from: pg.Pool, release: number) => {
    const { rows } = await from.query(
      `select * from published.request_version where from_release <= $1 and (to_release is null or to_release > $1) order by service_request_id collate "C"`,
      [release],
    );
    return rows.map(({ from_release: _from, to_release: _to, ...row }) => row);
  };

  it('the newest release, made of small steps, equals one computed from scratch', async () => {
    const last = cutOffs.at(-1);
    if (!last) throw new Error('no release was cut');
    const got = await released(county.publisher.pool, last.release);
    expect(got.length).toBeGreaterThan(40);
    expect(got.filter((row) => row.disclosure === 'guarded').length).toBeGreaterThan(10);
    expect(got).toEqual(await fromScratch(last.cut_off, last.release, county.publisher.pool));
  });

  it('a portal that starts with this past gets a release a month, each equal to one computed from scratch', async () => {
    const other = await createTestDatabases();
    const second = connectPublisher(other.urls.publisher);
    const reports = await publishReleases({ ...county.job('2026-05-06T09:00'), publisher: second });
    expect(reports.map((report) => report.label)).toEqual(['2026-04-01', '2026-05-01', '2026-05-04']);
    for (const { release, label } of reports) {
      const got = await released(second.pool, release);
      expect(got.length).toBeGreaterThan(15);
      expect(got).toEqual(await fromScratch(at(`${label}T00:00`), release, second.pool));
    }
    await second.close();
    await other.drop();
  });

  it('the cells of every release add up to its rows', async () => {
    expect(cutOffs.length).toBeGreaterThan(5);
    for (const { release } of cutOffs) {
      const direct = await county.rows(
        `select received_period, area_code, coalesce(service_code, '') as service_code, count(*)::int as requests,
                count(first_response_hours)::int as answered, count(resolution_hours)::int as resolved,
                count(*) filter (where outcome = 'declined')::int as declined, count(resolution_due)::int as due,
                sum(resolution_hours)::int as hours
           from published.request_version where from_release <= $1 and (to_release is null or to_release > $1)
          group by 1, 2, 3 order by 1, 2, 3`,
        [release],
      );
      const cells = await county.rows(
        `with c as (select *, (select coalesce(sum(n), 0)::int from unnest(counts) n) as happened,
                           (select sum(h * n)::int from unnest(hours, counts) x (h, n)) as total
                      from published.response_cell where from_release <= $1 and (to_release is null or to_release > $1))
         select received_period, area_code, service_code,
                sum(requests) filter (where measure = 'resolution')::int as requests,
                sum(happened) filter (where measure = 'first_response')::int as answered,
                sum(happened) filter (where measure = 'resolution')::int as resolved,
                coalesce(sum(happened) filter (where measure = 'declined'), 0)::int as declined,
                coalesce(sum(happened) filter (where measure = 'resolution_due'), 0)::int as due,
                sum(total) filter (where measure = 'resolution')::int as hours
           from c group by 1, 2, 3 order by 1, 2, 3`,
        [release],
      );
      expect(cells).toEqual(direct);
    }
  });

  it('the account of every release adds up', async () => {
    for (const { accounted_for: a, requests } of await county.rows(
      'select accounted_for, requests from published.release',
    )) {
      const withheld = Object.values<number>(a.withheld).reduce((sum, n) => sum + n, 0);
      expect(a.received).toBe(a.published + a.merged + withheld + (a.sensitive ?? 0) + a.pending);
      expect(requests).toBe(a.published + a.merged);
    }
  });
});
