/** Areas, services and agencies as they were at a release. */
import type { Selectable } from 'kysely';
import type { ReadOnly } from '../connect.ts';
import type { Agency, Area, PublishedDatabase, ReleaseInterval, Service } from '../schema/published.ts';
import { asOf } from './as-of.ts';

type Reader = ReadOnly<PublishedDatabase>;
type Row<T extends ReleaseInterval> = Omit<Selectable<T>, keyof ReleaseInterval>;
export type AreaRow = Omit<Row<Area>, 'geometry'>;
export type AreaGeometry = Row<Area>['geometry'];
export type ServiceRow = Row<Service>;
export type AgencyRow = Row<Agency>;

/** From the jurisdiction itself down; within a level by code. */
export async function listAreas(db: Reader, release: number): Promise<AreaRow[]> {
  return db
    .selectFrom('published.area')
    .select(['area_code', 'level', 'depth', 'parent_code', 'names', 'population', 'schematic', 'lat', 'long'])
    .where(asOf(release))
    .orderBy('depth')
    .orderBy('area_code')
    .execute();
}

/** Boundaries, by area code. */
export async function listGeometries(
  db: Reader,
  release: number,
): Promise<ReadonlyMap<string, AreaGeometry>> {
  const rows = await db
    .selectFrom('published.area')
    .select(['area_code', 'geometry'])
    .where(asOf(release))
    .execute();
  return new Map(rows.map((row) => [row.area_code, row.geometry]));
}

/** In the order of the jurisdiction pack. */
export async function listServices(db: Reader, release: number): Promise<ServiceRow[]> {
  return db
    .selectFrom('published.service')
    .select([
      'service_code',
      'service_group',
      'names',
      'group_names',
      'agency_responsible',
      'tier',
      'first_response_days',
      'resolution_days',
      'working_days',
      'position',
    ])
    .where(asOf(release))
    .orderBy('position')
    .orderBy('service_code')
    .execute();
}

export async function listAgencies(db: Reader, release: number): Promise<AgencyRow[]> {
  return db
    .selectFrom('published.agency')
    .select(['agency_code', 'names'])
    .where(asOf(release))
    .orderBy('agency_code')
    .execute();
}
