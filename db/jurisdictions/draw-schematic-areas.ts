/**
 * Writes `areas.geojson` from `schematic.json`, for a pack without boundaries that may be shipped.
 *
 *     npx node db/jurisdictions/draw-schematic-areas.ts db/jurisdictions/elgeyo-marakwet
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { drawSchematicAreas } from './schematic-areas.ts';
import { formatAreas, readSketch } from './schematic-file.ts';

const folder = process.argv[2];
if (!folder) {
  console.error('Say which pack: npx node db/jurisdictions/draw-schematic-areas.ts FOLDER');
  process.exit(2);
}
const sketch = readSketch(await readFile(path.join(folder, 'schematic.json'), 'utf8'));
await writeFile(path.join(folder, 'areas.geojson'), formatAreas(drawSchematicAreas(sketch)));
