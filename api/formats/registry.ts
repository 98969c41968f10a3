/** Every format that a dataset can be downloaded in. To add one: a file of its own, and a line here. */
import type { Dataset } from '../datasets/dataset.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { geojson } from './geojson.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import { parquet } from './parquet.ts';
import { xlsx } from './xlsx.ts';

export const formats: readonly Format[] = [csv, xlsx, parquet, ndjson, json, geojson];

export function formatsOf(dataset: Dataset): readonly Format[] {
  return formats.filter((format) => format.writes(dataset));
}
