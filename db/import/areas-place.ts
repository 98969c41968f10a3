/**
 * Which area each feature is the boundary of.
 *
 * In:     features, the areas that there are, the options
 * Out:    features with their area and mended geometry; the others with the reason why they have none
 * Errors: none
 */
import type { Pack } from '../jurisdictions/types.ts';
import type { Feature } from './areas-file.ts';
import { type Mended, mend } from './areas-mend.ts';
import type { AreaOptions } from './areas-options.ts';
import type { Areas, StoredArea } from './areas-store.ts';
import type { Rejected } from './rejects.ts';
import { geometryOf } from './shape.ts';
import { cleanName } from './template.ts';

export interface Placed {
  readonly feature: Feature;
  readonly area: StoredArea;
  readonly mended: Mended;
}

export function place(
  features: readonly Feature[],
  areas: Areas,
  options: AreaOptions,
  pack: Pack,
): { placed: Placed[]; rejected: Rejected[] } {
  const placed: Placed[] = [];
  const rejected: Rejected[] = [];
  const taken = new Map<string, number>();
  for (const feature of features) {
    const code = options.code(feature.properties);
    const reject = (reason: string) =>
      rejected.push({ row: feature.number, external_id: code ?? '', reason });
    if (code === null) {
      reject('it has no code: the property that --code names is missing or empty');
      continue;
    }
    const before = taken.get(code);
    if (before !== undefined) {
      reject(`it has the same code as feature ${before}`);
      continue;
    }
    const result = mend(feature.geometry);
    if (!result.ok) {
      reject(result.reason);
      continue;
    }
    const known = areas.get(code);
    const area = known ?? newArea(code, feature, areas, options);
    if (typeof area === 'string') {
      reject(area);
      continue;
    }
    if (options.level !== null && area.level !== options.level) {
      reject(`the area with this code is of the level ${area.level}, not ${options.level}`);
      continue;
    }
    const name = options.name?.(feature.properties) ?? null;
    const names =
      name === null ? area.names : Object.fromEntries(pack.languages.map((language) => [language, name]));
    taken.set(code, feature.number);
    placed.push({
      feature,
      mended: result.mended,
      area: { ...area, names, schematic: false, geometry: geometryOf(result.mended.shape) },
    });
  }
  return { placed, rejected };
}

function newArea(code: string, feature: Feature, areas: Areas, options: AreaOptions): StoredArea | string {
  if (!options.add || options.level === null)
    return 'there is no area with this code (--add true, with --level and --parent, would add it)';
  const parent = options.parent?.(feature.properties) ?? null;
  if (parent === null) return 'it does not say which area it belongs to (--parent)';
  const above =
    areas.get(parent) ??
    [...areas.values()].find((area) =>
      Object.values(area.names).some((name) => cleanName(name).toLowerCase() === parent.toLowerCase()),
    );
  if (above === undefined) return 'there is no area with the code or name that --parent gives';
  const name = options.name?.(feature.properties) ?? code;
  return {
    area_code: code,
    level: options.level,
    parent_code: above.area_code,
    names: Object.fromEntries(Object.keys(above.names).map((language) => [language, name])),
    population: null,
    schematic: false,
    geometry: null,
  };
}
