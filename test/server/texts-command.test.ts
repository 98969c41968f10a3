import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/server/command-line.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';

let databases: TestDatabases;
let publisher: pg.Client;
beforeAll(async () => {
  databases = await createTestDatabases();
  publisher = new pg.Client({ connectionString: databases.urls.publisher });
  await publisher.connect();
});
afterAll(async () => {
  await publisher.end();
  await databases.drop();
});

async function texts(...args: string[]) {
  let out = '';
  const { urls } = databases;
  const code = await runCommandLine({
    args: ['texts', ...args],
    env: {
      DATABASE_URL: urls.web,
      PUBLISHER_DATABASE_URL: urls.publisher,
      TRIAGE_DATABASE_URL: urls.triage_reader,
      IMPORT_DATABASE_URL: urls.importer,
    },
    out: (text) => {
      out += text;
    },
    error: (text) => {
      out += text;
    },
    terminal: { isTTY: false, columns: 80 },
    signal: new AbortController().signal,
  });
  return { code, out };
}

describe('portal texts', () => {
  it('says that none is kept back', async () => {
    expect(await texts('--check')).toEqual({ code: 0, out: 'No text is kept back.\n' });
  });

  it('lists what is kept back: the code, the field, why and what to do; 1 with --check', async () => {
    await publisher.query(
      `insert into publisher.blocked_text (service_request_id, field, event_id, reasons, found_at)
       values ('K7Q-M2F-9XH4', 'public_summary', null, '{telephone,name}', '2026-05-04'), ('K7Q-M2F-9XH4', 'public_note', 7, '{of_a_later_version}', '2026-05-05')`,
    );
    const { code, out } = await texts();
    expect(code).toBe(0);
    expect(out).toMatch(
      /K7Q-M2F-9XH4 {2}public_summary, since 2026-05-0\d\n.*telephone number\. Take it out.*\n.*name\. Take it out/,
    );
    expect(out).toMatch(/public_note of event 7, .*\n {4}of_a_later_version\n2 texts are kept back/);
    expect((await texts('--check')).code).toBe(1);
  });

  it('tries a text out, and stores nothing', async () => {
    const before = await publisher.query('select * from publisher.blocked_text');
    const { code, out } = await texts('--try', 'Piga 0712 345 678 hapa Kapsowar');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^"0712 345 678": A telephone number.*\nIt would not be published \(one finding\)\.\n$/,
    );
    expect((await texts('--try', 'Kapsowar has no water', '--check')).code).toBe(0);
    expect((await texts('--check', '--try', 'Naitwa Kiprop')).code).toBe(1);
    expect((await publisher.query('select * from publisher.blocked_text')).rows).toEqual(before.rows);
  });

  it('refuses a text without --try', async () => {
    expect(await texts('Kapsowar')).toMatchObject({ code: 2, out: expect.stringContaining('--try') });
  });
});
