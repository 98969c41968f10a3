/**
 * What a role can do beyond what it is for, asked of the database by privilege over everything that it has: tables,
 * views, materialised views, foreign tables, columns, sequences, functions, schemas, large objects, databases,
 * memberships, settings. Never by sample.
 *
 * In:     a connection, which of the portal's roles it is to be, and its name (by default the one connected)
 * Out:    what it can do too much, each with the statement that takes it away; nothing for a role as it should be
 * Source: PostgreSQL manual, "Privileges" and "System Catalogs" (pg_init_privs, pg_shdepend, pg_default_acl)
 */
import type pg from 'pg';
import type { RoleName } from './embedded/roles.ts';
import { ATTRIBUTES, CLUSTER_CHECKS } from './privileges/cluster-checks.ts';
import { ROLE_LIMITS } from './privileges/limits.ts';
import { SCHEMA_CHECKS } from './privileges/schema-checks.ts';

export interface Excess {
  /** begins with a verb: "may update published.release" */
  readonly what: string;
  /** SQL that takes it away */
  readonly mend: string;
}

export type Asks = Pick<pg.ClientBase, 'query'> | Pick<pg.Pool, 'query'>;

export async function excessPrivileges(
  client: Asks,
  kind: RoleName,
  role: string | null = null,
): Promise<Excess[]> {
  const { reads, owns, columns, views, calls } = ROLE_LIMITS[kind];
  const readable = columns && JSON.stringify(columns);
  const privileges = await tablePrivileges(client);
  const parameters = [role, owns.length > 0, reads, owns, readable, views, privileges, calls];
  const ask = async (check: string) => (await client.query<Excess>(check, parameters)).rows;
  const found = await ask(ATTRIBUTES);
  // A superuser can do everything, and no list of it would help anybody.
  if (found.some((line) => line.what === 'is a superuser')) return found;
  for (const check of [...CLUSTER_CHECKS, ...SCHEMA_CHECKS]) found.push(...(await ask(check)));
  return found.sort((a, b) => (a.what < b.what ? -1 : 1));
}

async function tablePrivileges(client: Asks): Promise<string[]> {
  const { rows } = await client.query<{ number: number }>(
    `select current_setting('server_version_num')::int as number`,
  );
  const all = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'];
  return (rows[0]?.number ?? 0) >= 170_000 ? [...all, 'maintain'] : all;
}
