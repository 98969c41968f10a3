/**
 * `kill -9` in the middle of `portal withdraw`: every release is as it was or as it is afterwards, and running it
 * again completes it.
 */
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { fillCounty } from './busy-county.ts';
import { isWriting, killAfter, lookAt, seeded, untilAlone } from './kill.ts';
import { writePack } from './pack-folder.ts';
import { addressesOf, type Env, runPortal, startPortal, workFolder } from './portal-command.ts';
import { expectWholeReleases, liveState, releasesIn, stateAt } from './published-state.ts';

let work: Awaited<ReturnType<typeof workFolder>>;
let databases: TestDatabases;
let published: pg.Client;
let env: Env;
let codes: string[];

beforeAll(async () => {
  work = await workFolder();
  databases = await createTestDatabases();
  const importer = new pg.Client({ connectionString: databases.urls.importer });
  await importer.connect();
  await fillCounty(importer, 4_000, 3);
  await importer.end();
  published = await lookAt(databases.superuser.published);
  env = { ...addressesOf(databases), JURISDICTION: await writePack(path.join(work.folder, 'pack')) };
  for (const command of ['publish', 'release']) {
    const ended = await runPortal([command], env, work.folder);
    expect(ended, ended.printed).toMatchObject({ code: 0 });
  }
  const { rows } = await published.query<{ code: string }>(
    'select distinct service_request_id as code from published.request_version order by 1 limit 60',
  );
  codes = rows.map((row) => row.code);
});
afterAll(async () => {
  await published.end();
  await databases.drop();
  await work.remove();
});

describe('withdrawing many reports', () => {
  it('that is killed leaves every release whole, and the next run completes it', async () => {
    const releases = await releasesIn(published);
    const [before, pages] = [await stateAt(published, releases), await liveState(published)];
    const random = seeded(5);
    for (let kill = 0; kill < 3; kill++) {
      const running = startPortal(['withdraw', '--yes', ...codes], env, work.folder);
      // It rehearses first; so it may be killed in the rehearsal, or in the work itself.
      const ended = await killAfter(running, () => isWriting(published), random() * 900);
      await untilAlone(published);
      if (ended.killedBy === null) break;
      await expectWholeReleases(published);
      expect(await stateAt(published, releases)).toEqual(before);
      expect(await liveState(published)).toBe(pages);
    }
    const ended = await runPortal(['withdraw', '--yes', ...codes], env, work.folder);
    expect(ended, ended.printed).toMatchObject({ code: 0 });
    await expectWholeReleases(published);
    const { rows } = await published.query(
      'select count(*)::int as n from published.request_version where service_request_id = any($1)',
      [codes],
    );
    expect(rows).toEqual([{ n: 0 }]);
    expect(await stateAt(published, releases)).not.toEqual(before);
  });
});
