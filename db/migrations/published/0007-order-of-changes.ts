/** Feeds read requests in the order in which releases brought them; without this, every page would sort a release. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create index request_version_changes on published.request_version (from_release desc, received_period desc, service_request_id)`,
  // The first column of the new one serves the same.
  `drop index published.request_version_from`,
];
