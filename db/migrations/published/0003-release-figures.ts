/**
 * Every figure of a release, written down when the release is cut: what the programs that compute figures become
 * later must not change what was published.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // An array of objects, in the order of the dataset. `json`, not `jsonb`: numbers stay as they were written.
  `create table published.release_figures (
     from_release integer primary key references published.release deferrable initially deferred,
     to_release   integer not null generated always as (from_release + 1) stored,
     figures      json not null
   )`,
];
