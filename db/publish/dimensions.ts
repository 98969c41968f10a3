/**
 * Areas, agencies and services as they are at a release: versioned like the rows, so that an old release keeps
 * the names and boundaries it was published with.
 *
 * In:     the publisher's transaction, the pack and the areas in force, the number of the release
 */
import type pg from 'pg';
import type { Pack, PackArea } from '../jurisdictions/types.ts';
import { pointInside } from './point-inside.ts';

export async function writeDimensions(
  publisher: pg.PoolClient,
  pack: Pack,
  areas: readonly PackArea[],
  release: number,
): Promise<void> {
  const depth = new Map(pack.area_levels.map((level, index) => [level.level, index]));
  const groups = new Map(pack.groups.map((group) => [group.service_group, group.names]));
  await version(
    publisher,
    'area',
    'area_code',
    release,
    {
      area_code: 'text',
      level: 'text',
      depth: 'integer',
      parent_code: 'text',
      names: 'jsonb',
      population: 'integer',
      schematic: 'boolean',
      lat: 'float8',
      long: 'float8',
      geometry: 'jsonb',
    },
    areas.map((area) => ({ ...area, depth: depth.get(area.level) ?? 0, ...pointInside(area.geometry) })),
  );
  await version(
    publisher,
    'agency',
    'agency_code',
    release,
    { agency_code: 'text', names: 'jsonb' },
    pack.agencies,
  );
  await version(
    publisher,
    'service',
    'service_code',
    release,
    {
      service_code: 'text',
      service_group: 'text',
      names: 'jsonb',
      group_names: 'jsonb',
      agency_responsible: 'text',
      tier: 'text',
      first_response_days: 'integer',
      resolution_days: 'integer',
      working_days: 'boolean',
      position: 'integer',
    },
    pack.services.map((service, position) => ({
      ...service,
      position,
      group_names: groups.get(service.service_group) ?? {},
    })),
  );
}

/** Closes the rows that differ or are gone, and adds the new ones. Table and columns are this file's own. */
async function version(
  publisher: pg.PoolClient,
  table: 'area' | 'agency' | 'service',
  key: string,
  release: number,
  columns: Readonly<Record<string, string>>,
  rows: readonly object[],
): Promise<void> {
  const names = Object.keys(columns);
  const list = names.join(', ');
  const incoming = `jsonb_to_recordset($1::jsonb) as incoming (${names.map((name) => `${name} ${columns[name]}`).join(', ')})`;
  const same = `${key} = incoming.${key} and (${names.map((name) => `current.${name}`).join(', ')}) is not distinct from (${names.map((name) => `incoming.${name}`).join(', ')})`;
  const json = JSON.stringify(rows);
  await publisher.query(
    `update published.${table} current set to_release = $2
      where to_release is null and not exists (select from ${incoming} where current.${same})`,
    [json, release],
  );
  await publisher.query(
    `insert into published.${table} (${list}, from_release)
     select ${list}, $2 from ${incoming}
      where not exists (select from published.${table} current where current.to_release is null and current.${key} = incoming.${key})`,
    [json, release],
  );
}
