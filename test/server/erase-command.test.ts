/** What `portal erase` says, asks and does, on databases of one's own and beside another system's triage database. */
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/server/command-line.ts';
import { writePack } from '../resilience/pack-folder.ts';
import { addressesOf, type Env, workFolder } from '../resilience/portal-command.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { smallPack } from '../setup/small-pack.ts';
import { addDimensions, addRequest } from '../setup/triage-fixture.ts';

let work: Awaited<ReturnType<typeof workFolder>>;
let databases: TestDatabases;
let env: Env;
const open: string[] = [];
const guarded: string[] = [];

beforeAll(async () => {
  work = await workFolder();
  databases = await createTestDatabases();
  env = {
    ...addressesOf(databases),
    JURISDICTION: await writePack(path.join(work.folder, 'pack')),
    DATA_DIR: work.folder,
  };
  const importer = new pg.Client({ connectionString: databases.urls.importer });
  await importer.connect();
  await addDimensions(importer, smallPack);
  for (let i = 0; i < 6; i++) {
    const received_at = new Date(`2026-05-0${i + 2}T10:00:00+03:00`);
    const later = new Date(received_at.getTime() + 7_200_000);
    const of = (service: string) =>
      addRequest(importer, {
        service,
        area: 'north',
        received_at,
        reporters: [10 + i],
        body: `Message of ${10 + i}`,
        events: i % 2 ? [{ kind: 'resolved', at: later }] : [],
      });
    open.push((await of('road')).code);
    guarded.push((await of('clinic')).code);
  }
  await importer.end();
  for (const args of ['publish', 'release']) expect(await command(args)).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await databases.drop();
  await work.remove();
});

async function command(args: string, given: { env?: Env; answer?: string } = {}) {
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const { answer } = given;
  const code = await runCommandLine({
    args: args.split(' '),
    env: given.env ?? env,
    out: write,
    error: write,
    terminal: { isTTY: false, columns: 80 },
    signal: new AbortController().signal,
    ...(answer !== undefined && { ask: async () => answer }),
  });
  return { code, said };
}

describe('portal erase', () => {
  it('says what goes and what stays, and asks before it does anything', async () => {
    const shown = await command(`erase ${open[0]} --dry-run`);
    expect(shown.said).toMatch(/This would be erased:\n {2}- 1 message, with text[\s\S]*- the private link/);
    expect(shown.said).toMatch(/This would stay:\n {2}- the anonymous row and the status page/);
    expect(shown.said).toContain('the number of a reporter who has sent other reports');
    expect(await command(`erase ${open[0]}`)).toMatchObject({
      code: 2,
      said: expect.stringContaining('--yes'),
    });
    expect(await command(`erase ${open[0]}`, { answer: '' })).toMatchObject({ code: 1 });
    expect(await command(`erase ${open[0]}`, { answer: 'yes' })).toMatchObject({
      code: 0,
      said: expect.stringContaining('Erased.'),
    });
    expect(await command(`erase ${open[0]} --yes`)).toMatchObject({
      code: 0,
      said: expect.stringContaining('It was erased before. Nothing changes.'),
    });
  });

  it('of a guarded report says that nobody can find its row again, and cannot itself', async () => {
    const done = await command(`erase ${guarded[0]} --yes`);
    expect(done.code, done.said).toBe(0);
    expect(done.said).toContain('nobody can tell any more which row it is');
    expect(done.said).toContain('the report is still open, and it goes');
    expect(await command(`erase ${guarded[0]} --yes`)).toMatchObject({
      code: 1,
      said: expect.stringContaining('this is how it should be'),
    });
  });

  it('beside a triage database of another system says exactly what to erase there', async () => {
    const { IMPORT_DATABASE_URL: _, ...theirs } = env;
    const done = await command(`erase ${guarded[1]} --yes`, { env: theirs });
    expect(done.code, done.said).toBe(0);
    expect(done.said).toContain(`service_request_id ${guarded[1]}:`);
    for (const column of ['body, media and external_id', 'phone', 'lat, long and secret'])
      expect(done.said).toContain(column);
    const triage = new pg.Client({ connectionString: databases.urls.importer });
    await triage.connect();
    const { rows } = await triage.query(
      'select count(*)::int as n from triage.request where service_request_id = $1',
      [guarded[1]],
    );
    await triage.end();
    expect(rows).toEqual([{ n: 1 }]);
  });
});
