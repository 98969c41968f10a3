/**
 * Withdrawal over real PostgreSQL: afterwards every release is as if the row had never been published, down to the
 * bytes of its downloads; guarded rows that hid among the withdrawn ones do not stand exposed; and nothing that was
 * withdrawn comes back.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manifestFiles } from '../../../api/datasets/manifest.ts';
import { connectPublisher, connectTriageReader } from '../../../db/connect.ts';
import { silent } from '../../../db/progress.ts';
import { publishLive } from '../../../db/publish/live.ts';
import { publishReleases } from '../../../db/publish/release.ts';
import { withdrawRequests } from '../../../db/publish/withdraw-requests.ts';
import { manifestText } from '../../../db/schema/manifest-text.ts';
import type { ManifestFile } from '../../../db/schema/published.ts';
import { fillCounty } from '../../resilience/busy-county.ts';
import { stateAt } from '../../resilience/published-state.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { smallPack } from '../../setup/small-pack.ts';
import { addDimensions, addEvent, addRequest } from '../../setup/triage-fixture.ts';

const at = (local: string) => new Date(`${local}:00+03:00`);

interface Side {
  readonly databases: TestDatabases;
  readonly publisher: ReturnType<typeof connectPublisher>;
  readonly look: pg.Client;
}
let one: Side;
let other: Side;
let importer: pg.Client;
let triage: ReturnType<typeof connectTriageReader>;

async function open(): Promise<Side> {
  const databases = await createTestDatabases();
  const look = new pg.Client({ connectionString: databases.superuser.published });
  await look.connect();
  return { databases, publisher: connectPublisher(databases.urls.publisher), look };
}
beforeEach(async () => {
  [one, other] = [await open(), await open()];
  importer = new pg.Client({ connectionString: one.databases.urls.importer });
  await importer.connect();
  triage = connectTriageReader(one.databases.urls.triage_reader);
});
afterEach(async () => {
  await Promise.all([importer.end(), triage.close()]);
  for (const side of [one, other]) {
    await Promise.all([side.look.end(), side.publisher.close()]);
    await side.databases.drop();
  }
});

const job = (now: string, side = one) => ({
  triage,
  publisher: side.publisher,
  pack: smallPack,
  now: at(now),
  progress: silent,
  manifestFiles,
});
const withdraw = (now: string, codes: readonly string[], dryRun = false) =>
  withdrawRequests({ ...job(now), codes, dryRun });
const rows = async (sql: string, values: unknown[] = [], side = one) =>
  (await side.publisher.pool.query(sql, values)).rows;
const asOf = (release: number) =>
  rows(
    `select * from published.request_version where from_release <= $1 and (to_release is null or to_release > $1) order by service_request_id`,
    [release],
  );

/** A guarded report of May by a person, with a fate of its own. */
const clinic = (person: number, area: string, resolved: boolean) =>
  addRequest(importer, {
    service: 'clinic',
    area,
    received_at: at(`2026-05-${String(2 + (person % 25)).padStart(2, '0')}T10:00`),
    reporters: [person],
    events: resolved
      ? [{ kind: 'resolved', at: at(`2026-05-${String(4 + (person % 25)).padStart(2, '0')}T10:00`) }]
      : [],
  });
const rowOf = async (code: string) =>
  (await rows('select record_id from publisher.placement where service_request_id = $1', [code]))[0]
    ?.record_id;

describe('a withdrawn row', () => {
  it('leaves every release as if it had never been published: rows, cells, figures, counts and digests', async () => {
    await fillCounty(importer, 600, 3);
    for (const [service, number] of [
      ['road', 3],
      ['light', 40],
    ] as const)
      await importer.query(
        `insert into triage.event (request_id, kind, at)
         select id, 'reopened', received_at + interval '60 days' from triage.request where service_code = $1 order by id limit $2`,
        [service, number],
      );
    await publishLive(job('2023-06-30T12:00'));
    const reports = await publishReleases(job('2023-06-30T12:00'));
    const picked = await rows(
      `select service_request_id as id from published.request_version where disclosure = 'open'
        group by 1 order by count(*) desc, 1 limit 5`,
    );
    const codes = picked.map((row) => row.id as string);
    const { releases, withdrawn } = await withdraw('2023-06-30T13:00', codes);
    expect(withdrawn).toBe(5);
    expect(releases.length).toBeGreaterThan(2);

    await other.look.query('insert into publisher.record_key select true, $1', [
      (await one.look.query('select key from publisher.record_key')).rows[0].key,
    ]);
    await importer.query('delete from triage.request where service_request_id = any($1)', [codes]);
    await publishReleases(job('2023-06-30T12:00', other));
    const state = async (side: Side) => {
      const { release: _, ...tables } = await stateAt(side.look, reports.length);
      const { rows: counted } = await side.look.query(
        `select release, requests, added, changed, accounted_for -> 'published' as published, accounted_for -> 'merged' as merged,
                privacy, manifest from published.release order by release`,
      );
      return {
        tables,
        counted: counted.map(({ manifest, ...rest }) => ({ ...rest, files: comparable(manifest) })),
      };
    };
    expect(await state(one)).toEqual(await state(other));
  });

  it('is counted by release and day, with the digest that the manifest had before, and never named', async () => {
    await addDimensions(importer, smallPack);
    const [a, b] = [await road('2026-05-04T10:00'), await road('2026-05-05T10:00')];
    await road('2026-05-12T10:00');
    await publishReleases(job('2026-05-13T09:00'));
    await publishReleases(job('2026-05-19T09:00'));
    const before = await rows('select release, manifest_sha256 from published.release order by release');
    await withdraw('2026-05-21T09:00', [a.code]);
    await withdraw('2026-05-21T15:00', [b.code]);
    expect(await rows('select * from published.withdrawal order by release')).toEqual(
      before.map(({ release, manifest_sha256 }) => ({
        release,
        withdrawn_on: '2026-05-21',
        requests: 2,
        coarsened: 0,
        manifest_sha256,
      })),
    );
    const after = await rows(
      'select manifest, manifest_sha256, requests, accounted_for from published.release order by release',
    );
    for (const { manifest, manifest_sha256 } of after)
      expect(createHash('sha256').update(manifestText(manifest)).digest('hex')).toBe(manifest_sha256);
    expect(after.map((row) => row.accounted_for.withheld)).toEqual([{ withdrawn: 2 }, { withdrawn: 2 }]);
    const everything = await one.look.query(
      `select string_agg(t::text, ' ') as text from (select to_jsonb(x) from published.request_version x
         union all select to_jsonb(x) from published.response_cell x union all select to_jsonb(x) from published.withdrawal x
         union all select to_jsonb(x) from published.release x) t`,
    );
    for (const code of [a.code, b.code]) expect(everything.rows[0].text).not.toContain(code);
  });

  it('is named by no page of a request that was merged into it', async () => {
    await addDimensions(importer, smallPack);
    const open = { service: 'road', area: 'north', received_at: at('2026-05-10T10:00') };
    const into = await addRequest(importer, open);
    const merged = await addRequest(importer, {
      ...open,
      events: [{ kind: 'merged', at: at('2026-05-11T10:00') }],
      duplicate_of: into.id,
    });
    const named = async () => {
      const [page] = await rows('select detail from published.request_live where service_request_id = $1', [
        merged.code,
      ]);
      return page.detail.merged_into;
    };
    await publishLive(job('2026-05-12T09:00'));
    await publishReleases(job('2026-05-18T09:00'));
    expect(await named()).toBe(into.code);
    await withdraw('2026-05-18T10:00', [into.code]);
    expect(await named()).toBeNull();
    await addEvent(importer, merged.id, { kind: 'acknowledged', at: at('2026-05-18T10:00') });
    await publishLive(job('2026-05-18T11:00'));
    expect(await named()).toBeNull();
  });

  it('never comes back, and later releases account for it', async () => {
    await addDimensions(importer, smallPack);
    const a = await road('2026-05-04T10:00');
    await publishLive(job('2026-05-13T09:00'));
    await publishReleases(job('2026-05-13T09:00'));
    await withdraw('2026-05-14T09:00', [a.code]);
    await addEvent(importer, a.id, { kind: 'resolved', at: at('2026-05-15T10:00') });
    await publishLive(job('2026-05-19T09:00'));
    const [next] = await publishReleases(job('2026-05-19T09:00'));
    expect(next).toMatchObject({ requests: 0, accounted_for: { received: 1, withheld: { withdrawn: 1 } } });
    expect(await rows('select tier, detail, sealed from published.request_live')).toEqual([
      { tier: 'withdrawn', detail: null, sealed: null },
    ]);
  });

  it('withdrawn again changes nothing, and an unknown code changes nothing at all', async () => {
    await addDimensions(importer, smallPack);
    const [a, b] = [await road('2026-05-04T10:00'), await road('2026-05-05T10:00')];
    await publishLive(job('2026-05-13T09:00'));
    await publishReleases(job('2026-05-13T09:00'));
    await withdraw('2026-05-14T09:00', [a.code]);
    const state = await stateAt(one.look, 1);
    expect(await withdraw('2026-05-15T09:00', [a.code])).toMatchObject({
      withdrawn: 0,
      already: 1,
      releases: [],
    });
    await expect(withdraw('2026-05-15T09:00', [b.code, '000-000-0000'])).rejects.toThrow(
      /Nothing is published of 000-000-0000: .* Nothing was changed/,
    );
    expect(await stateAt(one.look, 1)).toEqual(state);
  });

  it('in a rehearsal is counted and stays', async () => {
    await addDimensions(importer, smallPack);
    const a = await road('2026-05-04T10:00');
    await publishReleases(job('2026-05-13T09:00'));
    const state = await stateAt(one.look, 1);
    expect(await withdraw('2026-05-14T09:00', [a.code], true)).toMatchObject({
      withdrawn: 1,
      releases: [{ release: 1, requests: 1, coarsened: 0 }],
    });
    expect(await stateAt(one.look, 1)).toEqual(state);
  });
});

describe('guarded rows that hid among a withdrawn one', () => {
  beforeEach(() => addDimensions(importer, smallPack));

  it('move to the next coarser cell that holds them, in all releases and on their status pages', async () => {
    const north: { id: number; code: string }[] = [];
    for (let i = 0; i < 5; i++) north.push(await clinic(i, 'north', i % 2 === 0));
    // These find no cell in their own ward and stand at the county.
    for (let i = 0; i < 5; i++) await clinic(10 + i, ['south', 'tiny'][i % 2] ?? '', i % 2 === 0);
    await publishLive(job('2026-06-01T09:00'));
    await publishReleases(job('2026-06-01T09:00'));
    expect(new Set((await asOf(1)).map((row) => row.area_code))).toEqual(new Set(['north', 'county']));
    await publishReleases(job('2026-06-09T09:00'));
    const [first, ...others] = north;
    const { coarsened, held, releases } = await withdraw('2026-06-10T09:00', [first?.code ?? '']);
    expect({ coarsened, held }).toEqual({ coarsened: 4, held: 0 });
    expect(releases).toEqual([1, 2].map((release) => ({ release, requests: 1, coarsened: 4 })));
    for (const release of [1, 2]) {
      const found = await asOf(release);
      expect(found).toHaveLength(9);
      expect(new Set(found.map((row) => `${row.area_code} ${row.service_code}`))).toEqual(
        new Set(['county clinic']),
      );
      const cells = await rows(
        `select area_code, requests from published.response_cell where measure = 'resolution'
            and from_release <= $1 and (to_release is null or to_release > $1)`,
        [release],
      );
      expect(cells).toEqual([{ area_code: 'county', requests: 9 }]);
    }
    const pages = await rows(
      `select distinct tier, detail ->> 'area_code' as area from published.request_live order by tier`,
    );
    expect(pages).toEqual([
      { tier: 'guarded', area: 'county' },
      { tier: 'withdrawn', area: null },
    ]);
    expect(await rows('select distinct cell_rows, cell_reporters from publisher.placement')).toEqual([
      { cell_rows: 9, cell_reporters: 9 },
    ]);
    // The next release takes them up where they are now.
    for (const { id } of others)
      await addEvent(importer, id, { kind: 'confirmed', at: at('2026-06-11T09:00') });
    await publishReleases(job('2026-06-16T09:00'));
    expect(new Set((await asOf(3)).map((row) => row.area_code))).toEqual(new Set(['county']));
  });

  it('leave too where nothing holds them, and wait for a cell that does', async () => {
    const reports: { id: number; code: string }[] = [];
    for (let i = 0; i < 5; i++) reports.push(await clinic(i, 'north', i % 2 === 0));
    await publishLive(job('2026-06-01T09:00'));
    await publishReleases(job('2026-06-01T09:00'));
    expect(await asOf(1)).toHaveLength(5);
    expect(await withdraw('2026-06-02T09:00', [await rowOf(reports[0]?.code ?? '')])).toMatchObject({
      withdrawn: 1,
      held: 4,
      releases: [{ release: 1, requests: 5, coarsened: 0 }],
    });
    expect(await asOf(1)).toEqual([]);
    expect(await rows(`select count(*)::int as n from published.response_cell`)).toEqual([{ n: 0 }]);
    const [next] = await publishReleases(job('2026-06-09T09:00'));
    expect(next?.accounted_for).toMatchObject({ published: 0, pending: 4, withheld: { withdrawn: 1 } });
    const pages = await rows(
      'select tier, count(*)::int as n from published.request_live group by 1 order by 1',
    );
    expect(pages).toEqual([
      { tier: 'guarded', n: 4 },
      { tier: 'withdrawn', n: 1 },
    ]);
    // In July another report of May comes to light, and the five of them hold.
    await clinic(20, 'north', true);
    await publishReleases(job('2026-07-07T09:00'));
    expect(await asOf(3)).toHaveLength(5);
  });

  it('leave with one that is raised to sensitive, when the next release is cut', async () => {
    const reports: { id: number; code: string }[] = [];
    for (let i = 0; i < 6; i++) reports.push(await clinic(i, 'north', i % 2 === 0));
    for (let i = 0; i < 2; i++) await clinic(10 + i, 'south', true);
    for (let i = 0; i < 3; i++) await clinic(20 + i, 'tiny', false);
    await publishReleases(job('2026-06-01T09:00'));
    expect((await asOf(1)).filter((row) => row.area_code === 'north')).toHaveLength(6);
    const raise = (which: number) =>
      importer.query(`update triage.request set tier_raised = 'sensitive' where id = $1`, [
        reports[which]?.id,
      ]);
    await raise(0);
    await publishReleases(job('2026-06-09T09:00'));
    for (const release of [1, 2])
      expect((await asOf(release)).filter((row) => row.area_code === 'north')).toHaveLength(5);
    await raise(1);
    await publishReleases(job('2026-06-16T09:00'));
    for (const release of [1, 2, 3]) {
      const found = await asOf(release);
      expect(found).toHaveLength(9);
      expect(new Set(found.map((row) => row.area_code))).toEqual(new Set(['county']));
    }
  });
});

const road = (received: string) =>
  addRequest(importer, { service: 'road', area: 'north', received_at: at(received), reporters: [1] });

/** The dataset of figures holds the account, which says that rows were withdrawn. */
function comparable({ files }: { files: readonly ManifestFile[] }): ManifestFile[] {
  return files.filter((file) => file.dataset !== 'statistics');
}
