/** Every fault of a pack is told with its file, its line and what would be right; all of them at once. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { PackError } from '../../../db/jurisdictions/types.ts';
import { type Change, changed, withPack } from './small-pack-files.ts';

/** Every fault as `file:line: message`. */
async function faultsOf(files: Parameters<typeof withPack>[0]): Promise<string[]> {
  return withPack(files, async (folder) => {
    try {
      await loadPack(folder);
      return [];
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      return error.faults.map((f) => `${f.file}${f.line === null ? '' : `:${f.line}`}: ${f.message}`);
    }
  });
}

const single: readonly [what: string, change: Change, fault: string][] = [
  [
    'a misspelt property',
    ['jurisdiction.json', '"colours"', '"colors"'],
    'jurisdiction.json:11: unknown property "colors"; did you mean "colours"?',
  ],
  [
    'a time zone that does not exist',
    ['jurisdiction.json', 'Africa/Nairobi', 'Africa/Nairoby'],
    'jurisdiction.json:6: time_zone "Africa/Nairoby" is not an IANA time zone such as "Africa/Nairobi"; did you mean "Africa/Nairobi"?',
  ],
  [
    'an offset in place of a time zone',
    ['jurisdiction.json', 'Africa/Nairobi', '+03:00'],
    'jurisdiction.json:6: time_zone "+03:00" is not an IANA time zone such as "Africa/Nairobi"',
  ],
  [
    'a colour that is none',
    ['jurisdiction.json', '#1f5c3a', 'green'],
    'jurisdiction.json:11: colours.accent must be a colour as #rrggbb',
  ],
  [
    'a colour that cannot be read on white',
    ['jurisdiction.json', '#1f5c3a', '#8fbc8f'],
    'jurisdiction.json:11: colours.accent #8fbc8f has a contrast of 2.2 : 1 on white; text needs 4.5 : 1 (WCAG AA): choose a darker colour',
  ],
  [
    'a cadence that there is not',
    ['jurisdiction.json', '"id": "hill-county",', '"id": "hill-county", "release_cadence": "quarter",'],
    'jurisdiction.json:2: release_cadence must be "day", "week" or "month"',
  ],
  [
    'a name missing in one language',
    ['jurisdiction.json', '{ "en": "Desk", "sw": "Dawati" }', '{ "en": "Desk" }'],
    'jurisdiction.json:8: contact.name lacks the name in "sw"; it must be a name per language: { "en": "…", "sw": "…" }',
  ],
  [
    'a name in a language that the pack does not have',
    ['jurisdiction.json', '"sw": "Dawati"', '"sw": "Dawati", "fr": "Bureau"'],
    'jurisdiction.json:8: contact.name.fr is in a language that "languages" does not list; remove it or list "fr"',
  ],
  [
    'an address of the licence that no header can hold',
    ['jurisdiction.json', 'licenses/by/4.0/', 'licences/é>'],
    'jurisdiction.json:12: licence.url must be the address of the licence, beginning with https://',
  ],
  [
    'a threshold that protects nobody',
    ['jurisdiction.json', '"country": "KE",', '"country": "KE", "thresholds": { "k": 1 },'],
    'jurisdiction.json:5: thresholds.k must be a whole number from 2',
  ],
  [
    'an e-mail address that is none',
    ['jurisdiction.json', 'desk@hill.example.org', 'desk at hill'],
    'jurisdiction.json:9: contact.email must be an e-mail address',
  ],
  [
    'a WhatsApp number without country code',
    ['jurisdiction.json', '"country": "KE",', '"country": "KE", "whatsapp": "0700 000 000",'],
    'jurisdiction.json:5: whatsapp must be a number in international form such as "+254…", or null for none',
  ],
  [
    'a measure that there is not',
    ['jurisdiction.json', '"country": "KE",', '"country": "KE", "measures": ["resolution", "smiles"],'],
    'jurisdiction.json:5: measures.1 must be one of "first_response", "resolution"',
  ],
  [
    'a missing property',
    ['jurisdiction.json', '"country": "KE",', ''],
    'jurisdiction.json:1: country is missing; it must be an ISO 3166-1 code of two capitals such as "KE"',
  ],
  [
    'a property that is there twice',
    ['jurisdiction.json', '"country": "KE",', '"country": "KE",\n  "country": "UG",'],
    'jurisdiction.json:6: property "country" is there twice; keep one',
  ],
  [
    'a group without a service',
    [
      'jurisdiction.json',
      '{ "service_group": "water", "names": { "en": "Water", "sw": "Maji" } }',
      '{ "service_group": "water", "names": { "en": "Water", "sw": "Maji" } },\n    { "service_group": "light", "names": { "en": "Light", "sw": "Taa" } }',
    ],
    'jurisdiction.json:20: group "light" has no service in services.csv; remove the group or give it a service',
  ],
  [
    'JSON that breaks off',
    ['jurisdiction.json', '"country": "KE",', '"country": "KE"'],
    `jurisdiction.json:6: is not JSON: Expected ',' or '}' after property value`,
  ],
  [
    'an unknown agency',
    ['services.csv', 'Barabara mbovu,works', 'Barabara mbovu,work'],
    'services.csv:2: agency_responsible "work" is not in agencies.csv; did you mean "works"?',
  ],
  [
    'an unknown group',
    ['services.csv', 'road-damage,roads', 'road-damage,parks'],
    'services.csv:2: service_group "parks" is not in groups of jurisdiction.json; known are roads, water',
  ],
  [
    'a tier that is not one of three',
    ['services.csv', 'yes,open', 'yes,public'],
    'services.csv:2: tier "public" must be one of open, guarded, sensitive',
  ],
  [
    'a code that is used twice',
    ['services.csv', 'water-point,', 'road-damage,'],
    'services.csv:3: service_code "road-damage" is already used on line 2; every code must be its own',
  ],
  [
    'a code that does not fit an address',
    ['services.csv', 'road-damage', 'Road Damage'],
    'services.csv:2: service_code "Road Damage" must be made of lower-case letters and digits, with hyphens between: street-light',
  ],
  [
    'days that are no number',
    ['services.csv', 'works,3,30', 'works,3,a month'],
    'services.csv:2: resolution_days "a month" must be a whole number of days from 0 to 3650, or empty for no standard',
  ],
  [
    'working days that are neither',
    ['services.csv', ',no,guarded', ',maybe,guarded'],
    'services.csv:3: working_days "maybe" must be yes (weekends and holidays are left out) or no',
  ],
  [
    'a name that is empty in one language',
    ['services.csv', 'Kituo cha maji', ''],
    'services.csv:3: name_sw is empty; every name is needed in en, sw',
  ],
  [
    'a comma without quotes',
    ['agencies.csv', 'works,Works,Ujenzi', 'works,Works, roads,Ujenzi'],
    'agencies.csv:2: has 4 values where the header has 3 columns; put quotes around a value that holds a comma',
  ],
  [
    'a quote that is never closed',
    ['agencies.csv', 'water,Water,Maji', 'water,"Water,Maji'],
    'agencies.csv:3: a quote is opened and never closed',
  ],
  [
    'a column of another language',
    ['holidays.csv', 'date,name_en,name_sw', 'date,name_en,name_fr'],
    'holidays.csv:1: unknown column "name_fr"; did you mean "name_en"?',
  ],
  [
    'a day that the calendar does not have',
    ['holidays.csv', '2026-12-12', '2026-02-30'],
    'holidays.csv:2: date "2026-02-30" must be a day of the calendar such as 2026-12-12',
  ],
  [
    'a ring that is not closed',
    [
      'areas.geojson',
      '[35, 1], [35, 0]]] } },\n{ "type": "Feature", "properties": { "area_code": "h1"',
      '[35, 1]]] } },\n{ "type": "Feature", "properties": { "area_code": "h1"',
    ],
    'areas.geojson:2: area h: a ring is not closed: its last point (35, 1) must equal its first (35, 0)',
  ],
  [
    'a ring that crosses itself',
    [
      'areas.geojson',
      '[[35, 0], [36, 0], [36, 1], [35, 1], [35, 0]]',
      '[[35, 0], [36, 1], [36, 0], [35, 1], [35, 0]]',
    ],
    'areas.geojson:3: area h1: a ring crosses or touches itself near (35.5, 0.5); each ring must be simple',
  ],
  [
    'a ring that touches itself',
    [
      'areas.geojson',
      '[[35, 0], [36, 0], [36, 1], [35, 1], [35, 0]]',
      '[[35, 0], [36, 0], [36, 1], [35.5, 0], [35, 1], [35, 0]]',
    ],
    'areas.geojson:3: area h1: a ring crosses or touches itself near (35.5, 0); each ring must be simple',
  ],
  [
    'latitude before longitude',
    [
      'areas.geojson',
      '[[36, 0], [37, 0], [37, 1], [36, 1], [36, 0]]',
      '[[0, 136], [0, 137], [1, 137], [0, 136]]',
    ],
    'areas.geojson:4: area h2: the point (0, 136) is not on Earth; give longitude and latitude, in this order, in degrees (WGS 84)',
  ],
  [
    'an area that is a point',
    [
      'areas.geojson',
      '{ "type": "MultiPolygon", "coordinates": [[[[36, 0], [37, 0], [37, 1], [36, 1], [36, 0]]]] }',
      '{ "type": "Point", "coordinates": [36, 0] }',
    ],
    'areas.geojson:4: area h2: its geometry is Point; an area is a Polygon or a MultiPolygon',
  ],
  [
    'a code without quotes',
    ['areas.geojson', '"area_code": "h2"', '"area_code": 731'],
    'areas.geojson:4: area_code must be text, in quotes even when it is made of digits: "0731"',
  ],
  [
    'an unknown parent',
    [
      'areas.geojson',
      '"area_code": "h2", "level": "ward", "parent_code": "h"',
      '"area_code": "h2", "level": "ward", "parent_code": "hills"',
    ],
    'areas.geojson:4: area h2: parent_code "hills" is not the area_code of any area; known are h, h1, h2',
  ],
  [
    'a second root',
    [
      'areas.geojson',
      '"area_code": "h2", "level": "ward", "parent_code": "h"',
      '"area_code": "h2", "level": "ward", "parent_code": null',
    ],
    'areas.geojson:4: area h2 has no parent_code, and neither has h; only the jurisdiction itself has none',
  ],
  [
    'a population that is no number',
    ['areas.geojson', '"population": 4000', '"population": "4,000"'],
    'areas.geojson:4: area h2: population must be a whole number of people, without quotes, or null when it is not known',
  ],
  [
    'an unknown level',
    ['areas.geojson', '"area_code": "h2", "level": "ward"', '"area_code": "h2", "level": "wards"'],
    'areas.geojson:4: area h2: level "wards" is not in area_levels of jurisdiction.json; did you mean "ward"?',
  ],
  [
    'a misspelt property of an area',
    ['areas.geojson', '"schematic": true', '"shematic": true'],
    'areas.geojson:3: area h1: unknown property "shematic"; did you mean "schematic"?',
  ],
  [
    'an area without a name in one language',
    ['areas.geojson', '"name_sw": "Mashariki", ', ''],
    'areas.geojson:3: area h1: the name in "sw" is missing; give "names": { "sw": "…" } or "name_sw": "…"',
  ],
  [
    'something that is no collection of areas',
    ['areas.geojson', '"FeatureCollection"', '"Topology"'],
    'areas.geojson:1: must be a GeoJSON FeatureCollection: { "type": "FeatureCollection", "features": [ … ] }',
  ],
];

describe('a pack with one fault', () => {
  it.each(single)('is refused for %s', async (_, change, fault) => {
    expect(await faultsOf(changed(change))).toContain(fault);
  });

  it('is refused for that fault alone', async () => {
    const alone = single.filter(
      ([what]) =>
        !/misspelt property$|breaks off|unknown group|column of another|comma|quote that|code that is used|code without|collection|a second root|code that does not/.test(
          what,
        ),
    );
    expect(alone.length).toBeGreaterThan(25);
    for (const [, change, fault] of alone) expect(await faultsOf(changed(change))).toEqual([fault]);
  });

  it('is refused for areas that are their own parents', async () => {
    const files = changed(
      [
        'areas.geojson',
        '"area_code": "h1", "level": "ward", "parent_code": "h"',
        '"area_code": "h1", "level": "ward", "parent_code": "h2"',
      ],
      [
        'areas.geojson',
        '"area_code": "h2", "level": "ward", "parent_code": "h"',
        '"area_code": "h2", "level": "ward", "parent_code": "h1"',
      ],
    );
    expect(await faultsOf(files)).toEqual(
      expect.arrayContaining([
        'areas.geojson:3: area h1 is, through parent_code, its own parent; the areas above it must lead to the jurisdiction',
        'areas.geojson:4: area h2 is, through parent_code, its own parent; the areas above it must lead to the jurisdiction',
        'areas.geojson:3: area h1 is of level "ward", its parent h2 of "ward"; a parent must be of a level above',
      ]),
    );
  });

  it('is refused for a file that is missing', async () => {
    expect(await faultsOf({ 'holidays.csv': null })).toEqual([
      'holidays.csv: is missing or cannot be read; a pack is a folder with jurisdiction.json, agencies.csv, services.csv, areas.geojson, holidays.csv',
    ]);
  });

  it('is refused for a mapping of a CSV source that names what the pack does not have', async () => {
    const mapping = {
      source: 'hotline',
      about: 'calls',
      external_id: 'id',
      times: { format: 'YYYY-MM-DD', received: 'day' },
      service: { column: 'kind', values: { Roads: 'road-damages' } },
      area: {},
    };
    await withPack({}, async (folder) => {
      await mkdir(path.join(folder, 'imports'));
      await writeFile(path.join(folder, 'imports/calls.json'), JSON.stringify(mapping, null, 2));
      await expect(loadPack(folder)).rejects.toThrow(
        'imports/calls.json:12: service.values.Roads: "road-damages" is not in services.csv; did you mean "road-damage"?',
      );
    });
  });

  it('is refused when the folder is not there', async () => {
    await expect(loadPack(path.join('/nowhere', 'pack'))).rejects.toThrow(/there is no such folder/);
  });
});

describe('a pack with many faults', () => {
  it('has them all listed at once, by file and line', async () => {
    const files = changed(
      ['jurisdiction.json', '"KE"', '"Kenya"'],
      ['jurisdiction.json', '#8f5400', '#ffcc00'],
      ['agencies.csv', 'Ujenzi', ''],
      ['services.csv', 'yes,open', 'yes,openn'],
      ['services.csv', 'Kituo cha maji,water,2', 'Kituo cha maji,sewers,two'],
      ['areas.geojson', '"population": 9000', '"population": -1'],
      ['holidays.csv', '2026-12-12', '12/12/2026'],
    );
    await withPack(files, async (folder) => {
      const error = await loadPack(folder).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(PackError);
      expect(String(error).replace(folder, 'FOLDER')).toBe(
        `PackError: The jurisdiction pack in FOLDER has 8 faults:
  - jurisdiction.json:5: country must be an ISO 3166-1 code of two capitals such as "KE"
  - jurisdiction.json:11: colours.signal #ffcc00 has a contrast of 1.5 : 1 on white; text needs 4.5 : 1 (WCAG AA): choose a darker colour
  - agencies.csv:2: name_sw is empty; every name is needed in en, sw
  - services.csv:2: tier "openn" must be one of open, guarded, sensitive
  - services.csv:3: agency_responsible "sewers" is not in agencies.csv; known are works, water
  - services.csv:3: first_response_days "two" must be a whole number of days from 0 to 3650, or empty for no standard
  - areas.geojson:2: area h: population must be a whole number of people, without quotes, or null when it is not known
  - holidays.csv:2: date "12/12/2026" must be a day of the calendar such as 2026-12-12`,
      );
    });
  });
});
