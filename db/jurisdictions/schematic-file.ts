/**
 * The two files of schematic areas as text: the sketch that people write, the GeoJSON that is drawn from it.
 *
 * In:     the text of `schematic.json`; features
 * Out:    a Sketch; the text of `areas.geojson`, one feature a line so that a change can be read in a diff
 * Errors: ZodError when the sketch has another form
 */
import { z } from 'zod';
import type { Sketch } from './schematic-areas.ts';

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

const sketch = z.strictObject({
  outline: z.array(point).min(3),
  areas: z.array(
    z.strictObject({
      area_code: z.string().min(1),
      level: z.string().min(1),
      parent_code: z.string().nullable(),
      names: z.record(z.string(), z.string()),
      population: z.number().int().nonnegative().nullable(),
      centres: z.array(point).min(1).optional(),
    }),
  ),
});

export function readSketch(text: string): Sketch {
  return sketch.parse(JSON.parse(text));
}

export function formatAreas(features: readonly GeoJSON.Feature[]): string {
  const lines = features.map((feature) => JSON.stringify(feature));
  return `{ "type": "FeatureCollection", "features": [\n${lines.join(',\n')}\n]}\n`;
}
