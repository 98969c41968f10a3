/**
 * The areas in force: those of the triage database, where real boundaries may have been imported, else the
 * pack's own (a county with a triage system of its own need not provide a table of areas).
 */
import type pg from 'pg';
import type { Pack, PackArea } from '../jurisdictions/types.ts';

export async function readAreas(triage: pg.PoolClient, pack: Pack): Promise<readonly PackArea[]> {
  const found = await triage.query<{ found: boolean }>(
    `select to_regclass('triage.area') is not null as found`,
  );
  if (!found.rows[0]?.found) return pack.areas;
  const { rows } = await triage.query<PackArea>(
    `select area_code, level, parent_code, names, population, schematic, geometry
       from triage.area where geometry is not null order by area_code`,
  );
  const imported = new Map(rows.map((row) => [row.area_code, row]));
  const known = new Set(pack.areas.map((area) => area.area_code));
  return [
    ...pack.areas.map((area) => imported.get(area.area_code) ?? area),
    ...rows.filter((row) => !known.has(row.area_code)),
  ];
}
