import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectWeb } from '../../db/connect.ts';
import { excessPrivileges } from '../../db/privileges.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';

let databases: TestDatabases;
beforeAll(async () => {
  databases = await createTestDatabases();
});
afterAll(() => databases.drop());

describe('the web role', () => {
  it('reads the published schema', async () => {
    const web = connectWeb(databases.urls.web);
    expect(await web.db.selectFrom('published.release').selectAll().execute()).toEqual([]);
    await web.close();
  });

  it('has no privilege but reading it: on no table, view, sequence, function, schema or database', async () => {
    for (const url of [databases.superuser.published, databases.superuser.triage]) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      expect(await excessPrivileges(client, 'majibu_web')).toEqual([]);
      await client.end();
    }
  });

  it.each([
    ['grant insert on published.release to majibu_web', 'may write published.release'],
    ['grant update (label) on published.release to majibu_web', 'may write published.release'],
    [
      'grant usage on schema publisher to majibu_web; grant select on publisher.cursor to majibu_web',
      'may use publisher.cursor',
    ],
    ['grant create on schema published to majibu_web', 'may create in schema published'],
    ['grant pg_read_all_data to majibu_web', 'is a member of pg_read_all_data'],
    [
      "create schema extra; grant usage on schema extra to majibu_web; create function extra.f() returns int language sql as 'select 1'",
      'may call extra.f',
    ],
  ])('is known to be too powerful after: %s', async (statement, excess) => {
    const client = new pg.Client({ connectionString: databases.superuser.published });
    await client.connect();
    await client.query('begin');
    await client.query(statement);
    expect(await excessPrivileges(client, 'majibu_web')).toContain(excess);
    await client.query('rollback');
    await client.end();
  });

  it('cannot connect to the triage database', async () => {
    const address = new URL(databases.urls.web);
    address.pathname = new URL(databases.urls.importer).pathname;
    const client = new pg.Client({ connectionString: address.href });
    await expect(client.connect()).rejects.toThrow(/permission denied for database/);
  });
});
