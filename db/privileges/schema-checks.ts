/**
 * What a role can do inside the database connected to: schemas, every kind of relation, columns, sequences,
 * functions, large objects, foreign servers, and what is granted to it in advance.
 *
 * Each check is a query with the parameters of `cluster-checks.ts`.
 */
import { ME } from './cluster-checks.ts';

/** Catalogs are judged apart; what is temporary belongs to a session. */
const OURS = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'`;

const SCHEMAS = `${ME}
  select case p.privilege when 'usage' then 'may look into schema ' else 'may create in schema ' end || n.nspname as what,
         format('revoke %s on schema %I from public, %I', p.privilege, n.nspname, me.rolname) as mend
    from me, pg_namespace n, (values ('usage'), ('create')) p (privilege)
   where n.nspname !~ '^pg_(toast|temp)' and n.nspname <> all ($4::text[])
     and not (p.privilege = 'usage' and n.nspname = any ($3::text[] || array['public', 'pg_catalog', 'information_schema']))
     -- Who owns a database may make things in its schema "public".
     and not ($2 and n.nspname = 'public')
     and has_schema_privilege(me.oid, n.oid, p.privilege)`;

const RELATIONS = `${ME},
  held as (
    select n.nspname, c.oid, c.relname, c.relkind, p.privilege,
           coalesce(array_to_string(c.reloptions, ',') ~ 'security_invoker=(true|on)', false) as invoker
      from me, pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest($7::text[]) p (privilege)
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${OURS} and n.nspname <> all ($4::text[])
       and (has_table_privilege(me.oid, c.oid, p.privilege)
            or p.privilege in ('select', 'insert', 'update', 'references') and has_any_column_privilege(me.oid, c.oid, p.privilege)))
  select 'may ' || string_agg(privilege, ', ' order by privilege) || ' ' || nspname || '.' || relname
           || case relkind when 'v' then ' (a view, with its owner''s rights)' when 'm' then ' (a materialised view)'
                when 'f' then ' (a foreign table)' else '' end as what,
         format('revoke %s on %I.%I from public, %I', string_agg(privilege, ', ' order by privilege), nspname, relname, me.rolname) as mend
    from held, me
   where not (privilege = 'select' and nspname = any ($3::text[]) and (relkind in ('r', 'p') or invoker or $6 and relkind in ('v', 'm')))
   group by nspname, relname, relkind, me.rolname`;

const COLUMNS = `${ME}
  select 'may read ' || n.nspname || '.' || c.relname || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')' as what,
         format('revoke select on %I.%I from public, %I', n.nspname, c.relname, me.rolname) as mend
    from me, pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where $5::jsonb is not null and n.nspname = any ($3::text[]) and c.relkind in ('r', 'p', 'v', 'm', 'f')
     and has_column_privilege(me.oid, c.oid, a.attnum, 'select')
     and not coalesce($5::jsonb -> c.relname ? a.attname, false)
   group by n.nspname, c.relname, me.rolname`;

const SEQUENCES = `${ME}
  select 'may use the sequence ' || n.nspname || '.' || c.relname as what,
         format('revoke all on sequence %I.%I from public, %I', n.nspname, c.relname, me.rolname) as mend
    from me, pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'S' and ${OURS} and n.nspname <> all ($4::text[])
     and has_sequence_privilege(me.oid, c.oid, 'usage, select, update')`;

/**
 * A function that runs with its owner's rights is told wherever it is, in a schema that cannot be looked into as
 * well. Any other does only what its caller may; the role of the web process calls none of ours at all.
 */
const FUNCTIONS = `${ME}
  select 'may call ' || n.nspname || '.' || p.proname || case when p.prosecdef then ', which runs with the rights of ' || o.rolname else '' end as what,
         format('revoke execute on routine %s from public, %I', p.oid::regprocedure, me.rolname) as mend
    from me, pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles o on o.oid = p.proowner
   where has_function_privilege(me.oid, p.oid, 'execute') and p.proowner <> me.oid
     and p.oid::regprocedure::text <> all ($8::text[])
     and (p.prosecdef or not $2 and not $6 and ${OURS} and has_schema_privilege(me.oid, n.oid, 'usage'))`;

/** What the server keeps from everyone at its making, and what was granted since. */
const CATALOGS = `${ME},
  for_everyone as (
    select i.classoid, i.objoid, i.objsubid, a.privilege_type from pg_init_privs i, aclexplode(i.initprivs) a where a.grantee = 0),
  granted as (
    select 'pg_class'::regclass::oid as classoid, c.oid as objoid, 0 as objsubid, c.oid::regclass::text as name, a.privilege_type, a.grantee
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
     where n.nspname in ('pg_catalog', 'information_schema')
    union all
    select 'pg_class'::regclass, c.oid, t.attnum, c.oid::regclass || ' (' || t.attname || ')', a.privilege_type, a.grantee
      from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(t.attacl) a
     where n.nspname in ('pg_catalog', 'information_schema')
    union all
    select 'pg_proc'::regclass, p.oid, 0, p.oid::regprocedure::text, a.privilege_type, a.grantee
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(p.proacl) a
     where n.nspname in ('pg_catalog', 'information_schema'))
  select distinct 'may ' || lower(g.privilege_type) || ' ' || g.name || ', which the server keeps for itself' as what,
         format('revoke all on %s %s from public, %I', case g.classoid when 'pg_proc'::regclass then 'routine' else 'table' end,
                case when g.objsubid = 0 then g.name else g.objoid::regclass::text end, me.rolname) as mend
    from granted g, me
   where g.grantee in (0, me.oid)
     -- The views of the information schema show to each what it may see already.
     and not (g.privilege_type = 'SELECT' and g.name ~ '^information_schema[.]')
     and not exists (select from for_everyone e
                      where (e.classoid, e.objoid, e.objsubid, e.privilege_type) = (g.classoid, g.objoid, g.objsubid, g.privilege_type))
     -- Where a function was never restricted, everyone may call it, and a grant says no more.
     and not (g.classoid = 'pg_proc'::regclass
              and not exists (select from pg_init_privs i where i.classoid = g.classoid and i.objoid = g.objoid))`;

const OTHERS = `${ME}
  select 'may use large object ' || l.oid as what, format('revoke all on large object %s from public, %I', l.oid, me.rolname) as mend
    from me, pg_largeobject_metadata l
   where exists (select from aclexplode(l.lomacl) a where a.grantee in (0, me.oid)) and l.lomowner <> me.oid
  union all
  select 'may use foreign server ' || s.srvname, format('revoke usage on foreign server %I from public, %I', s.srvname, me.rolname)
    from me, pg_foreign_server s where has_server_privilege(me.oid, s.oid, 'usage')
  union all
  select 'may use foreign-data wrapper ' || w.fdwname, format('revoke usage on foreign data wrapper %I from public, %I', w.fdwname, me.rolname)
    from me, pg_foreign_data_wrapper w where has_foreign_data_wrapper_privilege(me.oid, w.oid, 'usage')
  union all
  select 'is known to foreign server ' || u.srvname, format('drop user mapping for %I server %I', me.rolname, u.srvname)
    from me, pg_user_mappings u where u.umuser = me.oid`;

const IN_ADVANCE = `${ME}
  select distinct 'is given ' || lower(a.privilege_type) || ' on every future '
           || case d.defaclobjtype when 'r' then 'table' when 'S' then 'sequence' when 'f' then 'function' when 'T' then 'type'
                when 'L' then 'large object' else 'schema' end
           || coalesce(' of schema ' || n.nspname, '') || ' that ' || o.rolname || ' makes' as what,
         format('alter default privileges for role %I %srevoke all on %s from %s', o.rolname, case when n.nspname is null then '' else format('in schema %I ', n.nspname) end,
                case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types'
                  when 'L' then 'large objects' else 'schemas' end,
                case a.grantee when 0 then 'public' else quote_ident(me.rolname) end) as mend
    from me, pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace join pg_roles o on o.oid = d.defaclrole,
         aclexplode(d.defaclacl) a
   where o.oid <> me.oid and (a.grantee = me.oid or a.grantee = 0 and d.defaclobjtype in ('r', 'S', 'n', 'L'))
     and not ($5::jsonb is null and d.defaclobjtype = 'r' and a.privilege_type = 'SELECT' and coalesce(n.nspname = any ($3::text[]), false))`;

export const SCHEMA_CHECKS: readonly string[] = [
  SCHEMAS,
  RELATIONS,
  COLUMNS,
  SEQUENCES,
  FUNCTIONS,
  CATALOGS,
  OTHERS,
  IN_ADVANCE,
];
