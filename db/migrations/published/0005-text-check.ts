/** Which version of the text detector each feed has gone through: a new one looks at every approved text again. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table publisher.text_check (
         feed             text primary key check (feed in ('live', 'release')),
         detector_version text not null
       )`,
    )
    .execute(db);
}
