/**
 * What a role can do beyond one database: its attributes, memberships, other databases, parameters, tablespaces.
 *
 * Each check is a query over `me` (the role looked at) and `home` (the database connected to). It gives lines `what`
 * (begins with a verb) and `mend` (SQL). Its parameters: $1 the role, null for the one connected; $2 whether it owns
 * schemas; $3 schemas that it reads; $4 schemas that it owns; $5 the columns that it reads (JSON, null: all);
 * $6 whether what it reads may be a view; $7 privileges on tables that this server knows;
 * $8 functions that it may call.
 */

/** Begins every check; a statement has to name all of its parameters. */
export const ME = `
  with recursive given as (select $2::boolean, $3::text[], $4::text[], $5::jsonb, $6::boolean, $7::text[], $8::text[]),
  me as (select * from pg_roles where rolname = coalesce($1::text, current_user)),
  home as (select * from pg_database where datname = current_database())`;

export const ATTRIBUTES = `${ME}
  select 'is a superuser' as what, format('alter role %I nosuperuser', rolname) as mend from me where rolsuper
  union all select 'may create roles', format('alter role %I nocreaterole', rolname) from me where rolcreaterole
  union all select 'may create databases', format('alter role %I nocreatedb', rolname) from me where rolcreatedb
  union all select 'may replicate', format('alter role %I noreplication', rolname) from me where rolreplication
  union all select 'is not held by row security', format('alter role %I nobypassrls', rolname) from me where rolbypassrls`;

/** Whether its rights are inherited, taken by SET ROLE or only passed on: whatever the other can do, it can. */
const MEMBERSHIPS = `${ME},
  path as (
    select m.roleid, m.roleid as first from pg_auth_members m join me on m.member = me.oid
    union
    select m.roleid, path.first from pg_auth_members m join path on m.member = path.roleid)
  select 'is a member of ' || r.rolname || case when path.roleid <> path.first then ' through ' || f.rolname else '' end as what,
         format('revoke %I from %I', f.rolname, me.rolname) as mend
    from path join pg_roles r on r.oid = path.roleid join pg_roles f on f.oid = path.first, me`;

/**
 * A database of the same owner is one of the same side: two portals can share a server and its roles. "postgres"
 * and the templates are open to everyone on most servers; what a role is granted in them is told.
 */
const DATABASES = `${ME}
  select 'may connect to database ' || d.datname as what,
         format('revoke connect on database %I from public, %I', d.datname, me.rolname) as mend
    from me, home, pg_database d
   where d.datdba <> home.datdba and d.datallowconn and not d.datistemplate and d.datname <> 'postgres'
     and has_database_privilege(me.oid, d.oid, 'connect')
  union all
  select 'may create schemas in database ' || d.datname,
         format('revoke create on database %I from public, %I', d.datname, me.rolname)
    from me, home, pg_database d
   where (d.datdba <> home.datdba or home.datdba <> me.oid and not ($2 and d.oid = home.oid))
     and has_database_privilege(me.oid, d.oid, 'create')
  union all
  select 'may make temporary tables in database ' || home.datname,
         format('revoke temporary on database %I from public, %I', home.datname, me.rolname)
    from me, home where not $2 and has_database_privilege(me.oid, home.oid, 'temporary')`;

/** Grants and ownership in databases that this connection cannot look into: pg_shdepend is one for all of them. */
const ELSEWHERE = `${ME}
  select format(case s.deptype when 'o' then 'owns %s things in database %s' else 'is granted %s things in database %s' end,
                count(distinct (s.classid, s.objid)), d.datname) as what,
         format(case s.deptype when 'o' then 'reassign owned by %I to its owner -- in database %I'
                else 'drop owned by %I -- in database %I: takes its grants away there' end, me.rolname, d.datname) as mend
    from me, home, pg_shdepend s join pg_database d on d.oid = s.dbid
   where s.refclassid = 'pg_authid'::regclass and s.refobjid = me.oid and s.deptype in ('o', 'a')
     and d.oid <> home.oid and d.datdba <> home.datdba
   group by s.deptype, d.datname, me.rolname
  union all
  select 'owns ' || count(*) || ' things in database ' || home.datname,
         format('reassign owned by %I to %I', me.rolname, (select rolname from pg_roles where oid = home.datdba))
    from me, home, pg_shdepend s
   where not $2 and s.refclassid = 'pg_authid'::regclass and s.refobjid = me.oid and s.deptype = 'o'
     and (s.dbid = home.oid or s.classid = 'pg_database'::regclass and s.objid = home.oid)
   group by home.datname, home.datdba, me.rolname having count(*) > 0`;

const SETTINGS = `${ME}
  select 'may ' || case a.privilege_type when 'SET' then 'set' else 'alter for the whole server' end || ' the setting ' || p.parname as what,
         format('revoke all on parameter %s from public, %I', p.parname, me.rolname) as mend
    from me, pg_parameter_acl p, aclexplode(p.paracl) a where a.grantee in (0, me.oid)
  union all
  select 'may create in tablespace ' || t.spcname, format('revoke create on tablespace %I from public, %I', t.spcname, me.rolname)
    from me, pg_tablespace t
   where t.spcname not in ('pg_default', 'pg_global') and has_tablespace_privilege(me.oid, t.oid, 'create')
  union all
  select 'reads every large object: lo_compat_privileges is on', format('alter role %I set lo_compat_privileges = off', me.rolname)
    from me, home
   where exists (select from pg_db_role_setting s
                  where s.setrole in (0, me.oid) and s.setdatabase in (0, home.oid)
                    and array_to_string(s.setconfig, ',') ~* 'lo_compat_privileges=(on|true|yes|1)')
      or me.rolname = current_user and current_setting('lo_compat_privileges')::boolean`;

export const CLUSTER_CHECKS: readonly string[] = [MEMBERSHIPS, DATABASES, ELSEWHERE, SETTINGS];
