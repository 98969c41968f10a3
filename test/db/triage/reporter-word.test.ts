/**
 * The reporter's word, over real PostgreSQL: who may say it, when, how often, and that its role can do nothing else.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reporterToken } from '../../../db/anonymise/sealed-box.ts';
import { connectReporter, type ReporterConnection } from '../../../db/connect.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { smallPack } from '../../setup/small-pack.ts';
import { addDimensions, addEvent, addRequest } from '../../setup/triage-fixture.ts';

let databases: TestDatabases;
let client: pg.Client;
let reporter: ReporterConnection;
beforeAll(async () => {
  databases = await createTestDatabases();
  client = new pg.Client({ connectionString: databases.urls.importer });
  await client.connect();
  await addDimensions(client, smallPack);
  reporter = connectReporter(databases.urls.reporter);
});
afterAll(async () => {
  await reporter.close();
  await client.end();
  await databases.drop();
});

const received_at = new Date('2026-05-04T10:00:00+03:00');
const later = new Date('2026-05-06T10:00:00+03:00');

async function report(kinds: readonly ('resolved' | 'declined' | 'reopened')[] = ['resolved']) {
  const made = await addRequest(client, {
    service: 'road',
    area: 'north',
    received_at,
    reporters: [1],
    events: kinds.map((kind, i) => ({ kind, at: new Date(later.getTime() + i * 1000) })),
  });
  const { rows } = await client.query<{ secret: Buffer }>('select secret from triage.request where id = $1', [
    made.id,
  ]);
  const token = reporterToken(rows[0]?.secret ?? Buffer.alloc(16), made.code);
  return { ...made, token };
}
async function say(code: string, token: Uint8Array, word: string): Promise<string | undefined> {
  const { rows } = await reporter.pool.query<{ told: string }>(
    'select reporter_word.record($1, $2, $3) as told',
    [code, Buffer.from(token), word],
  );
  return rows[0]?.told;
}
async function words(id: number): Promise<string[]> {
  const { rows } = await client.query<{ kind: string }>(
    `select kind from triage.event where request_id = $1 and kind in ('confirmed', 'disputed') order by at, id`,
    [id],
  );
  return rows.map((row) => row.kind);
}

describe('the token in the database', () => {
  it('is the one that the private link gives, for secrets of every length', async () => {
    for (let bytes = 16; bytes <= 64; bytes++) {
      const secret = randomBytes(bytes);
      const { rows } = await client.query<{ token: Buffer }>(
        'select reporter_word.token_of($1, $2) as token',
        [secret, 'K7Q-M2F-9XH4'],
      );
      expect(rows[0]?.token.toString('hex')).toBe(reporterToken(secret, 'K7Q-M2F-9XH4').toString('hex'));
    }
  });
});

describe('a word', () => {
  it('is an event of the request, after its resolution, and reaches the change feed', async () => {
    const { id, code, token } = await report();
    const xid = async () =>
      (await client.query('select changed_xid::text as x from triage.request where id = $1', [id])).rows[0].x;
    const before = await xid();
    expect(await say(code, token, 'disputed')).toBe('recorded');
    expect(await words(id)).toEqual(['disputed']);
    expect(await xid()).not.toBe(before);
    const { rows } = await client.query(
      `select at > $2 and at <= now() as after, (select status from triage.request where id = $1)
         from triage.event where request_id = $1 and kind = 'disputed'`,
      [id, later],
    );
    // The county says closed; the word stands beside it.
    expect(rows).toEqual([{ after: true, status: 'closed' }]);
  });

  it('stands after a resolution of this very second', async () => {
    const { id, code, token } = await report([]);
    await addEvent(client, id, { kind: 'resolved', at: new Date() });
    expect(await say(code, token, 'confirmed')).toBe('recorded');
    expect(await say(code, token, 'confirmed')).toBe('same');
  });

  it('is not said twice, and may be changed a few times a day', async () => {
    const { id, code, token } = await report();
    const told: (string | undefined)[] = [];
    for (const word of ['confirmed', 'confirmed', 'disputed', 'confirmed', 'disputed', 'confirmed'])
      told.push(await say(code, token, word));
    expect(told).toEqual(['recorded', 'same', 'recorded', 'recorded', 'recorded', 'too_often']);
    expect(await words(id)).toEqual(['confirmed', 'disputed', 'confirmed', 'disputed']);
  });

  it.each([
    [[], 'nothing has been done'],
    [['declined'], 'it was turned down'],
    [['resolved', 'reopened'], 'it was opened again'],
  ] as const)('is not taken after %j, where %s', async (kinds, _why) => {
    const { id, code, token } = await report(kinds);
    expect(await say(code, token, 'confirmed')).toBe('not_resolved');
    expect(await words(id)).toEqual([]);
  });

  it('speaks of the last resolution: after a second one the same can be said again', async () => {
    const { id, code, token } = await report(['resolved']);
    expect(await say(code, token, 'disputed')).toBe('recorded');
    await addEvent(client, id, { kind: 'reopened', at: new Date() });
    expect(await say(code, token, 'disputed')).toBe('not_resolved');
    await addEvent(client, id, { kind: 'resolved', at: new Date() });
    expect(await say(code, token, 'disputed')).toBe('recorded');
  });

  it('is recorded once where two say it at once', async () => {
    const { id, code, token } = await report();
    const told = await Promise.all(Array.from({ length: 8 }, () => say(code, token, 'confirmed')));
    expect(told.toSorted()).toEqual(['recorded', ...Array(7).fill('same')]);
    expect(await words(id)).toEqual(['confirmed']);
  });
});

describe('who has not the link', () => {
  it('is refused in one way: unknown code, another token, no link, erased', async () => {
    const { id, code, token } = await report();
    const other = await report();
    const none = await report();
    await client.query('update triage.request set secret = null where id = $1', [none.id]);
    const erased = await report();
    await client.query('update triage.request set secret = null, erased_at = now() where id = $1', [
      erased.id,
    ]);
    expect(await say('K7Q-M2F-9XH4', token, 'confirmed')).toBe('refused');
    expect(await say(code, other.token, 'confirmed')).toBe('refused');
    expect(await say(other.code, token, 'confirmed')).toBe('refused');
    expect(await say(none.code, none.token, 'confirmed')).toBe('refused');
    expect(await say(erased.code, erased.token, 'confirmed')).toBe('refused');
    expect(await say(code, Buffer.alloc(0), 'confirmed')).toBe('refused');
    expect(await words(id)).toEqual([]);
  });

  it('gets nowhere with a word that is none', async () => {
    const { id, code, token } = await report();
    await expect(say(code, token, 'resolved')).rejects.toThrow('a word is');
    expect(await words(id)).toEqual([]);
  });

  it('reads and writes nothing with the role', async () => {
    for (const sql of [
      'select 1 from triage.request',
      `insert into triage.event (request_id, kind, at) values (1, 'confirmed', now())`,
      `select reporter_word.token_of('\\x00'::bytea, 'K7Q-M2F-9XH4')`,
      `select reporter_word.hmac_sha256('\\x00'::bytea, '\\x00'::bytea)`,
      'create temporary table t (a int)',
      'create table reporter_word.t (a int)',
    ])
      await expect(reporter.pool.query(sql), sql).rejects.toThrow(/permission denied/);
  });

  it('cannot put functions of its own in the way', async () => {
    const { code, token } = await report();
    const held = await reporter.pool.connect();
    await held.query('set search_path = public, pg_catalog');
    const { rows } = await held.query('select reporter_word.record($1, $2, $3) as told', [
      code,
      token,
      'confirmed',
    ]);
    held.release();
    expect(rows[0].told).toBe('recorded');
  });
});
