/** The areas of the jurisdiction as they were at a release; boundaries in GeoJSON and Parquet. */
import type { Dataset } from './dataset.ts';
import { describedColumn } from './described-column.ts';
import { namesColumns } from './names-columns.ts';

export const areas: Dataset = {
  id: 'areas',
  title: { en: 'Areas', sw: 'Maeneo' },
  description: {
    en: 'The areas of the jurisdiction, from the whole of it down to the finest, with people and a point inside each. The GeoJSON and Parquet files have their boundaries.',
    sw: 'Maeneo yote, kuanzia eneo lote hadi yale madogo zaidi, pamoja na idadi ya watu na nukta ndani ya kila moja. Faili za GeoJSON na Parquet zina mipaka yake.',
  },
  caveats: [
    {
      en: 'Where schematic is true the boundary is drawn for orientation: it is no surveyed line, and nothing should be located by it.',
      sw: 'Pale schematic ni true, mpaka umechorwa kwa mwongozo tu: si mstari uliopimwa, na usitumiwe kutafuta mahali.',
    },
  ],
  source: 'published.area',
  order: 'depth, area_code',
  key: ['area_code'],
  filters: false,
  columns: [
    describedColumn(
      'area_code',
      { example: '0744' },
      ['Area', 'Code of the area, as in the other datasets.'],
      ['Eneo', 'Msimbo wa eneo, kama katika seti nyingine.'],
    ),
    describedColumn(
      'level',
      { example: 'ward' },
      ['Level', 'Level of the area, such as ward or county.'],
      ['Ngazi', 'Ngazi ya eneo, kama wadi au kaunti.'],
    ),
    describedColumn(
      'depth',
      { type: 'integer', unit: 'levels', example: '2' },
      ['Depth', 'Levels below the jurisdiction: 0 for the jurisdiction itself.'],
      ['Kina', 'Ngazi chini ya eneo lote: 0 kwa eneo lote lenyewe.'],
    ),
    describedColumn(
      'parent_code',
      { example: '149' },
      ['Part of', 'Code of the area that it is part of.', 'for the jurisdiction itself.'],
      ['Sehemu ya', 'Msimbo wa eneo linalolijumuisha.', 'kwa eneo lote lenyewe.'],
    ),
    ...namesColumns('name', 'names', { en: 'area', sw: 'eneo' }, { en: 'Tambach', sw: 'Tambach' }),
    describedColumn(
      'population',
      { type: 'integer', unit: 'people', example: '15930' },
      ['Population', 'People living there.', 'not known.'],
      ['Idadi ya watu', 'Watu wanaoishi humo.', 'haijulikani.'],
    ),
    describedColumn(
      'schematic',
      { type: 'boolean', example: 'true' },
      ['Schematic', 'Whether the boundary is drawn for orientation instead of surveyed.'],
      ['Mchoro wa mwongozo', 'Kama mpaka umechorwa kwa mwongozo badala ya kupimwa.'],
    ),
    describedColumn(
      'lat',
      { type: 'number', unit: 'degrees', example: '0.6271' },
      ['Latitude', 'Latitude (WGS 84) of a point inside the area, for labels.', 'no point is known.'],
      ['Latitudo', 'Latitudo (WGS 84) ya nukta ndani ya eneo, kwa ajili ya jina.', 'nukta haijulikani.'],
    ),
    describedColumn(
      'long',
      { type: 'number', unit: 'degrees', example: '35.5623' },
      ['Longitude', 'Longitude (WGS 84) of that point.', 'no point is known.'],
      ['Longitudo', 'Longitudo (WGS 84) ya nukta hiyo.', 'nukta haijulikani.'],
    ),
    describedColumn(
      'geometry',
      {
        type: 'geometry',
        example: '{"type":"Polygon","coordinates":[[[35.5,0.5],[35.6,0.5],[35.6,0.6],[35.5,0.5]]]}',
      },
      [
        'Boundary',
        'Polygon or multipolygon in WGS 84, longitude first; in the GeoJSON file, and in Parquet as well-known binary (GeoParquet).',
        'no boundary is known.',
      ],
      [
        'Mpaka',
        'Poligoni moja au kadhaa kwa WGS 84, longitudo kwanza; katika faili ya GeoJSON, na katika Parquet kama well-known binary (GeoParquet).',
        'mpaka haujulikani.',
      ],
    ),
  ],
};
