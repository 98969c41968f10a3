/** When the first published report of a release was received: text such as `2026-01-03` or `2026-01`; null: there is none. */
import type { ReadOnly } from '../connect.ts';
import type { PublishedDatabase } from '../schema/published.ts';
import { asOf } from './as-of.ts';

export async function firstReceivedPeriod(
  db: ReadOnly<PublishedDatabase>,
  release: number,
): Promise<string | null> {
  const row = await db
    .selectFrom('published.response_cell')
    .select((eb) => eb.fn.min('received_period').as('first'))
    .where(asOf(release))
    .executeTakeFirst();
  return row?.first ?? null;
}
