/** What `portal link` prints and makes, on databases of one's own and beside another system's triage database. */
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretText } from '../../db/anonymise/sealed-box.ts';
import { publicCode } from '../../db/public-code.ts';
import { runCommandLine } from '../../src/server/command-line.ts';
import { writePack } from '../resilience/pack-folder.ts';
import { addressesOf, type Env, workFolder } from '../resilience/portal-command.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { smallPack } from '../setup/small-pack.ts';
import { addDimensions, addRequest } from '../setup/triage-fixture.ts';

let work: Awaited<ReturnType<typeof workFolder>>;
let databases: TestDatabases;
let importer: pg.Client;
let env: Env;

beforeAll(async () => {
  work = await workFolder();
  databases = await createTestDatabases();
  env = {
    ...addressesOf(databases),
    JURISDICTION: await writePack(path.join(work.folder, 'pack')),
    DATA_DIR: work.folder,
    PUBLIC_URL: 'https://majibu.example',
  };
  importer = new pg.Client({ connectionString: databases.urls.importer });
  await importer.connect();
  await addDimensions(importer, smallPack);
});
afterAll(async () => {
  await importer.end();
  await databases.drop();
  await work.remove();
});

async function report() {
  const received_at = new Date('2026-05-04T10:00:00+03:00');
  const made = await addRequest(importer, { service: 'road', area: 'north', received_at });
  const secret = async (): Promise<Buffer | null> =>
    (await importer.query('select secret from triage.request where id = $1', [made.id])).rows[0].secret;
  return { ...made, secret };
}
async function command(args: string, own: Env = env) {
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const code = await runCommandLine({
    args: args.split(' '),
    env: own,
    out: write,
    error: write,
    terminal: { isTTY: false, columns: 120 },
    signal: new AbortController().signal,
  });
  return { code, said };
}
const beside = () => {
  const { IMPORT_DATABASE_URL: _, ...others } = env;
  return others;
};

describe('portal link', () => {
  it('prints both links in each language, and whom not to send the private one', async () => {
    const { code, secret } = await report();
    const key = secretText((await secret()) ?? Buffer.alloc(16));
    const { code: exit, said } = await command(`link ${code.toLowerCase()}`);
    expect(exit).toBe(0);
    expect(said.split('\n').map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        `en  https://majibu.example/i/${code}`,
        `sw  https://majibu.example/sw/i/${code}`,
        `en  https://majibu.example/i/${code}#k=${key}`,
        `sw  https://majibu.example/sw/i/${code}#k=${key}`,
      ]),
    );
    expect(said).toContain('Never put it in a group');
    expect(said).not.toContain('was made');
  });

  it('makes a secret where there is none, and another one when asked to', async () => {
    const { id, code, secret } = await report();
    await importer.query('update triage.request set secret = null where id = $1', [id]);
    expect((await command(`link ${code}`)).said).toContain('A new private link was made');
    const first = await secret();
    expect(first).toHaveLength(16);
    const renewed = await command(`link ${code} --new`);
    const second = await secret();
    expect(second?.equals(first ?? Buffer.alloc(0))).toBe(false);
    expect(renewed.said).toContain(secretText(second ?? Buffer.alloc(16)));
  });

  it('makes none for what was erased', async () => {
    const { id, code, secret } = await report();
    await importer.query('update triage.request set secret = null, erased_at = now() where id = $1', [id]);
    expect(await command(`link ${code}`)).toMatchObject({ code: 1, said: expect.stringContaining('erased') });
    expect(await secret()).toBeNull();
  });

  it('makes none in a triage database of others, and says what to do there', async () => {
    const { id, code } = await report();
    expect(await command(`link ${code}`, beside())).toMatchObject({ code: 0 });
    await importer.query('update triage.request set secret = null where id = $1', [id]);
    for (const args of [`link ${code}`, `link ${code} --new`])
      expect(await command(args, beside())).toMatchObject({
        code: 1,
        said: expect.stringContaining('belongs to another system'),
      });
  });

  it('knows no other code, and takes none with a slip in it', async () => {
    expect(await command(`link ${publicCode(() => 3)}`)).toMatchObject({
      code: 1,
      said: expect.stringContaining('No report has the code'),
    });
    expect(await command('link AAA-AAA-AAAB')).toMatchObject({ code: 2 });
  });

  it('says that plain http will not do, where others are to open it', async () => {
    const { code } = await report();
    const own = { ...env, PUBLIC_URL: 'http://majibu.example' };
    expect((await command(`link ${code}`, own)).said).toContain('https pages only');
  });
});
