/**
 * The disk of the database fills up while a release is cut. A small file system of the test's own stands in for
 * it, so this needs leave to mount one.
 */
import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillCounty } from './busy-county.ts';
import { lookAt } from './kill.ts';
import { type OwnCluster, ownCluster } from './own-cluster.ts';
import { writePack } from './pack-folder.ts';
import { type Env, runPortal, secretsOf, workFolder } from './portal-command.ts';
import { expectWholeReleases, liveState, releasesIn } from './published-state.ts';

const DISK_MB = 320;
const work = await workFolder();
const disk = path.join(work.folder, 'disk');
const refused = await mount();
if (refused !== null) {
  console.warn(`The test of a full disk is skipped: no file system can be mounted (${refused}).`);
  await work.remove();
}

/** Null when it is there, else why not. */
async function mount(): Promise<string | null> {
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=0711`, 'tmpfs', disk], {
      stdio: 'pipe',
    });
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : 'it failed';
  }
}

describe.skipIf(refused !== null)('a disk that is full', () => {
  const ballast = path.join(disk, 'ballast');
  let cluster: OwnCluster;
  let env: Env;
  let published: pg.Client;

  beforeAll(async () => {
    // The write-ahead log is given its room beforehand: it is the tables that find none.
    const log = {
      min_wal_size: '128MB',
      max_wal_size: '128MB',
      wal_level: 'minimal',
      max_wal_senders: '0',
    };
    cluster = await ownCluster(path.join(disk, 'cluster'), log);
    env = { ...cluster.env, JURISDICTION: await writePack(path.join(work.folder, 'pack')) };
    const importer = new pg.Client({ connectionString: cluster.env['IMPORT_DATABASE_URL'] });
    await importer.connect();
    await fillCounty(importer, 6_000, 3);
    await importer.end();
    expect(await runPortal(['publish'], env, work.folder)).toMatchObject({ code: 0 });
    published = await lookAt(cluster.superuserUrl('published'));
    for (let segment = 0; segment < 8; segment++) {
      await published.query(`select pg_logical_emit_message(false, 'test', 'x')`);
      await published.query('select pg_switch_wal()');
    }
    await published.query('checkpoint');
  });
  afterAll(async () => {
    await rm(ballast, { force: true });
    await published.end();
    await cluster.stop();
    execFileSync('umount', [disk]);
    await work.remove();
  });

  async function leaveFree(bytes: number): Promise<void> {
    for (;;) {
      const { bavail, bsize } = await statfs(disk);
      const excess = bavail * bsize - bytes;
      if (excess < bsize) return;
      await appendFile(ballast, Buffer.alloc(Math.min(excess, 8_000_000)));
    }
  }

  it('ends the release with a clear message, and nothing of it is published', async () => {
    const live = await liveState(published);
    await leaveFree(600_000);
    const { code, printed } = await runPortal(['release'], env, work.folder);
    expect(code, printed).toBe(1);
    expect(printed).toContain(
      'The disk of the published database is full. Nothing was published and nothing is lost: make room and run it again.',
    );
    for (const secret of secretsOf(env)) expect(printed).not.toContain(secret);
    expect(printed).not.toMatch(/\n\s+at |not expected/);
    await rm(ballast);
    await expectWholeReleases(published);
    expect(await liveState(published)).toBe(live);
  });

  it('is no trouble any more once there is room: the same command completes all releases', async () => {
    const { code, printed } = await runPortal(['release'], env, work.folder);
    expect(code, printed).toBe(0);
    expect(await releasesIn(published)).toBe(5);
    await expectWholeReleases(published);
  });
});
