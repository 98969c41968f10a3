/**
 * `npm start` as a whole, from an empty folder: killed on its way up, killed while it serves, and told to stop. What
 * was done is kept, the database that a killed one left running is taken over, and in the end nothing runs.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../server/front-setup.ts';
import { ensureSite } from '../setup/site.ts';
import { seeded } from './kill.ts';
import { freePort, type Running, startPortal, workFolder } from './portal-command.ts';

let work: Awaited<ReturnType<typeof workFolder>>;
let port: number;
let last: Running | null = null;

beforeAll(async () => {
  await ensureSite();
  work = await workFolder();
  port = await freePort();
});
afterAll(async () => {
  // Told to stop, also where a test has failed: the database goes with it.
  last?.child.kill('SIGTERM');
  await last?.ended;
  await work.remove();
});

function start(): Running {
  last = startPortal(
    ['start'],
    { DATA_DIR: path.join(work.folder, 'data'), PORT: String(port) },
    work.folder,
  );
  return last;
}

async function until(running: Running, condition: () => boolean | Promise<boolean>): Promise<void> {
  let over = false;
  void running.ended.then(() => {
    over = true;
  });
  while (!(await condition())) {
    if (over) throw new Error(`it ended before that:\n${running.printed()}`);
    await sleep(50);
  }
}

const serves = () =>
  ask(port, '/readyz').then(
    ({ status }) => status === 200,
    () => false,
  );
const isListening = () =>
  ask(port, '/healthz').then(
    () => true,
    () => false,
  );

const aWeekAgo = new Date(Date.now() - 8 * 86_400_000).toISOString().slice(0, 10);

async function releasesShown(): Promise<readonly { readonly release: number; readonly label: string }[]> {
  return JSON.parse((await ask(port, '/api/v1/releases?limit=1000')).text).data;
}

async function postmaster(): Promise<number> {
  for (const place of ['data/embedded/postgres', 'data/postgres']) {
    const text = await readFile(path.join(work.folder, place, 'postmaster.pid'), 'utf8').catch(() => null);
    if (text !== null) return Number(text.split('\n', 1)[0]);
  }
  throw new Error('no database runs');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('npm start', () => {
  let releases: number;
  let database: number;

  it('that is killed again and again on its way up begins where it was, and serves the demonstration', async () => {
    const random = seeded(24);
    for (const phase of ['Loading the demonstration', 'Cutting releases']) {
      const running = start();
      await until(running, () => running.printed().includes(phase));
      await sleep(random() * 500);
      running.child.kill('SIGKILL');
      await running.ended;
    }
    const running = start();
    await until(running, serves);
    await until(running, () => running.printed().includes(`Open http://127.0.0.1:${port}`));
    const page = await ask(port, '/');
    expect(page.status).toBe(200);
    expect(page.text).toContain('class="demonstration"');
    // With some releases kept, people are served while the rest of the past is cut.
    await until(running, async () => (await releasesShown()).some(({ label }) => label > aWeekAgo));
    const shown = await releasesShown();
    releases = shown.length;
    // Two years, a release for each month: none is missing where a killed one had stopped.
    expect(releases).toBeGreaterThanOrEqual(24);
    const months = new Set(shown.map(({ label }) => label.slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(24);
    const total = JSON.parse((await ask(port, '/api/v1/requests?limit=1')).text).total;
    expect(total).toBeGreaterThan(8_000);
    database = await postmaster();
  }, 240_000);

  it('that is killed while it serves takes its web process with it, and leaves the database', async () => {
    last?.child.kill('SIGKILL');
    await last?.ended;
    while (await isListening()) await sleep(50);
    expect(isAlive(database)).toBe(true);
  });

  it('then serves from what it kept, on the database that was left running', async () => {
    const running = start();
    await until(running, serves);
    expect(await postmaster()).toBe(database);
    expect(running.printed()).not.toContain('Loading the demonstration');
    expect(await releasesShown()).toHaveLength(releases);
  });

  it('ends with 0 when it is told to, and leaves nothing running', async () => {
    last?.child.kill('SIGTERM');
    const ended = await last?.ended;
    expect(ended, ended?.printed).toMatchObject({ code: 0 });
    expect(ended?.printed).toContain('Stopped.');
    expect(ended?.printed).not.toMatch(/not expected|\n\s+at |postgresql:/);
    expect(await isListening()).toBe(false);
    expect(isAlive(database)).toBe(false);
  });
});
