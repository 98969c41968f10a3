/** `kill -9` in the middle of `portal import csv`: what was kept is whole, and the next import completes it. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { count, isWriting, killAfter, lookAt, seeded, untilAlone } from './kill.ts';
import { type CaseFile, caseFile, writePack } from './pack-folder.ts';
import { addressesOf, type Env, startPortal, workFolder } from './portal-command.ts';

/** Several of the importer's batches. */
const ROWS = 24_000;
const KILLS = 2;

let work: Awaited<ReturnType<typeof workFolder>>;
let cases: CaseFile;
let killed: TestDatabases;
let whole: TestDatabases;
let triage: pg.Client;
let env: Env;

beforeAll(async () => {
  work = await workFolder();
  cases = caseFile(ROWS);
  await writeFile(path.join(work.folder, 'cases.csv'), cases.text);
  [killed, whole] = await Promise.all([createTestDatabases(), createTestDatabases()]);
  triage = await lookAt(killed.superuser.triage);
  env = { JURISDICTION: await writePack(path.join(work.folder, 'pack')) };
});
afterAll(async () => {
  await triage.end();
  await Promise.all([killed.drop(), whole.drop()]);
  await work.remove();
});

const importCases = (databases: TestDatabases) =>
  startPortal(['import', 'csv', 'cases.csv'], { ...env, ...addressesOf(databases) }, work.folder);

/** All that the source says, in the order of its rows; public codes are drawn anew by each import. */
async function imported(client: pg.Client): Promise<{ requests: number; digest: string }> {
  const { rows } = await client.query(
    `select count(*)::int as requests, md5(coalesce(string_agg(line, E'\\n' order by line), '')) as digest
       from (select concat_ws('|', r.external_id, r.service_code, r.area_code, r.status, extract(epoch from r.received_at),
                      (select string_agg(e.kind || ' ' || extract(epoch from e.at), ',' order by e.at, e.id)
                         from triage.event e where e.request_id = r.id)) as line
               from triage.request r) lines`,
  );
  return rows[0];
}

const wrongful = (client: pg.Client) =>
  count(
    client,
    `select count(*) from triage.request r
      where not exists (select from triage.event e where e.request_id = r.id and e.kind = 'received')
         or (status = 'closed') <> exists (select from triage.event e where e.request_id = r.id and e.kind = 'resolved')`,
  );

describe(`an import of ${ROWS.toLocaleString('en')} rows that is killed ${KILLS} times`, () => {
  const seen: number[] = [];

  it('keeps whole batches only: every request that is there has its history', async () => {
    const random = seeded(311);
    for (let kill = 0; kill < KILLS; kill++) {
      const before = await count(triage, 'select count(*) from triage.request');
      const running = importCases(killed);
      const writes = async () =>
        (await count(triage, 'select count(*) from triage.request')) > before || (await isWriting(triage));
      const ended = await killAfter(running, writes, random() * 400);
      expect(ended, ended.printed).toMatchObject({ killedBy: 'SIGKILL' });
      await untilAlone(triage);
      const requests = await count(triage, 'select count(*) from triage.request');
      seen.push(requests);
      expect(requests).toBeGreaterThanOrEqual(before);
      expect(await wrongful(triage)).toBe(0);
    }
    expect(seen.some((requests) => requests < ROWS - cases.unusable)).toBe(true);
  });

  it('is completed by the next one, which says how it adds up', async () => {
    const ended = await importCases(killed).ended;
    expect(ended, ended.printed).toMatchObject({ code: 0 });
    const kept = seen.at(-1) ?? 0;
    const number = (n: number) => n.toLocaleString('en');
    expect(ended.printed).toContain(
      `Read ${number(ROWS)} = accepted ${number(ROWS - cases.unusable - kept)} + unchanged ${number(kept)} + rejected ${cases.unusable}.`,
    );
  });

  it('ends where an import that nobody killed ends', async () => {
    const reference = await importCases(whole).ended;
    expect(reference, reference.printed).toMatchObject({ code: 0 });
    const other = await lookAt(whole.superuser.triage);
    const expected = await imported(other);
    await other.end();
    expect(expected.requests).toBe(ROWS - cases.unusable);
    expect(await imported(triage)).toEqual(expected);
  });
});
