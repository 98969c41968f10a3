/** GeoJSON (RFC 7946): one FeatureCollection, a feature a line; for datasets with a boundary. */
import { geometryColumn } from '../datasets/dataset.ts';
import { type Format, PLAIN_TEXT } from './format.ts';
import { Framing } from './frame.ts';
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
  file: () =>
    new Framing({ open: '{"type":"FeatureCollection","features":[\n', between: ',', close: ']}\n' }),
  ...PLAIN_TEXT,
  writes: (dataset) => geometryColumn(dataset) !== undefined,
};
