/**
 * The features of a GeoJSON file.
 *
 * In:     the path of a FeatureCollection, plain or gzip, in longitude and latitude (WGS 84)
 * Out:    its features, in order; each is checked on its own later
 * Errors: ImportError for a file that is no FeatureCollection, is in another coordinate system, or breaks off
 * Source: RFC 7946; the `crs` member of GeoJSON 2008 where it says what RFC 7946 takes for granted
 */
import { positionOffTheEarth } from './areas-mend.ts';
import { readWholeText } from './source.ts';
import { ImportError } from './types.ts';

export interface Feature {
  /** from 1, as people count */
  readonly number: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

const LIMIT_BYTES = 200_000_000;
const WGS84 = /^(urn:ogc:def:crs:)?(OGC:[\d.]*:CRS84|EPSG:[\d.]*:?4326)$/i;

export async function readFeatures(file: string): Promise<Feature[]> {
  const text = (await readWholeText(file, LIMIT_BYTES)).replace(/^\uFEFF/, '');
  const refuse = (why: string) => new ImportError(`${file} ${why} Nothing of it was kept.`);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw refuse(`is not JSON, or breaks off after ${text.length} characters.`);
  }
  if (!isObject(content)) throw refuse('is not a GeoJSON FeatureCollection.');
  if (content['type'] === 'Topology')
    throw refuse('is TopoJSON. Convert it: mapshaper FILE -o format=geojson out.geojson.');
  if (content['type'] !== 'FeatureCollection' || !Array.isArray(content['features']))
    throw refuse(
      'is not a GeoJSON FeatureCollection: its "type" must say so, and "features" must be a list.',
    );
  const crs = crsName(content['crs']);
  if (crs !== null && !WGS84.test(crs))
    throw refuse(
      'is in another coordinate system than longitude and latitude (see its "crs"). Convert it: ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES out.geojson FILE.',
    );
  const features = content['features'].map((feature: unknown, i): Feature => {
    const member = (name: string) => (isObject(feature) ? feature[name] : undefined);
    const properties = member('properties');
    return {
      number: i + 1,
      properties: isObject(properties) ? properties : {},
      geometry: member('geometry'),
    };
  });
  for (const { number, geometry } of features) {
    const off = positionOffTheEarth(geometry);
    if (off)
      throw refuse(
        `is not in longitude and latitude: feature ${number} has the position ${off[0]}, ${off[1]}. Convert it: ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES out.geojson FILE.`,
      );
  }
  return features;
}

/** `{ "type": "name", "properties": { "name": … } }`; null where there is none. */
function crsName(crs: unknown): string | null {
  if (crs === undefined || crs === null) return null;
  const properties = isObject(crs) ? crs['properties'] : undefined;
  const name = isObject(properties) ? properties['name'] : undefined;
  return typeof name === 'string' ? name : 'unknown';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
