/**
 * What a role can do, in plain words: what it reads, what it writes and which databases it can connect to.
 *
 * In:     a connection of the role
 * Out:    Abilities; schemas by name, with how much of each: "triage (27 of 52 columns)"
 */
import type { Asks } from '../privileges.ts';

export interface Abilities {
  readonly role: string;
  readonly database: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** databases beside its own; those that every role may connect to are left out */
  readonly connects: readonly string[];
}

const QUERY = `
  with columns as (
    select n.nspname, c.oid, a.attnum,
           has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, a.attnum, 'select') as readable
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'),
  writable as (
    select n.nspname, count(*) as tables,
           count(*) filter (where has_schema_privilege(n.oid, 'usage')
             and (has_table_privilege(c.oid, 'insert, update, delete, truncate') or has_any_column_privilege(c.oid, 'insert, update'))) as written
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'f') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
     group by n.nspname)
  select current_user::text as role, current_database()::text as database,
         array(select case when count(*) filter (where not readable) = 0 then nspname::text
                      else format('%s (%s of %s columns)', nspname, count(*) filter (where readable), count(*)) end
                 from columns group by nspname having bool_or(readable) order by nspname) as reads,
         array(select case when written = tables then nspname::text else format('%s (%s of %s tables)', nspname, written, tables) end
                 from writable where written > 0 order by nspname) as writes,
         array(select d.datname::text from pg_database d
                where d.datallowconn and not d.datistemplate and d.datname not in (current_database(), 'postgres')
                  and has_database_privilege(d.oid, 'connect') order by d.datname) as connects`;

export async function abilitiesOf(client: Asks): Promise<Abilities> {
  const { rows } = await client.query<Abilities>(QUERY);
  const [found] = rows;
  if (!found) throw new RangeError('a query without a table gave no row');
  return found;
}
