/**
 * What a role can do beyond reading schema `published`: asked of the database by privilege, over every table,
 * view, sequence, function, schema and database, never by sample.
 *
 * In:     a connection of any role, and the role to look at (by default the one connected)
 * Out:    a line per privilege that it should not have; none for a web role as it should be
 */
import type pg from 'pg';

/** Membership in these gives more than any grant on a table shows. */
const POWERFUL = [
  'pg_read_all_data',
  'pg_write_all_data',
  'pg_read_server_files',
  'pg_write_server_files',
  'pg_execute_server_program',
  'pg_maintain',
  'pg_signal_backend',
];

const QUERY = `
  with me as (select oid, rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication
                from pg_roles where rolname = coalesce($1, current_user))
  select 'is a superuser' as excess from me where rolsuper
  union all select 'may create roles' from me where rolcreaterole
  union all select 'may create databases' from me where rolcreatedb
  union all select 'may replicate' from me where rolreplication
  union all select 'is not held by row security' from me where rolbypassrls and not rolsuper
  union all
  select 'is a member of ' || r.rolname from me, pg_roles r
   where r.rolname = any ($2) and not me.rolsuper and pg_has_role(me.oid, r.oid, 'member')
  union all
  select 'may create in schema ' || n.nspname from me, pg_namespace n
   where n.nspname !~ '^pg_' and has_schema_privilege(me.oid, n.oid, 'create')
  union all
  select 'may create schemas in database ' || d.datname from me, pg_database d
   where d.datname = current_database() and has_database_privilege(me.oid, d.oid, 'create')
  union all
  select case when n.nspname = 'published' then 'may write ' else 'may use ' end || n.nspname || '.' || c.relname
    from me, pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
     and has_schema_privilege(me.oid, n.oid, 'usage')
     and case when c.relkind = 'S'
              then has_sequence_privilege(me.oid, c.oid, case when n.nspname = 'published' then 'usage, update' else 'usage, select, update' end)
              when c.relkind in ('r', 'v', 'm', 'p', 'f')
              then has_table_privilege(me.oid, c.oid, case when n.nspname = 'published' then 'insert, update, delete, truncate, references, trigger'
                                                           else 'select, insert, update, delete, truncate' end)
                or has_any_column_privilege(me.oid, c.oid, case when n.nspname = 'published' then 'insert, update' else 'select, insert, update' end)
              else false end
  union all
  select 'may call ' || n.nspname || '.' || p.proname from me, pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where n.nspname not in ('pg_catalog', 'information_schema', 'published') and n.nspname !~ '^pg_'
     and has_schema_privilege(me.oid, n.oid, 'usage') and has_function_privilege(me.oid, p.oid, 'execute')
  order by 1`;

export async function excessPrivileges(
  client: Pick<pg.ClientBase, 'query'> | Pick<pg.Pool, 'query'>,
  role: string | null = null,
): Promise<string[]> {
  const { rows } = await client.query<{ excess: string }>(QUERY, [role, POWERFUL]);
  return rows.map((row) => row.excess);
}
