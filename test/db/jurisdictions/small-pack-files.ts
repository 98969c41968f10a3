/** The files of a valid pack, small enough that a broken line can be found by counting. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const FILES = {
  'jurisdiction.json': `{
  "id": "hill-county",
  "names": { "en": "Hill County", "sw": "Kaunti ya Mlima" },
  "languages": ["en", "sw"],
  "country": "KE",
  "time_zone": "Africa/Nairobi",
  "contact": {
    "name": { "en": "Desk", "sw": "Dawati" },
    "email": "desk@hill.example.org"
  },
  "colours": { "accent": "#1f5c3a", "signal": "#8f5400" },
  "licence": { "id": "CC-BY-4.0", "name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/" },
  "area_levels": [
    { "level": "county", "names": { "en": "County", "sw": "Kaunti" }, "plural": { "en": "Counties", "sw": "Kaunti" } },
    { "level": "ward", "names": { "en": "Ward", "sw": "Wadi" }, "plural": { "en": "Wards", "sw": "Wadi" } }
  ],
  "groups": [
    { "service_group": "roads", "names": { "en": "Roads", "sw": "Barabara" } },
    { "service_group": "water", "names": { "en": "Water", "sw": "Maji" } }
  ]
}
`,
  'agencies.csv': `agency_code,name_en,name_sw
works,Works,Ujenzi
water,Water,Maji
`,
  'services.csv': `service_code,service_group,name_en,name_sw,agency_responsible,first_response_days,resolution_days,working_days,tier
road-damage,roads,Damaged road,Barabara mbovu,works,3,30,yes,open
water-point,water,Water point,Kituo cha maji,water,2,,no,guarded
`,
  'areas.geojson': `{ "type": "FeatureCollection", "features": [
{ "type": "Feature", "properties": { "area_code": "h", "level": "county", "parent_code": null, "names": { "en": "Hill", "sw": "Mlima" }, "population": 9000 }, "geometry": { "type": "Polygon", "coordinates": [[[35, 0], [37, 0], [37, 1], [35, 1], [35, 0]]] } },
{ "type": "Feature", "properties": { "area_code": "h1", "level": "ward", "parent_code": "h", "name_en": "East", "name_sw": "Mashariki", "population": null, "schematic": true }, "geometry": { "type": "Polygon", "coordinates": [[[35, 0], [36, 0], [36, 1], [35, 1], [35, 0]]] } },
{ "type": "Feature", "properties": { "area_code": "h2", "level": "ward", "parent_code": "h", "names": { "en": "West", "sw": "Magharibi" }, "population": 4000 }, "geometry": { "type": "MultiPolygon", "coordinates": [[[[36, 0], [37, 0], [37, 1], [36, 1], [36, 0]]]] } }
] }
`,
  'holidays.csv': `date,name_en,name_sw
2026-12-12,Jamhuri Day,Siku ya Jamhuri
`,
} as const;
export type FileName = keyof typeof FILES;

/** Writes the files, changed as told (null: left out), and hands the folder to `work`. */
export async function withPack<T>(
  changes: Readonly<Partial<Record<FileName, string | null>>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'majibu-pack-'));
  try {
    await mkdir(folder, { recursive: true });
    for (const [file, text] of Object.entries({ ...FILES, ...changes }))
      if (text !== null) await writeFile(path.join(folder, file), text);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export type Change = readonly [file: FileName, from: string, to: string];

/** Files of the small pack with a text in them replaced; a text that is not there is an error of the test. */
export function changed(...changes: readonly Change[]): Partial<Record<FileName, string>> {
  const files: Partial<Record<FileName, string>> = {};
  for (const [file, from, to] of changes) {
    const text = files[file] ?? FILES[file];
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    files[file] = text.replace(from, to);
  }
  return files;
}
