/** The reporter's desk over real PostgreSQL: what a guess reaches, and what the role may not be able to do. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { reporterToken } from '../../db/anonymise/sealed-box.ts';
import { connectReporter, connectWeb, type PublishedReader } from '../../db/connect.ts';
import { publicCode } from '../../db/public-code.ts';
import { reporterDesk } from '../../src/server/reporter-desk.ts';
import { openTestTriage, type TestTriage } from '../setup/test-triage.ts';

let made: TestTriage;
let reader: PublishedReader;
beforeAll(async () => {
  made = await openTestTriage();
  reader = connectWeb(made.databases.urls.web);
});
afterAll(async () => {
  await reader.close();
  await made.close();
});

/** The desk, and how often each database is asked. */
function counted(reporterUrl = made.databases.urls.reporter) {
  const selectFrom = vi.spyOn(reader.db, 'selectFrom');
  const reporter = connectReporter(reporterUrl);
  const query = vi.spyOn(reporter.pool, 'query');
  const refuse = vi.fn();
  const desk = reporterDesk(reader, reporter, refuse);
  return {
    desk,
    refuse,
    asked: () => [selectFrom.mock.calls.length, query.mock.calls.length],
    async close() {
      selectFrom.mockRestore();
      await desk.close();
    },
  };
}

describe("the reporter's desk", () => {
  it('asks the same of the databases for an unknown code, another token and a report without a link', async () => {
    const [one, two, none] = [await made.report(), await made.report(), await made.report()];
    await made.client.query('update triage.request set secret = null where id = $1', [none.id]);
    await made.publish();
    for (const [code, token] of [
      [publicCode(() => 5), one.token],
      [one.code, two.token],
      [none.code, none.token],
      [none.code, Buffer.alloc(32)],
    ] as const) {
      const viewed = counted();
      expect(await viewed.desk.box(code, token)).toBeNull();
      expect(viewed.asked()).toEqual([1, 0]);
      await viewed.close();
      const worded = counted();
      expect(await worded.desk.word(code, token, 'confirmed')).toBe('refused');
      expect(worded.asked()).toEqual([1, 0]);
      await worded.close();
    }
  });

  it('gives the box and takes the word of the reporter', async () => {
    const one = await made.report();
    await made.publish();
    const { desk, close, refuse } = counted();
    expect(await desk.box(one.code, one.token)).toMatch(/^[\w-]{1000,}$/);
    expect(await desk.word(one.code, one.token, 'disputed')).toBe('recorded');
    expect(await desk.word(one.code, one.token, 'disputed')).toBe('same');
    expect(refuse).not.toHaveBeenCalled();
    await close();
  });

  it('takes no token of a link that has been replaced, published or not', async () => {
    const one = await made.report();
    await made.publish();
    await made.client.query('update triage.request set secret = uuid_send(gen_random_uuid()) where id = $1', [
      one.id,
    ]);
    const { desk, close } = counted();
    // The published digest is still the old one: the triage database knows better.
    expect(await desk.word(one.code, one.token, 'confirmed')).toBe('refused');
    await made.publish();
    expect(await desk.box(one.code, one.token)).toBeNull();
    await close();
  });

  it('without the role gives the box and takes no word', async () => {
    const one = await made.report();
    await made.publish();
    const desk = reporterDesk(reader, null, () => undefined);
    expect(desk.takes_words).toBe(false);
    expect(await desk.box(one.code, one.token)).not.toBeNull();
    expect(await desk.word(one.code, one.token, 'confirmed')).toBe('refused');
  });

  it('refuses to work with a role that can do more, and says nothing with it', async () => {
    const one = await made.report();
    await made.publish();
    const { desk, close, refuse } = counted(made.databases.urls.importer);
    await expect(desk.word(one.code, one.token, 'confirmed')).rejects.toThrow('REPORTER_DATABASE_URL');
    expect(refuse).toHaveBeenCalledOnce();
    const { rows } = await made.client.query(
      'select 1 from triage.event where request_id = $1 and kind = $2',
      [one.id, 'confirmed'],
    );
    expect(rows).toEqual([]);
    await close();
  });

  it('works again when the triage database is back', async () => {
    const one = await made.report();
    await made.publish();
    const superuser = new pg.Client({ connectionString: made.databases.superuser.published });
    await superuser.connect();
    const name = new URL(made.databases.urls.reporter).pathname.slice(1);
    const { desk, close } = counted();
    await superuser.query(`alter database "${name}" allow_connections false`);
    await expect(desk.word(one.code, one.token, 'confirmed')).rejects.toThrow();
    expect(await desk.box(one.code, one.token)).not.toBeNull();
    await superuser.query(`alter database "${name}" allow_connections true`);
    await superuser.end();
    expect(await desk.word(one.code, one.token, 'confirmed')).toBe('recorded');
    await close();
  });

  it('tells tokens apart by every byte', async () => {
    const one = await made.report();
    await made.publish();
    const { desk, close } = counted();
    for (let i = 0; i < 32; i++) {
      const wrong = Buffer.from(one.token);
      wrong[i] = (wrong[i] ?? 0) ^ 1;
      expect(await desk.box(one.code, wrong)).toBeNull();
    }
    expect(reporterToken(one.secret, one.code).equals(one.token)).toBe(true);
    await close();
  });
});
