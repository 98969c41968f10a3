/**
 * `import areas`: boundaries from any GeoJSON file.
 *
 * In:     a FeatureCollection of polygons, and how its properties name areas (areas-options.ts)
 * Out:    geometry of the areas with these codes, no longer schematic, and the outlines above them made of
 *         their parts. Wrong winding and open rings are mended; crossings and overlaps are reported, not changed.
 *         All or nothing: one transaction.
 * Errors: ImportError; rejects file with feature number and reason
 */
import type { Pack } from '../jurisdictions/types.ts';
import { readFeatures } from './areas-file.ts';
import { AREA_OPTIONS, areaOptions } from './areas-options.ts';
import { type Placed, place } from './areas-place.ts';
import { areaNotes } from './areas-report.ts';
import { type Areas, redrawAbove, storeArea, storedAreas } from './areas-store.ts';
import { overlaps } from './overlaps.ts';
import { Rejects, rejectsPath } from './rejects.ts';
import { boxesMeet, boxOf, shapeOf } from './shape.ts';
import { ImportError, type Importer, type ImportJob, type ImportReport } from './types.ts';

export const areasImporter: Importer = {
  name: 'areas',
  summary: 'boundaries from a GeoJSON file, replacing schematic ones',
  options: AREA_OPTIONS,
  run: importAreas,
};

async function importAreas({ importer, pack, file, options, progress }: ImportJob): Promise<ImportReport> {
  const wanted = areaOptions(options, pack);
  const features = await readFeatures(file);
  const chosen = features.filter((feature) => wanted.filter(feature.properties));
  if (chosen.length === 0)
    throw new ImportError(
      `${file} has ${features.length} features and ${features.length === 0 ? 'no area to import' : 'none of them passes --filter'}. Nothing was changed.`,
    );
  progress.phase('areas', chosen.length);
  const rejects = new Rejects(rejectsPath(file, wanted.rejects));
  const result = await importer.db.transaction().execute(async (trx) => {
    const areas = await storedAreas(trx);
    if (areas.size === 0)
      throw new ImportError('The triage database holds no areas yet. Load the jurisdiction pack first.');
    const { placed, rejected } = place(chosen, areas, wanted, pack);
    refuseElsewhere(file, placed, areas, pack);
    let accepted = 0;
    for (const { area } of placed) {
      if (await storeArea(trx, areas, area)) accepted++;
      progress.advance(1);
    }
    const codes = placed.map(({ area }) => area.area_code);
    const above = await redrawAbove(trx, areas, codes);
    const levels = new Set(placed.map(({ area }) => area.level));
    const surveyed = [...areas.values()].flatMap(({ area_code, level, schematic, geometry }) =>
      levels.has(level) && !schematic && geometry ? [{ area_code, shape: shapeOf(geometry) }] : [],
    );
    const missing = [...areas.values()].filter((a) => levels.has(a.level) && !codes.includes(a.area_code));
    const found = overlaps(surveyed).filter((o) => codes.includes(o.first) || codes.includes(o.second));
    await rejects.add(rejected);
    return { accepted, placed, rejected, above, missing, overlaps: found, areas };
  });
  progress.done();
  const notes = areaNotes({
    ...result,
    left_out: features.length - chosen.length,
    language: pack.languages[0] ?? 'en',
  });
  return {
    read: chosen.length,
    accepted: result.accepted,
    unchanged: result.placed.length - result.accepted,
    rejected: result.rejected.length,
    rejects_file: await rejects.close(),
    notes: [...notes, ...rejects.reasons('feature')],
  };
}

/** A file that lies nowhere near the jurisdiction is of another place, or has its coordinates swapped. */
function refuseElsewhere(file: string, placed: readonly Placed[], areas: Areas, pack: Pack): void {
  const root = [...areas.values()].find((area) => area.parent_code === null);
  if (!root?.geometry || placed.length === 0) return;
  const here = boxOf(shapeOf(root.geometry));
  const [west, south, east, north] = boxOf(placed.flatMap(({ mended }) => mended.shape));
  if (boxesMeet(here, [west, south, east, north])) return;
  const swapped = boxesMeet(here, [south, west, north, east]);
  throw new ImportError(
    `${file} lies between ${west}, ${south} and ${east}, ${north}, nowhere near ${pack.names[pack.languages[0] ?? ''] ?? pack.id}. ${
      swapped
        ? 'Latitude and longitude are swapped: GeoJSON wants longitude first.'
        : 'Check that it is the right file, and in longitude and latitude.'
    } Nothing was changed.`,
  );
}
