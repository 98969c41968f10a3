import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectWeb } from '../../db/connect.ts';
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

  it('has no privilege on any table, view, sequence or function outside it', async () => {
    for (const [url, schemas] of [
      [databases.superuser.published, "('pg_catalog', 'information_schema', 'published')"],
      [databases.superuser.triage, "('pg_catalog', 'information_schema')"],
    ] as const) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query(`
        select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname not in ${schemas} and n.nspname not like 'pg\\_%' and has_schema_privilege('majibu_web', n.oid, 'usage')
           and case when c.relkind = 'S' then has_sequence_privilege('majibu_web', c.oid, 'usage, select, update')
                    when c.relkind in ('r', 'v', 'm', 'p', 'f') then has_table_privilege('majibu_web', c.oid, 'select, insert, update, delete, truncate') end
        union all
        select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname not in ${schemas} and has_schema_privilege('majibu_web', n.oid, 'usage') and has_function_privilege('majibu_web', p.oid, 'execute')`);
      expect(rows).toEqual([]);
      await client.end();
    }
  });

  it('cannot connect to the triage database', async () => {
    const address = new URL(databases.urls.web);
    address.pathname = new URL(databases.urls.importer).pathname;
    const client = new pg.Client({ connectionString: address.href });
    await expect(client.connect()).rejects.toThrow(/permission denied for database/);
  });
});
