/**
 * Areas in the triage database: what is there, what changes, and the outlines above them.
 *
 * In:     an open transaction
 * Out:    writes; every write is left out where nothing would change, so that importing twice changes nothing
 * Errors: those of the database
 */
import type { Transaction } from 'kysely';
import type { Names } from '../schema/names.ts';
import type { TriageDatabase } from '../schema/triage.ts';
import { outlineOf } from './overlaps.ts';
import { type AreaGeometry, geometryOf, type Shape, shapeOf } from './shape.ts';

export interface StoredArea {
  readonly area_code: string;
  readonly level: string;
  readonly parent_code: string | null;
  readonly names: Names;
  readonly population: number | null;
  readonly schematic: boolean;
  readonly geometry: AreaGeometry | null;
}

export type Areas = Map<string, StoredArea>;

export async function storedAreas(trx: Pick<Transaction<TriageDatabase>, 'selectFrom'>): Promise<Areas> {
  const rows = await trx.selectFrom('triage.area').selectAll().orderBy('area_code').execute();
  return new Map(rows.map((row) => [row.area_code, row]));
}

/** Whether anything was written. `areas` is kept in step with the table. */
export async function storeArea(
  trx: Transaction<TriageDatabase>,
  areas: Areas,
  area: StoredArea,
): Promise<boolean> {
  const before = areas.get(area.area_code);
  if (before !== undefined && same(before, area)) return false;
  const values = {
    schematic: area.schematic,
    names: JSON.stringify(area.names),
    geometry: area.geometry === null ? null : JSON.stringify(area.geometry),
  };
  await trx
    .insertInto('triage.area')
    .values({
      area_code: area.area_code,
      level: area.level,
      parent_code: area.parent_code,
      population: area.population,
      ...values,
    })
    .onConflict((conflict) => conflict.column('area_code').doUpdateSet(values))
    .execute();
  areas.set(area.area_code, area);
  return true;
}

export interface Redrawn {
  readonly redrawn: readonly StoredArea[];
  /** areas whose outline could not be made from the areas below */
  readonly failed: readonly string[];
}

/** Makes the outlines above `changed` those of their parts together, level by level up to the jurisdiction. */
export async function redrawAbove(
  trx: Transaction<TriageDatabase>,
  areas: Areas,
  changed: readonly string[],
): Promise<Redrawn> {
  const redrawn: StoredArea[] = [];
  const failed: string[] = [];
  const below = Map.groupBy(areas.values(), (area) => area.parent_code);
  let parents = parentsOf(areas, changed);
  while (parents.length > 0) {
    for (const code of parents) {
      const parent = areas.get(code);
      const parts = (below.get(code) ?? []).map((part) => areas.get(part.area_code) ?? part);
      if (parent === undefined) continue;
      const outline = parts.every((part) => part.geometry !== null) ? outlineOf(parts.map(shapeIn)) : null;
      if (outline === null) failed.push(code);
      else {
        const drawn = {
          ...parent,
          geometry: geometryOf(outline),
          schematic: parts.some((part) => part.schematic),
        };
        if (await storeArea(trx, areas, drawn)) redrawn.push(drawn);
      }
    }
    parents = parentsOf(areas, parents);
  }
  return { redrawn, failed };
}

function parentsOf(areas: Areas, codes: readonly string[]): string[] {
  return [...new Set(codes.flatMap((code) => areas.get(code)?.parent_code ?? []))].sort();
}

function shapeIn(area: StoredArea): Shape {
  return area.geometry === null ? [] : shapeOf(area.geometry);
}

function same(a: StoredArea, b: StoredArea): boolean {
  const [first, second] = [a, b].map(({ schematic, names, geometry }) =>
    JSON.stringify([schematic, Object.entries(names).sort(), geometry?.type, geometry?.coordinates]),
  );
  return first === second;
}
