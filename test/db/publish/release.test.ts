import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlaceRows, placeRows } from '../../../db/anonymise/ladder.ts';
import { publishLive } from '../../../db/publish/live.ts';
import { publishReleases } from '../../../db/publish/release.ts';
import { portalState } from '../../../db/queries/releases.ts';
import { at, openSmallCounty, type SmallCounty } from '../../setup/small-county.ts';
import { addEvent, addRequest } from '../../setup/triage-fixture.ts';

let county: SmallCounty;
beforeEach(async () => {
  county = await openSmallCounty();
});
afterEach(() => county.close());

const asOf = (release: number) =>
  county.rows(
    `select * from published.request_version where from_release <= $1 and (to_release is null or to_release > $1) order by service_request_id`,
    [release],
  );

describe('a release', () => {
  it('shows each request as it was at the cut-off, and old releases stay what they were', async () => {
    const a = await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-04T10:00'),
      reporters: [1, 2],
      events: [{ kind: 'acknowledged', at: at('2026-05-04T12:30') }],
    });
    await addRequest(county.importer, {
      service: 'light',
      area: 'tiny',
      received_at: at('2026-05-11T00:00'),
      reporters: [3],
    });
    const [first] = await publishReleases(county.job('2026-05-13T09:00'));
    expect(first).toMatchObject({ release: 1, label: '2026-05-11', requests: 1, added: 1 });
    await addEvent(county.importer, a.id, { kind: 'resolved', at: at('2026-05-14T10:00') });
    const [second] = await publishReleases(county.job('2026-05-19T09:00'));
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
      const { code } = await addRequest(county.importer, {
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
    const raised = await addRequest(county.importer, {
      service: 'road',
      area: 'south',
      received_at: at('2026-05-05T10:00'),
      raised: 'sensitive',
    });
    await addRequest(county.importer, {
      service: 'corruption',
      area: 'south',
      received_at: at('2026-05-05T11:00'),
    });
    await publishReleases(county.job('2026-05-27T09:00'));
    expect(await asOf(1)).toEqual([]);
    expect((await county.rows('select accounted_for from published.release'))[0].accounted_for).toEqual({
      // Six of a month that is not over are told as five: multiples of k.
      received: 5,
      published: 0,
      merged: 0,
      withheld: {},
      sensitive: null,
      pending: 5,
    });
    await publishReleases(county.job('2026-06-09T09:00'));
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
    await publishReleases(county.job('2026-06-16T09:00'));
    expect((await asOf(3)).filter((one) => one.resolution_hours === 192)).toHaveLength(2);
    const everything = JSON.stringify(await county.rows('select * from published.request_version'));
    for (const code of [raised.code, ...guarded]) expect(everything).not.toContain(code);
    expect(
      (await county.rows('select privacy from published.release where release = 3'))[0].privacy,
    ).toMatchObject({
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
      addRequest(county.importer, {
        service: 'clinic',
        area: 'north',
        received_at: at(`${day}T10:00`),
        reporters: [reporter],
        events: reporter % 2 ? [{ kind: 'declined', at: at('2026-05-29T10:00') }] : [],
      });
    for (const reporter of [1, 2, 3]) await clinic('2026-05-04', reporter);
    const held = async () => (await county.rows('select * from publisher.held_request')).length;
    const [first] = await publishReleases(county.job('2026-06-02T09:00'));
    expect(first?.accounted_for).toMatchObject({ received: 3, published: 0, pending: 3 });
    expect([(await asOf(1)).length, await held()]).toEqual([0, 3]);
    // Two that were entered late, in the middle of June: they wait for the next month's batch as well.
    for (const reporter of [4, 5]) await clinic('2026-05-20', reporter);
    await publishReleases(county.job('2026-06-16T09:00'));
    expect([(await asOf(2)).length, await held()]).toEqual([0, 5]);
    const [third] = await publishReleases(county.job('2026-07-07T09:00'));
    expect([(await asOf(3)).length, await held()]).toEqual([5, 0]);
    expect(third?.accounted_for).toMatchObject({ received: 5, published: 5, pending: 0 });
  });

  it('is not published when it would expose people, and says why', async () => {
    for (const reporter of [1, 2, 3])
      await addRequest(county.importer, {
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
    await expect(publishReleases({ ...county.job('2026-06-02T09:00'), place: careless })).rejects.toThrow(
      '1 cells of new guarded rows have fewer rows than k',
    );
    expect(await county.rows('select 1 from published.release')).toEqual([]);
    expect(await publishReleases({ ...county.job('2026-06-02T09:00'), place })).toMatchObject([
      { requests: 0 },
    ]);
  });

  it('takes a row that is withheld later out of all releases, and accounts for it by its reason', async () => {
    const a = await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-04T10:00'),
    });
    await publishReleases(county.job('2026-05-13T09:00'));
    await county.importer.query(`update triage.request set withheld_reason = 'personal_data' where id = $1`, [
      a.id,
    ]);
    const [second] = await publishReleases(county.job('2026-05-20T09:00'));
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
    expect(await county.rows('select * from published.withdrawal')).toMatchObject([
      { release: 1, withdrawn_on: '2026-05-20', requests: 1, coarsened: 0 },
    ]);
    const [before] = await county.rows(
      'select requests, accounted_for from published.release where release = 1',
    );
    expect(before).toMatchObject({
      requests: 0,
      accounted_for: { received: 1, published: 0, withheld: { withdrawn: 1 } },
    });
  });

  it('sees a change whose transaction was still open when the feed was read before', async () => {
    await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-01T10:00'),
    });
    const late = new pg.Client({ connectionString: county.databases.urls.importer });
    await late.connect();
    await late.query('begin');
    await late.query('select pg_current_xact_id()');
    await late.query(
      `insert into triage.request (service_request_id, source, external_id, service_code, area_code, received_at)
       values ('000-000-0000', 'late', '1', 'road', 'south', $1)`,
      [at('2026-05-02T10:00')],
    );
    await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-03T10:00'),
    });
    expect(await publishLive(county.job('2026-05-12T09:00'))).toMatchObject({ read: 2, changed: 2 });
    await publishReleases(county.job('2026-05-12T09:00'));
    await late.query('commit');
    await late.end();
    expect(await publishLive(county.job('2026-05-12T09:01'))).toMatchObject({ changed: 1 });
    const [second] = await publishReleases(county.job('2026-05-19T09:00'));
    expect(second).toMatchObject({ added: 1, requests: 3 });
  });

  it('says that it is a demonstration when its requests are invented, live status or not', async () => {
    const made = await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-04T10:00'),
    });
    await publishReleases(county.job('2026-05-13T09:00'));
    await county.importer.query(`update triage.request set source = 'demonstration' where id = $1`, [
      made.id,
    ]);
    await publishReleases(county.job('2026-05-20T09:00'));
    expect(
      await county.rows('select release, demonstration from published.release order by release'),
    ).toEqual([
      { release: 1, demonstration: false },
      { release: 2, demonstration: true },
    ]);
    expect((await portalState(county.publisher.db)).demonstration).toBe(true);
  });

  it('is cut once: not again without a new cut-off, and not by two publishers at once', async () => {
    await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-04T10:00'),
    });
    const both = await Promise.allSettled([
      publishReleases(county.job('2026-05-13T09:00')),
      publishReleases(county.job('2026-05-13T09:00')),
    ]);
    const cut = both.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    expect(cut).toHaveLength(1);
    expect(await publishReleases(county.job('2026-05-17T23:59'))).toEqual([]);
    expect(await county.rows('select release from published.release')).toEqual([{ release: 1 }]);
  });

  it('leaves nothing behind when it fails before the end, and a rerun completes it', async () => {
    await addRequest(county.importer, {
      service: 'road',
      area: 'north',
      received_at: at('2026-05-04T10:00'),
    });
    const broken = {
      ...county.job('2026-05-13T09:00'),
      manifestFiles: () => Promise.reject(new Error('disk')),
    };
    await expect(publishReleases(broken)).rejects.toThrow('disk');
    for (const table of ['release', 'request_version', 'response_cell', 'area', 'service', 'agency'])
      expect(await county.rows(`select 1 from published.${table}`)).toEqual([]);
    expect(await publishReleases({ ...county.job('2026-05-13T09:00'), dryRun: true })).toMatchObject([
      { release: 1, requests: 1 },
    ]);
    expect(await county.rows('select 1 from published.release')).toEqual([]);
    expect(await publishReleases(county.job('2026-05-13T09:00'))).toMatchObject([
      { release: 1, requests: 1 },
    ]);
  });
});
