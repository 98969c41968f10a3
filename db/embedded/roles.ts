/**
 * The roles of a portal, created once by a superuser in the embedded cluster (an operator with a server of
 * their own creates the same five; README.md shows how). Each database belongs to the role that fills it.
 *
 *   majibu_importer       owns database `triage`: migrations, imports
 *   majibu_triage_reader  reads schema `triage`
 *   majibu_reporter       calls one function of database `triage`: it takes a reporter's word on a resolution
 *   majibu_publisher      owns database `published`: migrations, live status, releases
 *   majibu_web            reads schema `published`
 */
import type pg from 'pg';

export const ROLES = {
  importer: 'majibu_importer',
  triage_reader: 'majibu_triage_reader',
  reporter: 'majibu_reporter',
  publisher: 'majibu_publisher',
  web: 'majibu_web',
} as const;
export type RoleName = keyof typeof ROLES;

/** `passwords` are ours, made of hexadecimal digits. Running it again changes nothing but the passwords. */
export async function createRoles(
  superuser: pg.Client,
  passwords: Readonly<Record<RoleName, string>>,
): Promise<void> {
  for (const [name, role] of Object.entries(ROLES)) {
    const password = passwords[name as RoleName];
    if (!/^[0-9a-f]{16,}$/.test(password))
      throw new RangeError('a role password is 16 or more hexadecimal digits');
    const { rowCount } = await superuser.query('select 1 from pg_roles where rolname = $1', [role]);
    await superuser.query(
      `${rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nocreatedb nocreaterole noreplication password '${password}'`,
    );
  }
}

/** Creates a triage and a published database that only their own roles can connect to. */
export async function createDatabases(
  superuser: pg.Client,
  triage: string,
  published: string,
  template = 'template0',
): Promise<void> {
  for (const [database, owner, ...others] of [
    [triage, ROLES.importer, ROLES.triage_reader, ROLES.reporter],
    [published, ROLES.publisher, ROLES.web],
  ] as const) {
    const { rowCount } = await superuser.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount)
      await superuser.query(
        `create database "${database}" owner ${owner} template "${template}" allow_connections false`,
      );
    await lockDown(superuser, database, owner, others);
  }
}

/** A new database is open to everyone: it takes connections only from when it is locked down. */
export async function lockDown(
  superuser: pg.Client,
  database: string,
  owner: string,
  others: readonly string[],
): Promise<void> {
  await superuser.query(`revoke all on database "${database}" from public`);
  await superuser.query(`grant connect, create on database "${database}" to ${owner}`);
  await superuser.query(`grant connect on database "${database}" to ${others.join(', ')}`);
  await superuser.query(`alter database "${database}" allow_connections true`);
}
