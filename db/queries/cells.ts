/** The rollup cells of a release: the one thing that statistics read. */
import type { Selectable } from 'kysely';
import type { ReadOnly } from '../connect.ts';
import type { PublishedDatabase, ReleaseInterval, ResponseCell } from '../schema/published.ts';
import { asOf } from './as-of.ts';

export type CellRow = Omit<Selectable<ResponseCell>, keyof ReleaseInterval>;

export async function listCells(db: ReadOnly<PublishedDatabase>, release: number): Promise<CellRow[]> {
  return db
    .selectFrom('published.response_cell')
    .select([
      'received_period',
      'area_code',
      'service_code',
      'service_group',
      'agency_responsible',
      'disclosure',
      'measure',
      'requests',
      'hours',
      'counts',
    ])
    .where(asOf(release))
    .execute();
}
