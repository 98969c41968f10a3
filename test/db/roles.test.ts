/**
 * What each role can do too much, over real PostgreSQL: the roles of a portal are clean, and each kind of grant that
 * would be too much is found, by its own words, and mended by the statement that is said to mend it.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectTriageReader, connectWeb } from '../../db/connect.ts';
import { ROLES, type RoleName } from '../../db/embedded/roles.ts';
import { TRIAGE_READER_COLUMNS } from '../../db/privileges/limits.ts';
import { excessPrivileges } from '../../db/privileges.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';

let databases: TestDatabases;
let superuser: Record<'triage' | 'published', pg.Client>;
beforeAll(async () => {
  databases = await createTestDatabases();
  const open = async (side: 'triage' | 'published') => {
    const client = new pg.Client({ connectionString: databases.superuser[side] });
    await client.connect();
    return client;
  };
  superuser = { triage: await open('triage'), published: await open('published') };
});
afterAll(async () => {
  await Promise.all([superuser.triage.end(), superuser.published.end()]);
  await databases.drop();
});

const SIDE = {
  web: 'published',
  publisher: 'published',
  triage_reader: 'triage',
  reporter: 'triage',
  importer: 'triage',
} as const;
const KINDS = Object.keys(SIDE) as RoleName[];

async function excessOf(kind: RoleName): Promise<string[]> {
  const found = await excessPrivileges(superuser[SIDE[kind]], kind, ROLES[kind]);
  return found.map((excess) => excess.what);
}

describe('the roles of a portal', () => {
  it.each(KINDS)('%s can do nothing that it is not for', async (kind) => {
    expect(await excessOf(kind)).toEqual([]);
  });

  it.each(KINDS)('%s says so of itself, over its own connection', async (kind) => {
    const client = new pg.Client({ connectionString: databases.urls[kind] });
    await client.connect();
    expect(await excessPrivileges(client, kind)).toEqual([]);
    await client.end();
  });

  it.each(KINDS)('%s cannot connect to the other side', async (kind) => {
    const address = new URL(databases.urls[kind]);
    address.pathname = new URL(databases.urls[SIDE[kind] === 'triage' ? 'publisher' : 'importer']).pathname;
    const client = new pg.Client({ connectionString: address.href });
    await expect(client.connect()).rejects.toThrow(/permission denied for database/);
  });
});

describe('the web role', () => {
  it('reads the published schema', async () => {
    const web = connectWeb(databases.urls.web);
    expect(await web.db.selectFrom('published.release').selectAll().execute()).toEqual([]);
    await web.close();
  });
});

describe('the triage reader', () => {
  it('reads every column that it is granted, and no other: no phone, no picture, no id of another system', async () => {
    const reader = connectTriageReader(databases.urls.triage_reader);
    const { rows } = await superuser.triage.query<{ table_name: string; column_name: string }>(
      `select table_name, column_name from information_schema.columns where table_schema = 'triage'`,
    );
    const refused: string[] = [];
    for (const { table_name: table, column_name: column } of rows) {
      const granted = TRIAGE_READER_COLUMNS[table]?.includes(column) ?? false;
      const read = reader.pool.query(`select "${column}" from triage."${table}" limit 0`);
      if (granted) await read;
      else {
        await expect(read, `${table}.${column}`).rejects.toThrow(/permission denied/);
        refused.push(`${table}.${column}`);
      }
    }
    expect(refused).toEqual(
      expect.arrayContaining([
        'reporter.phone',
        'reporter.id',
        'message.media',
        'message.external_id',
        'message.received_at',
        'request.external_id',
        'request.lat',
        'request.long',
      ]),
    );
    await reader.close();
  });
});

/** [kind, what was done, what is said of it]; undone afterwards */
const BAD: [RoleName, string, string][] = [
  ['web', 'alter role majibu_web superuser', 'is a superuser'],
  ['web', 'alter role majibu_web createrole', 'may create roles'],
  ['web', 'alter role majibu_web createdb', 'may create databases'],
  ['web', 'alter role majibu_web replication', 'may replicate'],
  ['web', 'alter role majibu_web bypassrls', 'is not held by row security'],
  ['web', 'grant insert on published.release to majibu_web', 'may insert published.release'],
  ['web', 'grant update (label) on published.release to majibu_web', 'may update published.release'],
  ['web', 'grant truncate on published.area to public', 'may truncate published.area'],
  [
    'web',
    'grant references, trigger on published.area to majibu_web',
    'may references, trigger published.area',
  ],
  ['web', 'grant maintain on published.area to majibu_web', 'may maintain published.area'],
  ['web', 'grant select on publisher.cursor to majibu_web', 'may select publisher.cursor'],
  ['web', 'grant select (xid) on publisher.cursor to majibu_web', 'may select publisher.cursor'],
  ['web', 'grant usage on schema publisher to majibu_web', 'may look into schema publisher'],
  ['web', 'grant usage on schema publisher to public', 'may look into schema publisher'],
  ['web', 'grant create on schema published to majibu_web', 'may create in schema published'],
  ['web', 'grant create on schema public to majibu_web', 'may create in schema public'],
  [
    'web',
    'create view published.v as select * from publisher.cursor; grant select on published.v to majibu_web',
    "may select published.v (a view, with its owner's rights)",
  ],
  [
    'web',
    'create materialized view published.m as select 1 as one; grant select on published.m to majibu_web',
    'may select published.m (a materialised view)',
  ],
  [
    'web',
    'create foreign data wrapper w; create server s foreign data wrapper w; create foreign table published.f (a int) server s; grant select on published.f to majibu_web',
    'may select published.f (a foreign table)',
  ],
  [
    'web',
    'create foreign data wrapper w; create server s foreign data wrapper w; grant usage on foreign server s to majibu_web',
    'may use foreign server s',
  ],
  [
    'web',
    'create foreign data wrapper w; grant usage on foreign data wrapper w to majibu_web',
    'may use foreign-data wrapper w',
  ],
  [
    'web',
    'create foreign data wrapper w; create server s foreign data wrapper w; create user mapping for majibu_web server s',
    'is known to foreign server s',
  ],
  [
    'web',
    'create sequence published.counter; grant select on sequence published.counter to majibu_web',
    'may use the sequence published.counter',
  ],
  [
    'web',
    "create schema extra; grant usage on schema extra to majibu_web; create function extra.f() returns int language sql as 'select 1'",
    'may call extra.f',
  ],
  ['web', "create function public.f() returns int language sql as 'select 1'", 'may call public.f'],
  [
    'web',
    "create function published.f() returns bigint language sql security definer as 'select count(*) from publisher.cursor'",
    'may call published.f, which runs with the rights of postgres',
  ],
  [
    'web',
    "create schema hidden; create function hidden.f() returns int language sql security definer as 'select 1'",
    'may call hidden.f, which runs with the rights of postgres',
  ],
  [
    'web',
    "create function pg_catalog.sly() returns int language sql security definer as 'select 1'",
    'may call pg_catalog.sly, which runs with the rights of postgres',
  ],
  [
    'web',
    'grant execute on function pg_read_file(text) to majibu_web',
    'may execute pg_read_file(text), which the server keeps for itself',
  ],
  [
    'web',
    'grant execute on function pg_ls_logdir() to public',
    'may execute pg_ls_logdir(), which the server keeps for itself',
  ],
  [
    'web',
    'grant select on pg_catalog.pg_authid to majibu_web',
    'may select pg_authid, which the server keeps for itself',
  ],
  [
    'web',
    'grant select (rolpassword) on pg_catalog.pg_authid to public',
    'may select pg_authid (rolpassword), which the server keeps for itself',
  ],
  ['web', 'grant pg_read_all_data to majibu_web', 'is a member of pg_read_all_data'],
  ['web', 'grant majibu_publisher to majibu_web', 'is a member of majibu_publisher'],
  [
    'web',
    'grant majibu_publisher to majibu_web with inherit false, set true',
    'is a member of majibu_publisher',
  ],
  [
    'web',
    'grant majibu_publisher to majibu_web with inherit false, set false, admin true',
    'is a member of majibu_publisher',
  ],
  [
    'web',
    'create role majibu_between; grant majibu_publisher to majibu_between; grant majibu_between to majibu_web',
    'is a member of majibu_publisher through majibu_between',
  ],
  ['web', 'grant connect on database "TRIAGE" to majibu_web', 'may connect to database TRIAGE'],
  ['web', 'grant connect on database "TRIAGE" to public', 'may connect to database TRIAGE'],
  ['web', 'grant create on database "PUBLISHED" to majibu_web', 'may create schemas in database PUBLISHED'],
  [
    'web',
    'grant temporary on database "PUBLISHED" to majibu_web',
    'may make temporary tables in database PUBLISHED',
  ],
  ['web', 'alter table published.area owner to majibu_web', 'owns 1 things in database PUBLISHED'],
  [
    'web',
    'select lo_create(4711); grant select on large object 4711 to majibu_web',
    'may use large object 4711',
  ],
  ['web', 'select lo_create(4711); grant update on large object 4711 to public', 'may use large object 4711'],
  [
    'web',
    'alter role majibu_web set lo_compat_privileges = on',
    'reads every large object: lo_compat_privileges is on',
  ],
  ['web', 'grant set on parameter work_mem to majibu_web', 'may set the setting work_mem'],
  [
    'web',
    'grant alter system on parameter log_statement to public',
    'may alter for the whole server the setting log_statement',
  ],
  [
    'web',
    'set local role majibu_publisher; alter default privileges in schema publisher grant select on tables to majibu_web',
    'is given select on every future table of schema publisher that majibu_publisher makes',
  ],
  [
    'web',
    'alter default privileges for role majibu_publisher grant execute on functions to majibu_web',
    'is given execute on every future function that majibu_publisher makes',
  ],
  ['publisher', 'grant majibu_importer to majibu_publisher', 'is a member of majibu_importer'],
  [
    'publisher',
    'create schema triage; create table triage.request (id int); grant usage on schema triage to majibu_publisher; grant update on triage.request to majibu_publisher',
    'may update triage.request',
  ],
  ['publisher', 'grant connect on database "TRIAGE" to majibu_publisher', 'may connect to database TRIAGE'],
  [
    'triage_reader',
    'grant update (status) on triage.request to majibu_triage_reader',
    'may update triage.request',
  ],
  [
    'triage_reader',
    'grant select on triage.reporter to majibu_triage_reader',
    'may read triage.reporter (id, phone, language)',
  ],
  [
    'triage_reader',
    'grant select (media, external_id) on triage.message to majibu_triage_reader',
    'may read triage.message (external_id, media)',
  ],
  [
    'triage_reader',
    'grant select (lat, long) on triage.request to public',
    'may read triage.request (lat, long)',
  ],
  ['triage_reader', 'grant insert on triage.event to majibu_triage_reader', 'may insert triage.event'],
  [
    'triage_reader',
    'alter default privileges for role majibu_importer in schema triage grant select on tables to majibu_triage_reader',
    'is given select on every future table of schema triage that majibu_importer makes',
  ],
  [
    'reporter',
    'grant usage on schema triage to majibu_reporter; grant select (id) on triage.request to majibu_reporter',
    'may look into schema triage',
  ],
  [
    'reporter',
    'grant usage on schema triage to majibu_reporter; grant insert on triage.event to majibu_reporter',
    'may insert triage.event',
  ],
  [
    'reporter',
    'grant execute on function reporter_word.token_of(bytea, text) to majibu_reporter',
    'may call reporter_word.token_of',
  ],
  [
    'reporter',
    'create table reporter_word.t (a int); grant select on reporter_word.t to majibu_reporter',
    'may read reporter_word.t (a)',
  ],
  [
    'web',
    'grant connect on database "TRIAGE" to majibu_web; grant majibu_reporter to majibu_web',
    'is a member of majibu_reporter',
  ],
  [
    'importer',
    'grant connect on database "PUBLISHED" to majibu_importer',
    'may connect to database PUBLISHED',
  ],
  ['importer', 'grant pg_write_server_files to majibu_importer', 'is a member of pg_write_server_files'],
];

describe('a role with a grant too much', () => {
  it.each(BAD)('%s, after "%s", is known to', async (kind, done, said) => {
    const client = superuser[SIDE[kind]];
    const named = (text: string) =>
      text
        .replace('TRIAGE', new URL(databases.urls.importer).pathname.slice(1))
        .replace('PUBLISHED', new URL(databases.urls.publisher).pathname.slice(1));
    await client.query('begin');
    try {
      await client.query(named(done));
      await client.query('reset role');
      const found = await excessPrivileges(client, kind, ROLES[kind]);
      const told = found.filter(({ what }) => what === named(said));
      expect(found.map(({ what }) => what)).toContain(named(said));
      for (const { mend } of told) await client.query(mend);
      const left = await excessPrivileges(client, kind, ROLES[kind]);
      expect(left.map(({ what }) => what)).not.toContain(named(said));
    } finally {
      await client.query('rollback');
    }
  });
});
