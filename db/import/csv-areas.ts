/**
 * The area of a record: by what a column says, else by its point, else the jurisdiction itself.
 *
 * In:     the declaration, and the areas of the triage database
 * Out:    per record, the area's code and how it was found; or why a value names no area
 * Errors: none
 */
import type { StoredArea } from './areas-store.ts';
import type { Declaration } from './csv-declaration.ts';
import { type Box, boxOf, contains, type Shape, shapeOf } from './shape.ts';
import { oneLine, template } from './template.ts';

export interface Point {
  readonly lat: number;
  readonly long: number;
}

export type AreaFound =
  | { readonly area_code: string; readonly by: 'column' | 'point' | 'no_point' | 'outside' | 'schematic' }
  | { readonly reason: string };

export type AreaFinder = (value: string, point: Point | null) => AreaFound;

export function areaFinder(
  declaration: Pick<Declaration, 'area'>,
  areas: readonly StoredArea[],
  jurisdiction: string,
): AreaFinder {
  const pattern = new RegExp(declaration.area.pattern, 'u');
  const code = template(declaration.area.template);
  const known = new Set(areas.map((area) => area.area_code));
  const outlines = finestOutlines(areas);
  const byValue = new Map<string, string | null>();
  const columnName = declaration.area.column ?? '';

  const named = (value: string): string | null => {
    const remembered = byValue.get(value);
    if (remembered !== undefined) return remembered;
    const groups = pattern.exec(value);
    const made = groups && code(Object.fromEntries(groups.map((group, i) => [String(i), group ?? ''])));
    const found = made !== null && known.has(made) ? made : null;
    if (byValue.size < 10_000) byValue.set(value, found);
    return found;
  };

  return (raw, point) => {
    const value = oneLine(raw);
    if (value !== '') {
      const area_code = named(value);
      return area_code === null
        ? { reason: `the column ${columnName} names no area of this jurisdiction` }
        : { area_code, by: 'column' };
    }
    if (point === null) return { area_code: jurisdiction, by: 'no_point' };
    if (outlines.length === 0) return { area_code: jurisdiction, by: 'schematic' };
    const found = outlines.find(
      ({ box: [west, south, east, north], shape }) =>
        point.long >= west &&
        point.long <= east &&
        point.lat >= south &&
        point.lat <= north &&
        contains(shape, point.long, point.lat),
    );
    return found ? { area_code: found.area_code, by: 'point' } : { area_code: jurisdiction, by: 'outside' };
  };
}

/** Areas with nothing below them. Schematic ones place nothing: their borders are made up. */
function finestOutlines(areas: readonly StoredArea[]): { area_code: string; shape: Shape; box: Box }[] {
  const parents = new Set(areas.map((area) => area.parent_code));
  return areas.flatMap(({ area_code, schematic, geometry }) => {
    if (schematic || geometry === null || parents.has(area_code)) return [];
    const shape = shapeOf(geometry);
    return [{ area_code, shape, box: boxOf(shape) }];
  });
}
