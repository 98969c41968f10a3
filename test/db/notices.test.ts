import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectTriageReader, connectWeb } from '../../db/connect.ts';
import { type Ear, listen, PUBLISHED_CHANGED, TRIAGE_CHANGED } from '../../db/notices.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { smallPack } from '../setup/small-pack.ts';
import { addDimensions, addEvent, addRequest } from '../setup/triage-fixture.ts';

const NOON = new Date('2026-05-04T12:00:00+03:00');

let databases: TestDatabases;
let importer: pg.Client;
const ears: Ear[] = [];
beforeAll(async () => {
  databases = await createTestDatabases();
  importer = new pg.Client({ connectionString: databases.urls.importer });
  await importer.connect();
  await addDimensions(importer, smallPack);
});
afterEach(async () => {
  await Promise.all(ears.splice(0).map((ear) => ear.close()));
});
afterAll(async () => {
  await importer.end();
  await databases.drop();
});

/** Notices that a role hears while the work is done, as PostgreSQL delivers them. */
async function noticesOf(url: string, channel: string, work: () => Promise<unknown>): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  const heard: string[] = [];
  client.on('notification', ({ payload }) => heard.push(payload ?? ''));
  await client.connect();
  await client.query(`listen ${channel}`);
  await work();
  // They come in the order of commits, before the answer to what is asked after them.
  await importer.query('select 1');
  await client.query('select 1');
  await client.end();
  return heard;
}

describe('the triage database', () => {
  const heardBy = (role: 'triage_reader' | 'reporter', work: () => Promise<unknown>) =>
    noticesOf(databases.urls[role], TRIAGE_CHANGED, work);

  it('tells its reader once per transaction that something changed, and nothing of it', async () => {
    let id = 0;
    const made = await heardBy('triage_reader', async () => {
      ({ id } = await addRequest(importer, {
        service: 'road',
        area: 'north',
        received_at: NOON,
        reporters: [1, 2],
        events: [{ kind: 'acknowledged', at: NOON, note: 'Seen' }],
      }));
    });
    expect(made).toEqual(['']);
    expect(
      await heardBy('triage_reader', () => addEvent(importer, id, { kind: 'resolved', at: NOON })),
    ).toEqual(['']);
    const approved = `update triage.event set public_note_approved_by = 'approver' where request_id = ${id} and public_note is not null`;
    expect(await heardBy('triage_reader', () => importer.query(approved))).toEqual(['']);
    expect(
      await heardBy('triage_reader', () => importer.query(`delete from triage.request where id = ${id}`)),
    ).toEqual(['']);
  });

  it('tells nothing of what was not committed', async () => {
    const heard = await heardBy('triage_reader', async () => {
      await importer.query('begin');
      await importer.query(`update triage.request set tier_raised = 'guarded'`);
      await importer.query('rollback');
    });
    expect(heard).toEqual([]);
  });
});

describe('listening', () => {
  const BACKEND = `select pid from pg_stat_activity where query ilike 'listen %' and datname = current_database()`;

  it('hears as a role that can only read, in a session that can only read', async () => {
    const { pool, close } = connectWeb(databases.urls.web);
    let heard = 0;
    const ear = listen(pool, PUBLISHED_CHANGED, () => heard++);
    const publisher = new pg.Client({ connectionString: databases.urls.publisher });
    await publisher.connect();
    while (heard === 0) await sleep(5);
    const before = heard;
    await publisher.query(`select pg_notify($1, '')`, [PUBLISHED_CHANGED]);
    while (heard === before) await sleep(5);
    await publisher.end();
    await ear.close();
    // Nothing of it is left in the pool, which would wait for it.
    expect([pool.totalCount, pool.idleCount]).toEqual([0, 0]);
    await close();
  });

  it('begins again when its connection is lost, and says so, since something may have been missed', async () => {
    const { pool, close } = connectTriageReader(databases.urls.triage_reader);
    const superuser = new pg.Client({ connectionString: databases.superuser.triage });
    await superuser.connect();
    let heard = 0;
    ears.push(listen(pool, TRIAGE_CHANGED, () => heard++));
    while (heard === 0) await sleep(5);
    const [lost] = (await superuser.query<{ pid: number }>(BACKEND)).rows;
    await superuser.query('select pg_terminate_backend($1)', [lost?.pid]);
    while (heard === 1) await sleep(5);
    const [found] = (await superuser.query<{ pid: number }>(BACKEND)).rows;
    expect(found?.pid).not.toBe(lost?.pid);
    await superuser.end();
    await Promise.all(ears.splice(0).map((ear) => ear.close()));
    await close();
  });

  it('where it is not to be had does nothing, and can be ended', async () => {
    const { pool, close } = connectTriageReader('postgresql://nobody:nothing@127.0.0.1:1/none');
    let heard = 0;
    const ear = listen(pool, TRIAGE_CHANGED, () => heard++);
    await sleep(50);
    await ear.close();
    await close();
    expect(heard).toBe(0);
  });
});
