/**
 * Brings both databases to the newest schema and grants each role what it needs, and no more.
 *
 * In:     the owners' connections, and the names of the roles that read
 * Out:    the names of the migrations that were applied
 * Errors: MigrationError that names the migration which failed; nothing of it stays
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { projectRoot } from './config.ts';
import { RECORD_WORD, TRIAGE_READER_COLUMNS } from './privileges/limits.ts';
import type { PublishedDatabase } from './schema/published.ts';
import type { TriageDatabase } from './schema/triage.ts';

export class MigrationError extends Error {
  override name = 'MigrationError';
}

/**
 * `triage` belongs to the importer; `readers` (the triage reader's role) may select what publishing needs of it, and
 * `reporters` may call what takes a reporter's word.
 */
export async function migrateTriage(
  db: Kysely<TriageDatabase>,
  readers: readonly string[],
  reporters: readonly string[] = [],
): Promise<string[]> {
  const applied = await migrate(db, 'triage');
  for (const role of readers) await grantColumns(db, 'triage', role, TRIAGE_READER_COLUMNS);
  for (const role of reporters) await grantWord(db, role);
  return applied;
}

/** `published` belongs to the publisher; `readers` (the web role) may select from it. */
export async function migratePublished(
  db: Kysely<PublishedDatabase>,
  readers: readonly string[],
): Promise<string[]> {
  const applied = await migrate(db, 'published');
  for (const role of readers) await grantRead(db, 'published', role);
  return applied;
}

async function migrate<DB>(db: Kysely<DB>, schema: 'triage' | 'published'): Promise<string[]> {
  await exclusively(db, (alone) => sql`create schema if not exists ${sql.id(schema)}`.execute(alone));
  const migrator = new Migrator({
    db,
    provider: new FolderOfMigrations(path.join(projectRoot, 'db/migrations', schema)),
    // Kept apart from the tables, so that a reader of the schema does not see the migrator's own.
    migrationTableSchema: `${schema}_migration`,
  });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find((result) => result.status === 'Error');
  if (error)
    throw new MigrationError(
      `The ${schema} database could not be brought up to date${failed ? ` (migration ${failed.migrationName})` : ''}: ` +
        `${error instanceof Error ? error.message : 'unknown error'}. Nothing was changed by it.`,
      { cause: error },
    );
  return results?.filter((result) => result.status === 'Success').map((result) => result.migrationName) ?? [];
}

async function grantRead<DB>(db: Kysely<DB>, schema: string, role: string): Promise<void> {
  const [s, r] = [sql.id(schema), sql.id(role)];
  await exclusively(db, async (alone) => {
    await sql`grant usage on schema ${s} to ${r}`.execute(alone);
    await sql`grant select on all tables in schema ${s} to ${r}`.execute(alone);
    await sql`alter default privileges in schema ${s} grant select on tables to ${r}`.execute(alone);
  });
}

/** These columns and nothing else: what was granted more widely before is taken back. */
async function grantColumns<DB>(
  db: Kysely<DB>,
  schema: string,
  role: string,
  columns: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const [s, r] = [sql.id(schema), sql.id(role)];
  await exclusively(db, async (alone) => {
    const me = await sql<{ name: string }>`select current_user as name`.execute(alone);
    // Who owns the tables has every right on them, and must not lose it.
    if (me.rows[0]?.name === role) return;
    await sql`grant usage on schema ${s} to ${r}`.execute(alone);
    await sql`alter default privileges in schema ${s} revoke select on tables from ${r}`.execute(alone);
    await sql`revoke all on all tables in schema ${s} from ${r}`.execute(alone);
    for (const [table, names] of Object.entries(columns))
      await sql`grant select (${sql.join(names.map((name) => sql.id(name)))}) on ${sql.id(schema, table)} to ${r}`.execute(
        alone,
      );
  });
}

async function grantWord<DB>(db: Kysely<DB>, role: string): Promise<void> {
  await exclusively(db, async (alone) => {
    await sql`grant usage on schema reporter_word to ${sql.id(role)}`.execute(alone);
    await sql`grant execute on function ${sql.raw(RECORD_WORD)} to ${sql.id(role)}`.execute(alone);
  });
}

/** One at a time: PostgreSQL refuses two that grant on the same table at once. */
function exclusively<DB>(db: Kysely<DB>, work: (alone: Kysely<DB>) => Promise<unknown>): Promise<unknown> {
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext('majibu migrate'))`.execute(transaction);
    return work(transaction);
  });
}

class FolderOfMigrations implements MigrationProvider {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }
  async getMigrations(): Promise<Record<string, Migration>> {
    const files = (await readdir(this.#folder)).filter((file) => file.endsWith('.ts')).sort();
    const modules = files.map(
      async (file): Promise<[string, Migration]> => [
        file.replace(/\.ts$/, ''),
        (await import(pathToFileURL(path.join(this.#folder, file)).href)) as Migration,
      ],
    );
    return Object.fromEntries(await Promise.all(modules));
  }
}
