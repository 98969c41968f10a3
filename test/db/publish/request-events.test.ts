import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPublic } from '../../../db/attacks/read-public.ts';
import { connectWeb } from '../../../db/connect.ts';
import { silent } from '../../../db/progress.ts';
import { publishLive } from '../../../db/publish/live.ts';
import { publishReleases } from '../../../db/publish/release.ts';
import { withdrawRequests } from '../../../db/publish/withdraw-requests.ts';
import { at, openSmallCounty, type SmallCounty } from '../../setup/small-county.ts';
import { addEvent, addRequest } from '../../setup/triage-fixture.ts';

let county: SmallCounty;
beforeEach(async () => {
  county = await openSmallCounty();
});
afterEach(() => county.close());

const stepsAt = (release: number) =>
  county.rows(
    `select service_request_id as code, position, kind, day::text, note from published.request_event
      where from_release <= $1 and (to_release is null or to_release > $1) order by 1, 2`,
    [release],
  );
const road = async (received: string, note?: string) => {
  const made = await addRequest(county.importer, {
    service: 'road',
    area: 'north',
    received_at: at(received),
    reporters: [1],
    events: note ? [] : [{ kind: 'acknowledged', at: at('2026-05-05T12:30') }],
  });
  if (note)
    await addEvent(county.importer, made.id, {
      kind: 'acknowledged',
      at: at('2026-05-05T12:30'),
      note,
      approved: true,
    });
  return made;
};

describe('the steps of a request', () => {
  it('are those of the cut-off, and an old release keeps its own', async () => {
    const { id, code } = await road('2026-05-04T10:00', 'The grader comes on Monday');
    await publishReleases(county.job('2026-05-13T09:00'));
    await addEvent(county.importer, id, {
      kind: 'resolved',
      at: at('2026-05-14T23:30'),
      note: 'Done',
      approved: false,
    });
    await publishReleases(county.job('2026-05-19T09:00'));
    const before = [
      { code, position: 1, kind: 'received', day: '2026-05-04', note: null },
      { code, position: 2, kind: 'acknowledged', day: '2026-05-05', note: 'The grader comes on Monday' },
    ];
    expect(await stepsAt(1)).toEqual(before);
    // A note that nobody else approved is not published; the steps of before are the same versions.
    expect(await stepsAt(2)).toEqual([
      ...before,
      { code, position: 3, kind: 'resolved', day: '2026-05-14', note: null },
    ]);
    expect(
      await county.rows('select from_release, to_release from published.request_event order by position'),
    ).toEqual([
      { from_release: 1, to_release: null },
      { from_release: 1, to_release: null },
      { from_release: 2, to_release: null },
    ]);
  });

  it('are of open requests alone', async () => {
    await road('2026-05-04T10:00');
    for (let person = 10; person < 22; person += 1)
      await addRequest(county.importer, {
        service: 'clinic',
        area: 'north',
        received_at: at('2026-04-10T10:00'),
        reporters: [person],
        events: person % 2 ? [{ kind: 'resolved', at: at('2026-04-12T10:00') }] : [],
      });
    await publishReleases(county.job('2026-05-13T09:00'));
    const [{ guarded }] = await county.rows(
      `select count(*)::int as guarded from published.request_version where disclosure = 'guarded'`,
    );
    expect(guarded).toBeGreaterThan(0);
    expect(
      await county.rows(
        `select distinct disclosure from published.request_event e join published.request_version v using (service_request_id)`,
      ),
    ).toEqual([{ disclosure: 'open' }]);
    expect(await county.rows('select * from published.request_event')).toHaveLength(2);
  });

  it.each(['guarded', 'sensitive', 'withheld'])(
    'leave every release with the row of a request that is now %s',
    async (now) => {
      const { id } = await road('2026-05-04T10:00');
      const { code } = await road('2026-05-04T11:00');
      await publishReleases(county.job('2026-05-13T09:00'));
      await county.importer.query(
        now === 'withheld'
          ? `update triage.request set withheld_reason = 'personal_data' where id = $1`
          : `update triage.request set tier_raised = '${now}' where id = $1`,
        [id],
      );
      await publishReleases(county.job('2026-05-19T09:00'));
      for (const release of [1, 2])
        expect((await stepsAt(release)).map((step) => step.code)).toEqual([code, code]);
    },
  );

  it('leave every release when the request is withdrawn', async () => {
    const { code } = await road('2026-05-04T10:00');
    await publishLive(county.job('2026-05-13T09:00'));
    await publishReleases(county.job('2026-05-13T09:00'));
    await withdrawRequests({ ...county.job('2026-05-13T10:00'), codes: [code] });
    await publishReleases(county.job('2026-05-19T09:00'));
    expect(await county.rows('select * from published.request_event')).toEqual([]);
  });

  it('of requests that no one touched are read once a database of before has no steps', async () => {
    await road('2026-05-04T10:00');
    await publishReleases(county.job('2026-05-13T09:00'));
    await county.publisher.pool.query('delete from published.request_event');
    await publishReleases(county.job('2026-05-19T09:00'));
    expect(await stepsAt(1)).toEqual([]);
    expect(await stepsAt(2)).toHaveLength(2);
  });

  it('are stopped by a gate where their row is not open', async () => {
    await road('2026-05-04T10:00');
    await publishReleases(county.job('2026-05-13T09:00'));
    await county.publisher.pool.query(
      `insert into published.request_event values ('AAA-AAA-AAAA', 1, 'received', '2026-05-04', null, null, 1, null)`,
    );
    await expect(publishReleases(county.job('2026-05-19T09:00'))).rejects.toThrow('steps are published');
  });

  it('are seen by the attack on them where they are not of an open row, and not otherwise', async () => {
    const { code } = await road('2026-05-04T10:00');
    await publishLive(county.job('2026-05-13T09:00'));
    await publishReleases(county.job('2026-05-13T09:00'));
    const web = connectWeb(county.databases.urls.web);
    const strays = async () => (await readPublic(web.pool, silent)).stray_steps;
    expect(await readPublic(web.pool, silent)).toMatchObject({ steps: 2, stray_steps: [] });
    await county.publisher.pool.query(
      `insert into published.request_event (service_request_id, position, kind, day, from_release)
       values ('AAA-AAA-AAAA', 1, 'received', '2026-05-04', 1)`,
    );
    expect(await strays()).toEqual([
      { code: 'AAA-AAA-AAAA', day: '2026-05-04', from_release: 1, to_release: null },
    ]);
    await county.publisher.pool.query(
      `update published.request_live set tier = 'guarded' where service_request_id = $1`,
      [code],
    );
    expect(await strays()).toHaveLength(3);
    await web.close();
  });
});
