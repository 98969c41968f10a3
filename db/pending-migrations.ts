/**
 * Which migrations a database still lacks, without applying any.
 *
 * In:     a connection of its owner
 * Out:    names, in order; all of them where the schema was never set up
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { projectRoot } from './config.ts';

export async function pendingMigrations(
  client: Pick<pg.ClientBase, 'query'>,
  schema: 'triage' | 'published',
): Promise<string[]> {
  const files = await readdir(path.join(projectRoot, 'db/migrations', schema));
  const table = `${schema}_migration.kysely_migration`;
  const { rows: found } = await client.query<{ there: boolean }>(
    'select to_regclass($1) is not null as there',
    [table],
  );
  const { rows: applied } = found[0]?.there
    ? await client.query<{ name: string }>(`select name from ${table}`)
    : { rows: [] };
  const names = new Set(applied.map((row) => row.name));
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => !names.has(name))
    .sort();
}
