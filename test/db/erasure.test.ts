/**
 * Erasure over real PostgreSQL: nothing private of the request is left in either database, whatever is searched for; the
 * anonymous row stays as it is; and neither publishing nor importing brings anything back.
 */
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reporterToken } from '../../db/anonymise/sealed-box.ts';
import { connectImporter, connectPublisher, connectReporter, connectTriageReader } from '../../db/connect.ts';
import { eraseRequest } from '../../db/erasure/erase.ts';
import { holdsContact } from '../../db/erasure/in-triage.ts';
import { silent } from '../../db/progress.ts';
import { publishLive } from '../../db/publish/live.ts';
import { publishReleases } from '../../db/publish/release.ts';
import { withdrawRequests } from '../../db/publish/withdraw-requests.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { smallPack } from '../setup/small-pack.ts';
import { addDimensions, addEvent, addRequest } from '../setup/triage-fixture.ts';

const at = (local: string) => new Date(`${local}:00+03:00`);
const BODY = 'My name is Kiprono and the nurse at Kapsowar shouted at me';

let databases: TestDatabases;
let client: pg.Client;
let importer: ReturnType<typeof connectImporter>;
let triage: ReturnType<typeof connectTriageReader>;
let publisher: ReturnType<typeof connectPublisher>;
beforeEach(async () => {
  databases = await createTestDatabases();
  client = new pg.Client({ connectionString: databases.urls.importer });
  await client.connect();
  importer = connectImporter(databases.urls.importer);
  triage = connectTriageReader(databases.urls.triage_reader);
  publisher = connectPublisher(databases.urls.publisher);
  await addDimensions(client, smallPack);
});
afterEach(async () => {
  await Promise.all([client.end(), importer.close(), triage.close(), publisher.close()]);
  await databases.drop();
});

const job = (now: string) => ({
  triage,
  publisher,
  pack: smallPack,
  now: at(now),
  progress: silent,
  manifestFiles: async () => [],
});
const erase = (code: string, { dryRun = false, theirs = false } = {}) =>
  eraseRequest({ code, triage, publisher, importer: theirs ? null : importer, pack: smallPack, dryRun });
const publish = async (now: string) => {
  await publishLive(job(now));
  return publishReleases(job(now));
};
const published = async (sql: string, values: unknown[] = []) =>
  (await publisher.pool.query(sql, values)).rows;

/** Every row of every table of both databases as one text, by a superuser. */
async function everything(): Promise<string> {
  let text = '';
  for (const url of [databases.superuser.triage, databases.superuser.published]) {
    const superuser = new pg.Client({ connectionString: url });
    await superuser.connect();
    const { rows } = await superuser.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('triage', 'published', 'publisher')`,
    );
    for (const { name } of rows) {
      const found = await superuser.query(
        `select coalesce(string_agg(to_jsonb(t)::text, E'\\n'), '') as text from ${name} t`,
      );
      text += `${name}: ${found.rows[0].text}\n`;
    }
    await superuser.end();
  }
  return text;
}

/** A report with everything that can be private of it. */
async function full(service: string, person: number, day: string, resolved: boolean) {
  const made = await addRequest(client, {
    service,
    area: 'north',
    received_at: at(`${day}T10:00`),
    reporters: [person],
    body: `${BODY} ${person}`,
    summary: `Draft ${person}`,
    events: resolved ? [{ kind: 'resolved', at: at(`${day}T22:00`), note: `Note ${person}` }] : [],
  });
  await client.query(
    `update triage.message set media = '["photo-${person}.jpg"]' where id in (select message_id from triage.request_message where request_id = $1)`,
    [made.id],
  );
  await client.query(
    `update triage.request set lat = 0.5, long = 35.5 + $2 / 1000.0, external_id = '+25470000' || (1000 + $2::int) || '/' || $1 where id = $1`,
    [made.id, person],
  );
  return made;
}
const PRIVATE = (person: number) => [
  `${BODY} ${person}`,
  `photo-${person}.jpg`,
  `+25470000${person}`,
  `Draft ${person}`,
  `Note ${person}`,
];

describe('erasing an open report', () => {
  it('leaves its row, its page and its history, and nothing private', async () => {
    const a = await full('road', 11, '2026-05-04', true);
    const b = await full('road', 12, '2026-05-05', true);
    await publish('2026-05-13T09:00');
    const rows = await published('select * from published.request_version order by service_request_id');
    const before = await everything();
    for (const secret of PRIVATE(11)) expect(before).toContain(secret);
    expect(
      (
        await published('select sealed from published.request_live where service_request_id = $1', [a.code])
      )[0]?.sealed,
    ).not.toBeNull();

    const kept = await client.query('select secret from triage.request where id = $1', [a.id]);
    const token = reporterToken(kept.rows[0].secret, a.code);
    const { triage: erased, extent } = await erase(a.code);
    expect(extent).toBe('strip');
    expect(erased).toEqual({
      messages: 1,
      shared_messages: 0,
      reporters: 1,
      reporters_kept: 0,
      coordinates: true,
      external_id: true,
      texts: 2,
      already: false,
    });
    const after = await everything();
    for (const secret of PRIVATE(11)) expect(after).not.toContain(secret);
    for (const secret of PRIVATE(12)) expect(after).toContain(secret);
    // The link of before opens nothing and says nothing.
    const word = connectReporter(databases.urls.reporter);
    const said = await word.pool.query('select reporter_word.record($1, $2, $3) as told', [
      a.code,
      token,
      'confirmed',
    ]);
    await word.close();
    expect(said.rows).toEqual([{ told: 'refused' }]);
    const box = await published(
      'select sealed, token_sha256 from published.request_live where service_request_id = $1',
      [a.code],
    );
    expect(box).toEqual([{ sealed: null, token_sha256: null }]);
    await publish('2026-05-20T09:00');
    expect(await published('select * from published.request_version order by service_request_id')).toEqual(
      rows,
    );
    expect(
      await published('select sealed from published.request_live where service_request_id = $1', [a.code]),
    ).toEqual([{ sealed: null }]);
    const history = await client.query('select kind from triage.event where request_id = $1 order by id', [
      a.id,
    ]);
    expect(history.rows.map((row) => row.kind)).toEqual(['received', 'resolved']);
    expect(b.code).not.toBe(a.code);
  });

  it('cannot be undone by whoever writes it again', async () => {
    const a = await full('road', 11, '2026-05-04', false);
    await publish('2026-05-13T09:00');
    await erase(a.code);
    await client.query(
      `update triage.request set lat = 1, long = 1, secret = '\\x000102030405060708090a0b0c0d0e0f', erased_at = null where id = $1`,
      [a.id],
    );
    const { rows } = await client.query(
      'select lat, long, secret, erased_at is not null as erased from triage.request where id = $1',
      [a.id],
    );
    expect(rows).toEqual([{ lat: null, long: null, secret: null, erased: true }]);
  });

  it('again, or in a rehearsal, changes nothing', async () => {
    const a = await full('road', 11, '2026-05-04', false);
    await publish('2026-05-13T09:00');
    const before = await everything();
    expect((await erase(a.code, { dryRun: true })).triage?.messages).toBe(1);
    expect(await everything()).toBe(before);
    await erase(a.code);
    const after = await everything();
    expect((await erase(a.code)).triage?.already).toBe(true);
    expect(await everything()).toBe(after);
    await expect(erase('000-000-0000')).rejects.toThrow('Nothing is known of 000-000-0000');
  });

  it('keeps the number of a reporter who has sent others, and a message that speaks of another report', async () => {
    const a = await full('road', 11, '2026-05-04', false);
    const b = await full('road', 11, '2026-05-05', false);
    const c = await full('light', 13, '2026-05-05', false);
    await client.query(
      'insert into triage.request_message select $1, message_id from triage.request_message where request_id = $2',
      [a.id, c.id],
    );
    await publish('2026-05-13T09:00');
    const rows = await published(
      'select service_request_id, reporters from published.request_version order by 1',
    );
    expect((await erase(a.code)).triage).toMatchObject({
      messages: 1,
      shared_messages: 1,
      reporters: 0,
      reporters_kept: 2,
    });
    const left = await client.query(
      `select p.phone from triage.request_message l join triage.message m on m.id = l.message_id
         join triage.reporter p on p.id = m.reporter_id where l.request_id = $1`,
      [a.id],
    );
    expect(left.rows).toEqual([{ phone: null }, { phone: null }]);
    await publish('2026-05-20T09:00');
    // As many people stand behind each row as did before.
    expect(
      await published(
        'select service_request_id, reporters from published.request_version where to_release is null order by 1',
      ),
    ).toEqual(rows);
    expect(b.code).not.toBe(c.code);
  });
});

describe('erasing a guarded report', () => {
  async function clinics(): Promise<{ id: number; code: string }[]> {
    const made: { id: number; code: string }[] = [];
    for (let i = 0; i < 6; i++) made.push(await full('clinic', 11 + i, `2026-05-0${i + 2}`, i % 2 === 0));
    return made;
  }

  it('leaves its row as it is in later releases, and nothing that ties it to anybody', async () => {
    const reports = await clinics();
    await publish('2026-06-09T09:00');
    const [erased, ...others] = reports;
    const code = erased?.code ?? '';
    const [{ record_id: record }] = await published(
      'select record_id from publisher.placement where service_request_id = $1',
      [code],
    );
    const row = () =>
      published('select * from published.request_version where service_request_id = $1', [record]);
    const before = await row();
    const { extent } = await erase(code);
    expect(extent).toBe('remove');
    const text = await everything();
    for (const secret of [...PRIVATE(11), code]) expect(text, secret).not.toContain(secret);
    expect(text).toContain(record);
    expect(
      (await client.query('select count(*)::int as n from triage.event where request_id = $1', [erased?.id]))
        .rows,
    ).toEqual([{ n: 0 }]);

    for (const { id } of others) await addEvent(client, id, { kind: 'disputed', at: at('2026-06-10T09:00') });
    const [next] = await publish('2026-07-07T09:00');
    expect(next?.accounted_for).toMatchObject({ received: 6, published: 6, pending: 0 });
    expect(await row()).toEqual(before);
    expect(await published('select count(*)::int as n from published.request_live')).toEqual([{ n: 5 }]);
    await expect(erase(code)).rejects.toThrow(/this is how it should be/);
  });

  it('that is broken off between the two databases brings nothing back, and is completed by the next run', async () => {
    const [first] = await clinics();
    await publish('2026-06-09T09:00');
    const code = first?.code ?? '';
    const away = new URL(databases.urls.importer);
    away.port = '1';
    const nobody = connectImporter(away.href);
    await expect(
      eraseRequest({ code, triage, publisher, importer: nobody, pack: smallPack }),
    ).rejects.toThrow();
    await nobody.close();
    await addEvent(client, first?.id ?? 0, { kind: 'reopened', at: at('2026-06-10T09:00') });
    const [next] = await publish('2026-07-07T09:00');
    expect(next?.accounted_for).toMatchObject({ received: 6, published: 6 });
    expect(
      await published('select 1 from published.request_live where service_request_id = $1', [code]),
    ).toEqual([]);
    expect((await erase(code)).extent).toBe('remove');
    expect(await everything()).not.toContain(code);
  });

  it('whose row is withdrawn later leaves by the id of the row', async () => {
    const [first, ...others] = await clinics();
    await publish('2026-06-09T09:00');
    const [{ record_id }] = await published(
      'select record_id from publisher.placement where service_request_id = $1',
      [first?.code],
    );
    await erase(first?.code ?? '');
    expect(await withdrawRequests({ ...job('2026-06-10T09:00'), codes: [record_id] })).toMatchObject({
      withdrawn: 1,
      coarsened: 0,
      held: 0,
    });
    const [next] = await publish('2026-06-16T09:00');
    expect(next).toMatchObject({
      requests: others.length,
      accounted_for: { withheld: { withdrawn: 1 }, received: 6 },
    });
  });

  it('counts all erased rows as one person when a cell has to be regrouped', async () => {
    const reports = await clinics();
    await publish('2026-06-09T09:00');
    for (const { code } of reports.slice(0, 3)) await erase(code);
    // Five rows are left, but only two people who are known and the erased ones.
    expect(
      await withdrawRequests({ ...job('2026-06-10T09:00'), codes: [reports[5]?.code ?? ''] }),
    ).toMatchObject({ held: 5 });
  });

  it('that has no row yet keeps it back for good', async () => {
    const [first] = await clinics();
    await publishLive(job('2026-05-20T09:00'));
    expect((await erase(first?.code ?? '')).extent).toBe('withhold');
    const [next] = (await publish('2026-06-09T09:00')).slice(-1);
    expect(next?.accounted_for).toMatchObject({ published: 5, withheld: { personal_data: 1 } });
    expect(
      await published('select tier, sealed from published.request_live where service_request_id = $1', [
        first?.code,
      ]),
    ).toEqual([{ tier: 'withheld', sealed: null }]);
  });

  it('of a triage database of others erases our side, and publishes nothing of it until it is gone there', async () => {
    const [first, second] = await clinics();
    await publish('2026-06-09T09:00');
    const [{ record_id }] = await published(
      'select record_id from publisher.placement where service_request_id = $1',
      [first?.code],
    );
    const row = () =>
      published('select * from published.request_version where service_request_id = $1', [record_id]);
    const before = await row();
    await erase(first?.code ?? '', { theirs: true });
    await addEvent(client, first?.id ?? 0, { kind: 'reopened', at: at('2026-06-10T09:00') });
    const [next] = await publish('2026-07-07T09:00');
    expect(next?.accounted_for).toMatchObject({ received: 6, published: 6 });
    expect(await row()).toEqual(before);
    expect(
      await published('select 1 from published.request_live where service_request_id = $1', [first?.code]),
    ).toEqual([]);
    await client.query('delete from triage.request where id = $1', [first?.id]);
    await publish('2026-07-14T09:00');
    const kept = await published(
      `select to_jsonb(e)::text as text from publisher.erased_request e union all select to_jsonb(p)::text from publisher.placement p`,
    );
    expect(kept.map((row) => row.text).join()).not.toContain(first?.code);
    expect(kept.map((row) => row.text).join()).toContain(second?.code);
  });
});

describe('erasing a sensitive report', () => {
  it('makes no count of people rise', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 12; i++)
      codes.push((await full('corruption', 11, `2026-01-${String(i + 2).padStart(2, '0')}`, false)).code);
    for (const code of codes) await erase(code);
    await publish('2026-04-07T09:00');
    expect(await published('select * from published.sensitive_count')).toEqual([]);
    const people = await client.query('select count(*)::int as n from triage.reporter');
    expect(people.rows).toEqual([{ n: 1 }]);
  });
});

describe('history', () => {
  it('goes with its request, and in no other way', async () => {
    const a = await full('road', 11, '2026-05-04', true);
    await expect(client.query('delete from triage.event where request_id = $1', [a.id])).rejects.toThrow(
      /append-only/,
    );
    await client.query('delete from triage.request where id = $1', [a.id]);
    expect((await client.query('select 1 from triage.event')).rows).toEqual([]);
  });
});

describe('an id of another system', () => {
  it.each([
    ['wa:254712345678', [], true],
    ['+254 712 345 678/3', [], true],
    ['0112345678', [], true],
    ['jane@example.org', [], true],
    ['case 712345678', ['+254712345678'], true],
    ['101000123456', [], false],
    ['2011-000254', ['+254712345678'], false],
    ['EMC-7781', [], false],
  ])('%s, of a reporter with %j: holds a number or an address: %s', (id, phones, holds) => {
    expect(holdsContact(id, phones)).toBe(holds);
  });
});
