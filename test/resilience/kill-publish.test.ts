/**
 * `kill -9` in the middle of `portal publish` and `portal release`: the published database is in its old state or
 * in a complete new one, and the next run brings it to where a run that nobody killed ends.
 */
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { fillCounty } from './busy-county.ts';
import { count, isWriting, killAfter, lookAt, seeded, untilAlone } from './kill.ts';
import { writePack } from './pack-folder.ts';
import { addressesOf, type Env, startPortal, workFolder } from './portal-command.ts';
import { expectWholeReleases, liveState, releasesIn, stateAt } from './published-state.ts';

const REQUESTS = 6_000;
const MONTHS = 4;

let work: Awaited<ReturnType<typeof workFolder>>;
let whole: TestDatabases;
let killed: TestDatabases;
let env: Env;
/** the same triage database for both, and so the same codes */
let reference: pg.Client;
let published: pg.Client;

beforeAll(async () => {
  work = await workFolder();
  [whole, killed] = await Promise.all([createTestDatabases(), createTestDatabases()]);
  const importer = new pg.Client({ connectionString: whole.urls.importer });
  await importer.connect();
  await fillCounty(importer, REQUESTS, MONTHS);
  await importer.end();
  reference = await lookAt(whole.superuser.published);
  published = await lookAt(killed.superuser.published);
  // Ids of guarded rows are made with a key that each portal draws for itself; these two are to be compared.
  for (const client of [reference, published])
    await client.query('insert into publisher.record_key (key) values ($1)', [Buffer.alloc(32, 7)]);
  env = {
    ...addressesOf(whole),
    PUBLISHER_DATABASE_URL: killed.urls.publisher,
    DATABASE_URL: killed.urls.web,
    JURISDICTION: await writePack(path.join(work.folder, 'pack')),
  };
  const nobodyKills = { ...env, ...addressesOf(whole) };
  for (const command of ['publish', 'release']) {
    const ended = await startPortal([command], nobodyKills, work.folder).ended;
    expect(ended, ended.printed).toMatchObject({ code: 0 });
  }
  expect(await releasesIn(reference)).toBeGreaterThan(MONTHS);
});
afterAll(async () => {
  await Promise.all([reference.end(), published.end()]);
  await Promise.all([whole.drop(), killed.drop()]);
  await work.remove();
});

describe('publishing the status of requests', () => {
  it('that is killed leaves no status page, and the next run makes them all', async () => {
    const random = seeded(9);
    for (let kill = 0; kill < 2; kill++) {
      const running = startPortal(['publish'], env, work.folder);
      const ended = await killAfter(running, () => isWriting(published), random() * 150);
      expect(ended, ended.printed).toMatchObject({ killedBy: 'SIGKILL' });
      await untilAlone(published);
      expect(await count(published, 'select count(*) from published.request_live')).toBe(0);
      expect(await count(published, 'select count(*) from publisher.cursor')).toBe(0);
    }
    const ended = await startPortal(['publish'], env, work.folder).ended;
    expect(ended, ended.printed).toMatchObject({ code: 0 });
    expect(await count(published, 'select count(*) from published.request_live')).toBe(REQUESTS);
  });
});

describe('cutting the releases of a past', () => {
  it('that is killed leaves whole releases and nothing of the one that was being cut', async () => {
    const random = seeded(17);
    for (const done of [0, 2]) {
      const running = startPortal(['release'], env, work.folder);
      const reached = async () => (await releasesIn(published)) >= done && (await isWriting(published));
      const ended = await killAfter(running, reached, random() * 300);
      expect(ended, ended.printed).toMatchObject({ killedBy: 'SIGKILL' });
      await untilAlone(published);
      await expectWholeReleases(published);
      const releases = await releasesIn(published);
      expect(await stateAt(published, releases)).toEqual(await stateAt(reference, releases));
    }
    expect(await releasesIn(published)).toBeGreaterThanOrEqual(2);
  });

  it('is completed by the next run, and ends where a run that nobody killed ends', async () => {
    const ended = await startPortal(['release'], env, work.folder).ended;
    expect(ended, ended.printed).toMatchObject({ code: 0 });
    const releases = await releasesIn(reference);
    expect(await releasesIn(published)).toBe(releases);
    await expectWholeReleases(published);
    expect(await stateAt(published, releases)).toEqual(await stateAt(reference, releases));
    expect(await liveState(published)).toBe(await liveState(reference));
  });
});
