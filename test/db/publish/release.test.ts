import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PlaceRows, placeRows } from '../../../db/anonymise/ladder.ts';
import { publicationPolicy } from '../../../db/anonymise/policy.ts';
import { publishableRow } from '../../../db/anonymise/publishable.ts';
import { connectPublisher, connectTriageReader } from '../../../db/connect.ts';
import { silent } from '../../../db/progress.ts';
import { publishLive } from '../../../db/publish/live.ts';
import { readRequests, withTriageSnapshot } from '../../../db/publish/read-requests.ts';
import { publishReleases } from '../../../db/publish/release.ts';
import { portalState } from '../../../db/queries/releases.ts';
import type { EventKind } from '../../../db/schema/triage.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { smallPack } from '../../setup/small-pack.ts';
import { addDimensions, addEvent, addRequest } from '../../setup/triage-fixture.ts';

const at = (local: string) => new Date(`${local}:00+03:00`);
const manifestFiles = async () => [];
const policy = publicationPolicy(smallPack);

let databases: TestDatabases;
let importer: pg.Client;
let triage: ReturnType<typeof connectTriageReader>;
let publisher: ReturnType<typeof connectPublisher>;

async function fresh() {
  databases = await createTestDatabases();
  importer = new pg.Client({ connectionString: databases.urls.importer });
  await importer.connect();
  triage = connectTriageReader(databases.urls.triage_reader);
  publisher = connectPublisher(databases.urls.publisher);
  await addDimensions(importer, smallPack);
}
async function discard() {
  await Promise.all([importer.end(), triage.close(), publisher.close()]);
  await databases.drop();
}
const job = (now: string) => ({
  triage,
  publisher,
  pack: smallPack,
  now: at(now),
  progress: silent,
  manifestFiles,
});
const rows = async (sql: string, values: unknown[] = []) => (await publisher.pool.query(sql, values)).rows;
const asOf = (release: number) =>
  rows(
    `select * from published.request_version where from_release <= $1 and (to_release is null or to_release > $1) order by service_request_id`,
    [release],
  );

describe('a release', () => {
  beforeEach(fresh);
  afterEach(discard);

  it('shows each request as it was at the cut-off, and old releases stay what they were', async () => {
    const a = await addRequest(importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-04T10:00'),
      reporters: [1, 2],
      events: [{ kind: 'acknowledged', at: at('2026-05-04T12:30') }],
    });
    await addRequest(importer, {
      service: 'light',
      area: 'tiny',
      received_at: at('2026-05-11T00:00'),
      reporters: [3],
    });
    const [first] = await publishReleases(job('2026-05-13T09:00'));
    expect(first).toMatchObject({ release: 1, label: '2026-05-11', requests: 1, added: 1 });
    await addEvent(importer, a.id, { kind: 'resolved', at: at('2026-05-14T10:00') });
    const [second] = await publishReleases(job('2026-05-19T09:00'));
    expect(second).toMatchObject({ release: 2, label: '2026-05-18', requests: 2, added: 1, changed: 1 });

    expect(await asOf(1)).toMatchObject([
      {
        service_request_id: a.code,
        disclosure: 'open',
        area_code: 'north',
        received_period: '2026-05-04',
        status: 'open',
        outcome: 'in_progress',
        first_response_hours: 3,
        resolution_hours: null,
        reporters: '2-4',
        first_response_due: '2026-05-07',
      },
    ]);
    const now = await asOf(2);
    expect(now.find((row) => row.service_request_id === a.code)).toMatchObject({
      status: 'closed',
      outcome: 'resolved',
      resolution_hours: 240,
    });
    expect(now.find((row) => row.service_request_id !== a.code)).toMatchObject({
      area_code: 'county',
      area_level: 'county',
      reporters: '1',
    });
  });

  it('publishes guarded rows by the month, under ids of their own, and never sensitive ones', async () => {
    const guarded: string[] = [];
    for (let i = 0; i < 6; i++) {
      const { code } = await addRequest(importer, {
        service: 'clinic',
        area: 'north',
        received_at: at(`2026-05-0${i + 2}T10:00`),
        reporters: [i],
        summary: 'Long queue',
        summary_approved: true,
        events: i < 2 ? [{ kind: 'resolved', at: at(`2026-05-${i + 10}T10:00`) }] : [],
      });
      guarded.push(code);
    }
    const raised = await addRequest(importer, {
      service: 'road',
      area: 'south',
      received_at: at('2026-05-05T10:00'),
      raised: 'sensitive',
    });
    await addRequest(importer, { service: 'corruption', area: 'south', received_at: at('2026-05-05T11:00') });
    await publishReleases(job('2026-05-27T09:00'));
    expect(await asOf(1)).toEqual([]);
    expect((await rows('select accounted_for from published.release'))[0].accounted_for).toEqual({
      // Six of a month that is not over are told as five: multiples of k.
      received: 5,
      published: 0,
      merged: 0,
      withheld: {},
      sensitive: null,
      pending: 5,
    });
    await publishReleases(job('2026-06-09T09:00'));
    const row = {
      disclosure: 'guarded',
      area_code: 'north',
      service_code: 'clinic',
      service_group: 'health',
      agency_responsible: 'health',
      received_period: '2026-05',
      reporters: '1',
      public_summary: null,
      first_response_due: null,
    };
    expect(await asOf(2)).toMatchObject(Array(6).fill(row));
    // Resolved after 8 days: seen 8 days after the end of the month, not sooner.
    expect((await asOf(2)).filter((one) => one.status === 'closed')).toHaveLength(0);
    await publishReleases(job('2026-06-16T09:00'));
    expect((await asOf(3)).filter((one) => one.resolution_hours === 192)).toHaveLength(2);
    const everything = JSON.stringify(await rows('select * from published.request_version'));
    for (const code of [raised.code, ...guarded]) expect(everything).not.toContain(code);
    expect((await rows('select privacy from published.release where release = 3'))[0].privacy).toMatchObject({
      k: 5,
      held: 0,
      smallest_cell: 6,
      largest_linkage: 1 / 6,
      steps: [
        { area_level: 'ward', service: 'service', requests: 6, added: 0 },
        { area_level: 'ward', service: 'group', requests: 0, added: 0 },
        { area_level: 'county', service: 'service', requests: 0, added: 0 },
        { area_level: 'county', service: 'group', requests: 0, added: 0 },
        { area_level: 'county', service: 'any', requests: 0, added: 0 },
      ],
    });
  });

  it('holds guarded rows that no cell can take, and tries them again with those of the next month', async () => {
    const clinic = (day: string, reporter: number) =>
      addRequest(importer, {
        service: 'clinic',
        area: 'north',
        received_at: at(`${day}T10:00`),
        reporters: [reporter],
        events: reporter % 2 ? [{ kind: 'declined', at: at('2026-05-29T10:00') }] : [],
      });
    for (const reporter of [1, 2, 3]) await clinic('2026-05-04', reporter);
    const held = async () => (await rows('select * from publisher.held_request')).length;
    const [first] = await publishReleases(job('2026-06-02T09:00'));
    expect(first?.accounted_for).toMatchObject({ received: 3, published: 0, pending: 3 });
    expect([(await asOf(1)).length, await held()]).toEqual([0, 3]);
    // Two that were entered late, in the middle of June: they wait for the next month's batch as well.
    for (const reporter of [4, 5]) await clinic('2026-05-20', reporter);
    await publishReleases(job('2026-06-16T09:00'));
    expect([(await asOf(2)).length, await held()]).toEqual([0, 5]);
    const [third] = await publishReleases(job('2026-07-07T09:00'));
    expect([(await asOf(3)).length, await held()]).toEqual([5, 0]);
    expect(third?.accounted_for).toMatchObject({ received: 5, published: 5, pending: 0 });
  });

  it('is not published when it would expose people, and says why', async () => {
    for (const reporter of [1, 2, 3])
      await addRequest(importer, {
        service: 'clinic',
        area: 'north',
        received_at: at('2026-05-04T10:00'),
        reporters: [reporter],
      });
    const place: PlaceRows = (rows, ladder) => placeRows(rows, ladder, 1);
    const careless: PlaceRows = (rows) => ({
      placed: rows.map((row) => ({
        ...row,
        area_code: 'north',
        area_level: 'ward',
        cell_rows: 3,
        cell_reporters: 3,
      })),
      held: [],
    });
    await expect(publishReleases({ ...job('2026-06-02T09:00'), place: careless })).rejects.toThrow(
      '1 cells of new guarded rows have fewer rows than k',
    );
    expect(await rows('select 1 from published.release')).toEqual([]);
    expect(await publishReleases({ ...job('2026-06-02T09:00'), place })).toMatchObject([{ requests: 0 }]);
  });

  it('takes a row that is withheld later out of all releases, and accounts for it by its reason', async () => {
    const a = await addRequest(importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-04T10:00'),
    });
    await publishReleases(job('2026-05-13T09:00'));
    await importer.query(`update triage.request set withheld_reason = 'personal_data' where id = $1`, [a.id]);
    const [second] = await publishReleases(job('2026-05-20T09:00'));
    expect(second).toMatchObject({ requests: 0 });
    expect(second?.accounted_for).toEqual({
      received: 1,
      published: 0,
      merged: 0,
      withheld: { personal_data: 1 },
      sensitive: null,
      pending: 0,
    });
    expect(await asOf(1)).toHaveLength(0);
    expect(await asOf(2)).toHaveLength(0);
    expect(await rows('select * from published.withdrawal')).toMatchObject([
      { release: 1, withdrawn_on: '2026-05-20', requests: 1, coarsened: 0 },
    ]);
    const [before] = await rows('select requests, accounted_for from published.release where release = 1');
    expect(before).toMatchObject({
      requests: 0,
      accounted_for: { received: 1, published: 0, withheld: { withdrawn: 1 } },
    });
  });

  it('sees a change whose transaction was still open when the feed was read before', async () => {
    await addRequest(importer, { service: 'road', area: 'north', received_at: at('2026-05-01T10:00') });
    const late = new pg.Client({ connectionString: databases.urls.importer });
    await late.connect();
    await late.query('begin');
    await late.query('select pg_current_xact_id()');
    await late.query(
      `insert into triage.request (service_request_id, source, external_id, service_code, area_code, received_at)
       values ('000-000-0000', 'late', '1', 'road', 'south', $1)`,
      [at('2026-05-02T10:00')],
    );
    await addRequest(importer, { service: 'road', area: 'north', received_at: at('2026-05-03T10:00') });
    expect(await publishLive(job('2026-05-12T09:00'))).toMatchObject({ read: 2, changed: 2 });
    await publishReleases(job('2026-05-12T09:00'));
    await late.query('commit');
    await late.end();
    expect(await publishLive(job('2026-05-12T09:01'))).toMatchObject({ changed: 1 });
    const [second] = await publishReleases(job('2026-05-19T09:00'));
    expect(second).toMatchObject({ added: 1, requests: 3 });
  });

  it('says that it is a demonstration when its requests are invented, live status or not', async () => {
    const made = await addRequest(importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-04T10:00'),
    });
    await publishReleases(job('2026-05-13T09:00'));
    await importer.query(`update triage.request set source = 'demonstration' where id = $1`, [made.id]);
    await publishReleases(job('2026-05-20T09:00'));
    expect(await rows('select release, demonstration from published.release order by release')).toEqual([
      { release: 1, demonstration: false },
      { release: 2, demonstration: true },
    ]);
    expect((await portalState(publisher.db)).demonstration).toBe(true);
  });

  it('is cut once: not again without a new cut-off, and not by two publishers at once', async () => {
    await addRequest(importer, { service: 'road', area: 'north', received_at: at('2026-05-04T10:00') });
    const both = await Promise.allSettled([
      publishReleases(job('2026-05-13T09:00')),
      publishReleases(job('2026-05-13T09:00')),
    ]);
    const cut = both.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    expect(cut).toHaveLength(1);
    expect(await publishReleases(job('2026-05-17T23:59'))).toEqual([]);
    expect(await rows('select release from published.release')).toEqual([{ release: 1 }]);
  });

  it('leaves nothing behind when it fails before the end, and a rerun completes it', async () => {
    await addRequest(importer, { service: 'road', area: 'north', received_at: at('2026-05-04T10:00') });
    const broken = { ...job('2026-05-13T09:00'), manifestFiles: () => Promise.reject(new Error('disk')) };
    await expect(publishReleases(broken)).rejects.toThrow('disk');
    for (const table of ['release', 'request_version', 'response_cell', 'area', 'service', 'agency'])
      expect(await rows(`select 1 from published.${table}`)).toEqual([]);
    expect(await publishReleases({ ...job('2026-05-13T09:00'), dryRun: true })).toMatchObject([
      { release: 1, requests: 1 },
    ]);
    expect(await rows('select 1 from published.release')).toEqual([]);
    expect(await publishReleases(job('2026-05-13T09:00'))).toMatchObject([{ release: 1, requests: 1 }]);
  });
});

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
    await fresh();
    const start = at('2026-03-02T00:00').getTime();
    const hour = 3_600_000;
    const ids: { id: number; received: number }[] = [];
    for (let week = 0; week < 8; week++) {
      const from = start + week * 168 * hour;
      for (let i = 0; i < 12; i++) {
        const received = from + next(168) * hour + next(3600) * 1000;
        const { id } = await addRequest(importer, {
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
          await addEvent(importer, one.id, {
            kind: kinds[next(kinds.length)] ?? 'started',
            at: new Date(when),
          });
      }
      if (week % 3 === 1)
        await importer.query(`update triage.request set withheld_reason = 'abuse' where id = $1`, [
          ids[next(ids.length)]?.id,
        ]);
      await publishReleases({ ...job('2026-03-02T00:00'), now: new Date(from + 169 * hour) });
    }
    cutOffs.push(...(await rows('select release, cut_off from published.release order by release')));
  }, 120_000);
  afterAll(discard);

  /** The rows of a release, computed from the triage database as it is now; of the releases before, the places alone. */
  const fromScratch = (cutOff: Date, release: number, from: pg.Pool) =>
    withTriageSnapshot(triage.pool, async (client) => {
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
    const got = await released(publisher.pool, last.release);
    expect(got.length).toBeGreaterThan(40);
    expect(got.filter((row) => row.disclosure === 'guarded').length).toBeGreaterThan(10);
    expect(got).toEqual(await fromScratch(last.cut_off, last.release, publisher.pool));
  });

  it('a portal that starts with this past gets a release a month, each equal to one computed from scratch', async () => {
    const other = await createTestDatabases();
    const second = connectPublisher(other.urls.publisher);
    const reports = await publishReleases({ ...job('2026-05-06T09:00'), publisher: second });
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
      const direct = await rows(
        `select received_period, area_code, coalesce(service_code, '') as service_code, count(*)::int as requests,
                count(first_response_hours)::int as answered, count(resolution_hours)::int as resolved,
                count(*) filter (where outcome = 'declined')::int as declined, count(resolution_due)::int as due,
                sum(resolution_hours)::int as hours
           from published.request_version where from_release <= $1 and (to_release is null or to_release > $1)
          group by 1, 2, 3 order by 1, 2, 3`,
        [release],
      );
      const cells = await rows(
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
    for (const { accounted_for: a, requests } of await rows(
      'select accounted_for, requests from published.release',
    )) {
      const withheld = Object.values<number>(a.withheld).reduce((sum, n) => sum + n, 0);
      expect(a.received).toBe(a.published + a.merged + withheld + (a.sensitive ?? 0) + a.pending);
      expect(requests).toBe(a.published + a.merged);
    }
  });
});
