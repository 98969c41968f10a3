/** The areas of the jurisdiction as they were at a release; boundaries in GeoJSON and Parquet. */
import type { Dataset } from './dataset.ts';
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
    {
      name: 'area_code',
      type: 'string',
      unit: null,
      title: { en: 'Area', sw: 'Eneo' },
      description: {
        en: 'Code of the area, as in the other datasets.',
        sw: 'Msimbo wa eneo, kama katika seti nyingine.',
      },
    },
    {
      name: 'level',
      type: 'string',
      unit: null,
      title: { en: 'Level', sw: 'Ngazi' },
      description: {
        en: 'Level of the area, such as ward or county.',
        sw: 'Ngazi ya eneo, kama wadi au kaunti.',
      },
    },
    {
      name: 'depth',
      type: 'integer',
      unit: 'levels',
      title: { en: 'Depth', sw: 'Kina' },
      description: {
        en: 'Levels below the jurisdiction: 0 for the jurisdiction itself.',
        sw: 'Ngazi chini ya eneo lote: 0 kwa eneo lote lenyewe.',
      },
    },
    {
      name: 'parent_code',
      type: 'string',
      unit: null,
      title: { en: 'Part of', sw: 'Sehemu ya' },
      description: {
        en: 'Code of the area that it is part of. Empty for the jurisdiction itself.',
        sw: 'Msimbo wa eneo linalolijumuisha. Tupu kwa eneo lote lenyewe.',
      },
    },
    ...namesColumns('name', 'names', { en: 'area', sw: 'eneo' }),
    {
      name: 'population',
      type: 'integer',
      unit: 'people',
      title: { en: 'Population', sw: 'Idadi ya watu' },
      description: {
        en: 'People living there. Empty: not known.',
        sw: 'Watu wanaoishi humo. Tupu: haijulikani.',
      },
    },
    {
      name: 'schematic',
      type: 'boolean',
      unit: null,
      title: { en: 'Schematic', sw: 'Mchoro wa mwongozo' },
      description: {
        en: 'Whether the boundary is drawn for orientation instead of surveyed.',
        sw: 'Kama mpaka umechorwa kwa mwongozo badala ya kupimwa.',
      },
    },
    {
      name: 'lat',
      type: 'number',
      unit: 'degrees',
      title: { en: 'Latitude', sw: 'Latitudo' },
      description: {
        en: 'Latitude (WGS 84) of a point inside the area, for labels.',
        sw: 'Latitudo (WGS 84) ya nukta ndani ya eneo, kwa ajili ya jina.',
      },
    },
    {
      name: 'long',
      type: 'number',
      unit: 'degrees',
      title: { en: 'Longitude', sw: 'Longitudo' },
      description: {
        en: 'Longitude (WGS 84) of that point.',
        sw: 'Longitudo (WGS 84) ya nukta hiyo.',
      },
    },
    {
      name: 'geometry',
      type: 'geometry',
      unit: null,
      title: { en: 'Boundary', sw: 'Mpaka' },
      description: {
        en: 'Polygon or multipolygon in WGS 84, longitude first; in the GeoJSON file, and in Parquet as well-known binary (GeoParquet).',
        sw: 'Poligoni moja au kadhaa kwa WGS 84, longitudo kwanza; katika faili ya GeoJSON, na katika Parquet kama well-known binary (GeoParquet).',
      },
    },
  ],
};
