/**
 * When web processes are told that status pages changed. Whoever measures when answers are made anew learns these
 * moments, so what happens to a guarded or a sensitive report must not be one of them.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPublisher, connectTriageReader, connectWeb } from '../../../db/connect.ts';
import { PUBLISHED_CHANGED } from '../../../db/notices.ts';
import { silent } from '../../../db/progress.ts';
import { publishLive } from '../../../db/publish/live.ts';
import { publishReleases } from '../../../db/publish/release.ts';
import { portalState } from '../../../db/queries/releases.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { smallPack } from '../../setup/small-pack.ts';
import { addDimensions, addEvent, addRequest } from '../../setup/triage-fixture.ts';

const at = (local: string) => new Date(`${local}:00+03:00`);

let databases: TestDatabases;
let importer: pg.Client;
let listener: pg.Client;
let triage: ReturnType<typeof connectTriageReader>;
let publisher: ReturnType<typeof connectPublisher>;
let web: ReturnType<typeof connectWeb>;
const heard: string[] = [];
beforeAll(async () => {
  databases = await createTestDatabases();
  importer = new pg.Client({ connectionString: databases.urls.importer });
  listener = new pg.Client({ connectionString: databases.urls.web });
  listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
  await Promise.all([importer.connect(), listener.connect()]);
  await listener.query(`listen ${PUBLISHED_CHANGED}`);
  triage = connectTriageReader(databases.urls.triage_reader);
  publisher = connectPublisher(databases.urls.publisher);
  web = connectWeb(databases.urls.web);
  await addDimensions(importer, smallPack);
});
afterAll(async () => {
  await Promise.all([importer.end(), listener.end(), triage.close(), publisher.close(), web.close()]);
  await databases.drop();
});

const job = (now: string) => ({ triage, publisher, pack: smallPack, now: at(now), progress: silent });

/** Notices come in the order of commits: with one of our own, all before it have been heard. */
async function heardAll(): Promise<void> {
  await listener.query('select pg_notify($1, $2)', [PUBLISHED_CHANGED, 'mark']);
  await expect.poll(() => heard.includes('mark')).toBe(true);
  heard.splice(heard.indexOf('mark'), 1);
}

/** What publishing now says to web processes, and whether rows were written at all. */
async function told(now: string): Promise<{ version: number; notices: string[]; written: boolean }> {
  const before = await portalState(web.db);
  await heardAll();
  heard.length = 0;
  const { changed } = await publishLive(job(now));
  await heardAll();
  const after = await portalState(web.db);
  return { version: after.live - before.live, notices: [...heard], written: changed > 0 };
}

const NOTHING = { version: 0, notices: [] };
const ONCE = { version: 1, notices: [''] };
const reports: Record<'open' | 'guarded' | 'sensitive', { id: number; code: string }[]> = {
  open: [],
  guarded: [],
  sensitive: [],
};

describe('web processes', () => {
  it('hear nothing of new reports: nobody has been shown their pages', async () => {
    for (const [tier, service] of [
      ['open', 'road'],
      ['guarded', 'clinic'],
      ['sensitive', 'corruption'],
    ] as const)
      for (const reporter of [1, 2])
        reports[tier].push(
          await addRequest(importer, {
            service,
            area: 'north',
            received_at: at('2026-05-04T10:00'),
            reporters: [reporter],
          }),
        );
    expect(await told('2026-05-05T09:00')).toEqual({ ...NOTHING, written: true });
    expect(await told('2026-05-05T09:01')).toEqual({ ...NOTHING, written: false });
  });

  it('hear once, without a word of which, of open reports that changed together', async () => {
    for (const { id } of reports.open)
      await addEvent(importer, id, { kind: 'assigned', at: at('2026-05-05T10:00') });
    expect(await told('2026-05-05T11:00')).toEqual({ ...ONCE, written: true });
  });

  it.each([
    ['guarded', "its reporter's own view alone is brought up to date"],
    ['sensitive', 'its page turns, and is not kept by the version'],
  ] as const)('hear nothing of what happens to a %s report: %s', async (tier, _why) => {
    const [report] = reports[tier];
    await addEvent(importer, report?.id ?? 0, { kind: 'resolved', at: at('2026-05-06T10:00') });
    expect(await told('2026-05-06T11:00')).toEqual({ ...NOTHING, written: true });
  });

  it('hear of a report that is withheld from now on, and nothing of it afterwards', async () => {
    const id = reports.open[0]?.id ?? 0;
    await importer.query(`update triage.request set withheld_reason = 'abuse' where id = $1`, [id]);
    expect(await told('2026-05-06T12:00')).toEqual({ ...ONCE, written: true });
    await addEvent(importer, id, { kind: 'resolved', at: at('2026-05-06T12:30') });
    expect(await told('2026-05-06T13:00')).toEqual({ ...NOTHING, written: true });
  });

  it('hear of a guarded report on the Monday on which its page turns', async () => {
    expect(await told('2026-05-10T23:59')).toEqual({ ...NOTHING, written: false });
    expect(await told('2026-05-11T00:01')).toEqual({ ...ONCE, written: true });
  });

  it('hear of a page that is gone', async () => {
    const before = (await portalState(web.db)).live;
    await publisher.pool.query(`delete from published.request_live where service_request_id = 'none'`);
    expect((await portalState(web.db)).live).toBe(before);
    await publisher.pool.query('delete from published.request_live where service_request_id = $1', [
      reports.open[1]?.code,
    ]);
    expect((await portalState(web.db)).live).toBe(before + 1);
  });

  it('hear of a release, and not of a rehearsal of one', async () => {
    await heardAll();
    heard.length = 0;
    const release = { ...job('2026-06-02T09:00'), manifestFiles: async () => [] };
    await publishReleases({ ...release, dryRun: true });
    await heardAll();
    expect(heard).toEqual([]);
    expect((await publishReleases(release)).length).toBeGreaterThan(0);
    await heardAll();
    expect(heard.length).toBeGreaterThan(0);
    expect(new Set(heard)).toEqual(new Set(['']));
  });
});
