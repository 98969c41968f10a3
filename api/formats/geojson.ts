/** GeoJSON (RFC 7946): one FeatureCollection, a feature a line; for datasets with a boundary. */
import { geometryColumn } from '../datasets/dataset.ts';
import type { Format } from './format.ts';
import { featureRows } from './json-rows.ts';

export const geojson: Format = {
  id: 'geojson',
  title: { en: 'GeoJSON', sw: 'GeoJSON' },
  description: {
    en: 'With boundaries, for maps.',
    sw: 'Pamoja na mipaka, kwa ramani.',
  },
  media_type: 'application/geo+json; charset=utf-8',
  rows: featureRows,
  frame: { open: '{"type":"FeatureCollection","features":[\n', between: ',', close: ']}\n' },
  writes: (dataset) => geometryColumn(dataset) !== undefined,
};
