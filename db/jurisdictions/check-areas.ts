/**
 * `areas.geojson`: a FeatureCollection of polygons, one per area of every level, with the properties area_code,
 * level, parent_code, names (or name_xx per language), population, schematic.
 *
 * In:     the text, the pack's languages and levels where known
 * Out:    the areas, from the jurisdiction down; faults are reported with the line of the feature or property
 */
import { z } from 'zod';
import { located } from './check-jurisdiction.ts';
import { type Report, suggest } from './faults.ts';
import type { PackLanguages } from './jurisdiction-schema.ts';
import { polygonGeometry, rightHanded, ringFault } from './rings.ts';
import type { PackArea } from './types.ts';

export interface AreaReferences {
  readonly languages: PackLanguages;
  readonly levels: readonly string[] | null;
}

interface LocatedArea extends PackArea {
  readonly line: number;
}

const feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()),
  geometry: z.looseObject({ type: z.string() }),
});

export function checkAreas(text: string, known: AreaReferences, report: Report): PackArea[] {
  const json = located(text, report);
  if (!json) return [];
  const collection = z
    .object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
    .safeParse(json.value);
  if (!collection.success) {
    report(1, 'must be a GeoJSON FeatureCollection: { "type": "FeatureCollection", "features": [ … ] }');
    return [];
  }
  const areas = collection.data.features.flatMap((given, i) => {
    const lineOf = (...path: PropertyKey[]) => json.lineOf(['features', i, ...path]);
    const parsed = feature.safeParse(given);
    if (parsed.success) return [readArea(parsed.data, known, lineOf, report)];
    report(lineOf(), 'must be a GeoJSON Feature with "properties" and a "geometry"');
    return [];
  });
  checkTree(areas, known.levels, report);
  return areas.map(({ line: _, ...area }) => area);
}

function readArea(
  { properties, geometry }: z.infer<typeof feature>,
  known: AreaReferences,
  lineOf: (...path: PropertyKey[]) => number,
  report: Report,
): LocatedArea {
  const area_code = typeof properties['area_code'] === 'string' ? properties['area_code'].trim() : '';
  const about = area_code ? `area ${area_code}: ` : '';
  const fault = (property: string, message: string) =>
    report(lineOf('properties', property), `${about}${message}`);
  const allowed = ['area_code', 'level', 'parent_code', 'names', 'population', 'schematic'];
  const named = [...known.languages.whole, ...known.languages.partial].map((tag) => `name_${tag}`);
  for (const key of Object.keys(properties))
    if (![...allowed, ...named].includes(key))
      fault(key, `unknown property "${key}"${suggest(key, [...allowed, ...named])}`);
  if (!area_code)
    fault('area_code', 'area_code must be text, in quotes even when it is made of digits: "0731"');
  const { level = '', parent_code = null, population = null, schematic = false } = properties;
  if (typeof level !== 'string' || (known.levels && !known.levels.includes(level)))
    fault(
      'level',
      `level "${String(level)}" is not in area_levels of jurisdiction.json${suggest(String(level), known.levels ?? [])}`,
    );
  if (parent_code !== null && typeof parent_code !== 'string')
    fault('parent_code', 'parent_code must be the area_code of the area above, in quotes, or null');
  if (population !== null && !(Number.isInteger(population) && Number(population) >= 0))
    fault(
      'population',
      'population must be a whole number of people, without quotes, or null when it is not known',
    );
  if (typeof schematic !== 'boolean')
    fault('schematic', 'schematic must be true (drawn for orientation) or false (a real boundary)');
  return {
    line: lineOf(),
    area_code,
    level: String(level),
    parent_code: typeof parent_code === 'string' ? parent_code : null,
    names: areaNames(properties, known.languages, fault),
    population: typeof population === 'number' ? population : null,
    schematic: schematic === true,
    geometry: areaGeometry(geometry, (message) => report(lineOf('geometry'), `${about}${message}`)),
  };
}

function areaNames(
  properties: Readonly<Record<string, unknown>>,
  { whole, partial }: PackLanguages,
  fault: (property: string, message: string) => void,
): Record<string, string> {
  const names = z.record(z.string(), z.unknown()).safeParse(properties['names']).data ?? {};
  return Object.fromEntries(
    [...whole, ...partial].flatMap((tag) => {
      const name = names[tag] ?? properties[`name_${tag}`];
      if (typeof name === 'string' && name.trim() !== '') return [[tag, name.trim()]];
      if (partial.includes(tag)) return [];
      fault(
        'names',
        `the name in "${tag}" is missing; give "names": { "${tag}": "…" } or "name_${tag}": "…"`,
      );
      return [[tag, '']];
    }),
  );
}

const nowhere: GeoJSON.Polygon = { type: 'Polygon', coordinates: [] };

function areaGeometry(geometry: unknown, fault: (message: string) => void): PackArea['geometry'] {
  const parsed = polygonGeometry.safeParse(geometry);
  if (!parsed.success) {
    const { type } = z.object({ type: z.string() }).safeParse(geometry).data ?? { type: 'nothing' };
    fault(
      type === 'Polygon' || type === 'MultiPolygon'
        ? `the coordinates of its ${type} must be rings of [longitude, latitude]`
        : `its geometry is ${type}; an area is a Polygon or a MultiPolygon`,
    );
    return nowhere;
  }
  const rings = parsed.data.type === 'Polygon' ? parsed.data.coordinates : parsed.data.coordinates.flat();
  for (const ring of rings) {
    const wrong = ringFault(ring);
    if (wrong) fault(wrong);
  }
  return rightHanded(parsed.data);
}

/** One root of the first level, every parent known and of a level above, no circle. */
function checkTree(areas: readonly LocatedArea[], levels: readonly string[] | null, report: Report): void {
  const byCode = new Map<string, LocatedArea>();
  for (const area of areas) {
    const before = byCode.get(area.area_code);
    if (before && area.area_code)
      report(
        area.line,
        `area_code "${area.area_code}" is already used on line ${before.line}; every code must be its own`,
      );
    else byCode.set(area.area_code, area);
  }
  const roots = areas.filter((area) => area.parent_code === null);
  if (roots.length === 0)
    report(null, 'has no root: the jurisdiction itself must be an area with "parent_code": null');
  for (const root of roots.slice(1))
    report(
      root.line,
      `area ${root.area_code} has no parent_code, and neither has ${roots[0]?.area_code}; only the jurisdiction itself has none`,
    );
  const depth = (area: LocatedArea) => levels?.indexOf(area.level) ?? -1;
  for (const area of areas) {
    const parent = area.parent_code === null ? null : byCode.get(area.parent_code);
    if (parent === undefined)
      report(
        area.line,
        `area ${area.area_code}: parent_code "${area.parent_code}" is not the area_code of any area${suggest(area.parent_code ?? '', [...byCode.keys()])}`,
      );
    else if (levels && depth(area) >= 0) {
      if (parent === null && area === roots[0] && depth(area) !== 0)
        report(
          area.line,
          `area ${area.area_code} is the jurisdiction itself; its level must be the first of area_levels, "${levels[0]}"`,
        );
      if (parent && depth(parent) >= depth(area))
        report(
          area.line,
          `area ${area.area_code} is of level "${area.level}", its parent ${parent.area_code} of "${parent.level}"; a parent must be of a level above`,
        );
    }
    if (goesInCircle(area, byCode))
      report(
        area.line,
        `area ${area.area_code} is, through parent_code, its own parent; the areas above it must lead to the jurisdiction`,
      );
  }
}

function goesInCircle(start: LocatedArea, byCode: ReadonlyMap<string, LocatedArea>): boolean {
  const passed = new Set<LocatedArea>();
  let at: LocatedArea | undefined = start;
  while (at && !passed.has(at)) {
    passed.add(at);
    at = at.parent_code === null ? undefined : byCode.get(at.parent_code);
  }
  return at === start;
}
