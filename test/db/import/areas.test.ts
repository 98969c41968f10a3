import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areasImporter } from '../../../db/import/areas.ts';
import {
  type Pair,
  rounded,
  type Shape,
  shapeArea,
  shapeOf,
  signedRingArea,
} from '../../../db/import/shape.ts';
import { sharedData, type Triage, triageWith } from './triage.ts';

const KENYA = path.join(sharedData, 'kenya-wards');
const BOSTON = path.join(sharedData, 'boston-311/boston-wards.geojson');

const square = (west: number, south: number, size: number): Pair[] =>
  [[0, 0] as const, [1, 0] as const, [1, 1] as const, [0, 1] as const, [0, 0] as const].map(([x, y]) =>
    rounded([west + x * size, south + y * size]),
  );

interface Member {
  readonly [name: string]: unknown;
}
const feature = (properties: Member, coordinates: unknown, type = 'Polygon'): Member => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const collection = (features: readonly unknown[], members: Member = {}): string =>
  JSON.stringify({ type: 'FeatureCollection', ...members, features });

let county: Triage;
beforeAll(async () => {
  county = await triageWith('elgeyo-marakwet');
});
afterAll(() => county.drop());

const areas = async (triage: Triage) =>
  new Map(
    (await triage.importer.db.selectFrom('triage.area').selectAll().execute()).map((a) => [a.area_code, a]),
  );
const run = async (text: string, options: Readonly<Record<string, string>> = {}) =>
  county.run(areasImporter, await county.write('areas.geojson', text), {
    code: 'code',
    level: 'ward',
    ...options,
  });

describe('importing areas', () => {
  it('replaces schematic wards with real ones and redraws what lies above them', async () => {
    const [a, b] = [square(35.4, 0.7, 0.1), square(35.5, 0.7, 0.1)];
    const report = await run(collection([feature({ code: '0741' }, [a]), feature({ code: '0742' }, [b])]));
    expect(report).toMatchObject({ read: 2, accepted: 2, unchanged: 0, rejected: 0, rejects_file: null });
    const stored = await areas(county);
    expect(stored.get('0741')).toMatchObject({
      schematic: false,
      geometry: { type: 'Polygon', coordinates: [a] },
      names: { en: 'Emsoo' },
    });
    expect(stored.get('149')?.schematic).toBe(true);
    expect(report.notes.join('\n')).toContain(
      'outlines redrawn from the areas below them, of the level sub_county: 1',
    );
    expect(report.notes.join('\n')).toContain('the file has no boundary for 0731 (Kapyego)');
  });

  it('changes nothing the second time', async () => {
    const text = collection([feature({ code: '0741' }, [square(35.4, 0.7, 0.1)])]);
    await run(text);
    const before = await county.importer.db
      .selectFrom('triage.area')
      .selectAll()
      .orderBy('area_code')
      .execute();
    expect(await run(text)).toMatchObject({ read: 1, accepted: 0, unchanged: 1, rejected: 0 });
    const after = await county.importer.db
      .selectFrom('triage.area')
      .selectAll()
      .orderBy('area_code')
      .execute();
    expect(after).toEqual(before);
  });

  it('turns rings that run the wrong way, closes open ones and drops elevations and far decimals', async () => {
    const outline = square(35.4, 0.7, 0.1).reverse();
    const open = square(35.42, 0.72, 0.01).slice(0, 4);
    const report = await run(
      collection([
        feature({ code: '0741' }, [
          outline.map(([x, y]) => [x + 1e-9, y, 1200]),
          open.map(([x, y]) => [x, y, 1200]),
        ]),
      ]),
    );
    const geometry = (await areas(county)).get('0741')?.geometry;
    const [rings] = geometry ? shapeOf(geometry) : [];
    expect(rings).toEqual([square(35.4, 0.7, 0.1), square(35.42, 0.72, 0.01).reverse()]);
    expect(rings?.map((ring) => Math.sign(signedRingArea(ring)))).toEqual([1, -1]);
    expect(JSON.stringify(geometry)).not.toContain('1200');
    expect(JSON.stringify(geometry)).not.toMatch(/\.\d{7}/);
    expect(report.notes).toContain(
      'rings turned that ran the wrong way round (RFC 7946: outlines counter-clockwise): 2',
    );
    expect(report.notes).toContain('open rings closed: 1');
  });

  it('reports an outline that crosses itself, and where', async () => {
    const bowTie: Pair[] = [
      [35.4, 0.7],
      [35.5, 0.8],
      [35.5, 0.7],
      [35.4, 0.82],
      [35.4, 0.7],
    ];
    const report = await run(collection([feature({ code: '0741' }, [bowTie])]));
    expect(report.notes.join('\n')).toMatch(
      /the outline of 0741 \(Emsoo\) crosses itself once near 35\.45\d\d, 0\.75\d\d/,
    );
  });

  it('reports which areas overlap, where and by how much', async () => {
    const report = await run(
      collection([
        feature({ code: '0741' }, [square(35.4, 0.7, 0.1)]),
        feature({ code: '0742' }, [square(35.49, 0.7, 0.1)]),
      ]),
    );
    // 0.01° × 0.1° near the equator: 1,112 m × 11,119 m
    expect(report.notes).toContain(
      '0741 (Emsoo) and 0742 (Kamariny) overlap by about 12,000,000 m² near 35.4950, 0.7500 (longitude, latitude)',
    );
  });

  it('rejects what cannot be used, with the number of the feature and the reason, and takes the rest', async () => {
    const report = await run(
      collection([
        feature({ code: '0741' }, [square(35.4, 0.71, 0.1)]),
        feature({ code: '0741' }, [square(35.4, 0.7, 0.1)]),
        feature({ code: '0999' }, [square(35.4, 0.7, 0.1)]),
        feature({}, [square(35.4, 0.7, 0.1)]),
        feature({ code: '0742' }, [35.4, 0.7], 'Point'),
        feature({ code: '0742' }, [
          [
            [35.4, 0.7],
            [35.5, 0.7],
            [35.4, 0.7],
          ],
        ]),
        feature({ code: '0742' }, [
          [
            ['35.4', 0.7],
            [35.5, 0.7],
            [35.4, 0.7],
          ],
        ]),
        feature({ code: '147' }, [square(35.4, 0.7, 0.1)]),
        null,
      ]),
    );
    expect(report).toMatchObject({ read: 9, accepted: 1, unchanged: 0, rejected: 8 });
    expect(await readFile(report.rejects_file ?? '', 'utf8')).toBe(
      [
        'row,external_id,reason',
        '2,0741,it has the same code as feature 1',
        '3,0999,"there is no area with this code (--add true, with --level and --parent, would add it)"',
        '4,,it has no code: the property that --code names is missing or empty',
        '5,0742,its geometry is not a Polygon or MultiPolygon',
        '6,0742,a ring has fewer than three corners',
        '7,0742,a position is not a pair of numbers',
        '8,147,"the area with this code is of the level sub_county, not ward"',
        '9,,it has no code: the property that --code names is missing or empty',
        '',
      ].join('\r\n'),
    );
  });

  it('adds areas only where that is asked for, under the parent that the file names', async () => {
    const text = collection([
      feature({ n: 99, ward: 'New\n ward /East', const: 'keiyo  north' }, [square(35.6, 0.6, 0.01)]),
    ]);
    const options = { code: '9{n:3}', name: 'ward', parent: 'const', add: 'true' };
    expect(await run(text, options)).toMatchObject({ accepted: 1, rejected: 0 });
    expect((await areas(county)).get('9099')).toMatchObject({
      level: 'ward',
      parent_code: '149',
      names: { en: 'New ward/East', sw: 'New ward/East' },
    });
    await county.importer.db.deleteFrom('triage.area').where('area_code', '=', '9099').execute();
  });

  it('takes only the features that the filter lets through', async () => {
    const text = collection([
      feature({ code: '0741', county: 28 }, [square(35.4, 0.7, 0.1)]),
      feature({ code: '0742', county: 29 }, [square(35.5, 0.7, 0.1)]),
    ]);
    const report = await run(text, { filter: 'county=28' });
    expect(report.read).toBe(1);
    expect(report.notes).toContain('features left out by --filter: 1');
    await expect(run(text, { filter: 'county=30' })).rejects.toThrow('none of them passes --filter');
  });

  it('accepts a legacy crs member that says WGS 84, and gzip', async () => {
    const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });
    const ward = [feature({ code: '0741' }, [square(35.4, 0.7, 0.1)])];
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4326', 'EPSG:4326'])
      expect(await run(collection(ward, crs(name)))).toMatchObject({ read: 1, rejected: 0 });
    const packed = await county.write('areas.geojson.gz', gzipSync(collection(ward)));
    expect(await county.run(areasImporter, packed, { code: 'code' })).toMatchObject({ read: 1, rejected: 0 });
  });
});

describe('a file of areas that cannot be used is refused whole', () => {
  const ward = [feature({ code: '0741' }, [square(35.4, 0.7, 0.1)])];
  const cases: [name: string, content: string | Uint8Array, message: RegExp][] = [
    ['empty', '', /is empty/],
    ['broken off', collection(ward).slice(0, 150), /is not JSON, or breaks off after 150 characters/],
    [
      'not UTF-8',
      Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xe9]), Buffer.from('"}')]),
      /is not UTF-8/,
    ],
    ['UTF-16', Buffer.from(`\uFEFF${collection(ward)}`, 'utf16le'), /is UTF-16/],
    ['a shapefile in a ZIP', Buffer.from('PK\u0003\u0004rest'), /is a ZIP archive/],
    ['TopoJSON', '{"type":"Topology","objects":{}}', /is TopoJSON\. Convert it: mapshaper/],
    ['another JSON', '{"wards":[]}', /is not a GeoJSON FeatureCollection/],
    ['a list', '[1, 2]', /is not a GeoJSON FeatureCollection/],
    ['features missing', '{"type":"FeatureCollection"}', /"features" must be a list/],
    ['no features', collection([]), /has 0 features and no area to import/],
    [
      'projected, as crs says',
      collection(ward, { crs: { type: 'name', properties: { name: 'EPSG:21036' } } }),
      /another coordinate system.*ogr2ogr -t_srs EPSG:4326/,
    ],
    ['an odd crs', collection(ward, { crs: 7 }), /another coordinate system/],
    [
      'projected, as its positions show',
      collection([feature({ code: '0741' }, [square(740000, 90000, 10)])]),
      /feature 1 has the position 740000, 90000/,
    ],
    [
      'latitude first',
      collection([feature({ code: '0741' }, [square(0.7, 35.4, 0.1)])]),
      /Latitude and longitude are swapped/,
    ],
    [
      'another place',
      collection([feature({ code: '0741' }, [square(-71, 42, 0.1)])]),
      /nowhere near Elgeyo Marakwet/,
    ],
  ];
  it.each(cases)('%s', async (_, content, message) => {
    const before = await areas(county);
    const file = await county.write('refused.geojson', content);
    await expect(county.run(areasImporter, file, { code: 'code', level: 'ward' })).rejects.toThrow(message);
    expect(await areas(county)).toEqual(before);
  });

  it('missing, a folder, or truncated gzip', async () => {
    const at = (name: string) => path.join(county.folder, name);
    await expect(county.run(areasImporter, at('no.geojson'), { code: 'x' })).rejects.toThrow(
      /does not exist/,
    );
    await expect(county.run(areasImporter, county.folder, { code: 'x' })).rejects.toThrow(/is a folder/);
    const packed = gzipSync(collection(ward));
    const short = await county.write('short.geojson.gz', packed.subarray(0, packed.length - 12));
    await expect(county.run(areasImporter, short, { code: 'x' })).rejects.toThrow(
      /the gzip data ends too early/,
    );
  });

  it('and so are options that say nothing', async () => {
    const text = collection(ward);
    const refused = async (options: Readonly<Record<string, string>>) =>
      run(text, options).then(() => '', String);
    expect(await refused({ level: 'parish' })).toContain('--level must be one of county, sub_county, ward');
    expect(await refused({ code: '{wardcode' })).toContain('is not a template');
    expect(await refused({ add: 'yes' })).toContain('--add must be true or false');
    expect(await refused({ add: 'true' })).toContain('--add true needs --level and --parent');
    expect(await refused({ filter: 'countycode' })).toContain('--filter is property=value');
    expect(await refused({ colour: 'red' })).toMatch(
      /there is no option --colour\. The options are:\n {2}--code/,
    );
    expect(await refused({ name: ' ' })).toContain('--name needs a value');
  });
});

describe.skipIf(!existsSync(KENYA))('the wards of Elgeyo Marakwet (shared data)', () => {
  const options = { code: '{wardcode:4}', name: 'ward', level: 'ward' };
  let triage: Triage;
  beforeAll(async () => {
    triage = await triageWith('elgeyo-marakwet');
  });
  afterAll(() => triage.drop());

  it('are all 20 found, the overlap of Sambirir and Kapsowar is reported, and names are cleaned', async () => {
    const report = await triage.run(
      areasImporter,
      path.join(KENYA, 'elgeyo-marakwet-wards.geojson'),
      options,
    );
    expect(report).toMatchObject({ read: 20, accepted: 20, unchanged: 0, rejected: 0 });
    const overlapping = report.notes.filter((note) => note.includes(' overlap by about '));
    expect(overlapping).toHaveLength(1);
    expect(overlapping[0]).toMatch(/0732 \(Sambirir\) and 0739 \(Kapsowar\) overlap by about 5,[12]00 m²/);
    const stored = await areas(triage);
    expect(stored.get('0734')?.names).toEqual({ en: 'Embobut/Embulot', sw: 'Embobut/Embulot' });
    expect([...stored.values()].filter((area) => area.schematic)).toEqual([]);
  });

  it('are the same wards when taken from the file of the whole country', async () => {
    const report = await triage.run(areasImporter, path.join(KENYA, 'kenya-wards.geojson'), {
      ...options,
      filter: 'countycode=28',
    });
    expect(report).toMatchObject({ read: 20, accepted: 0, unchanged: 20, rejected: 0 });
    expect(report.notes).toContain('features left out by --filter: 1432');
  });

  it('make up the county: its outline is that of the dissolved file', async () => {
    const county = (await areas(triage)).get('028');
    const file = await readFile(path.join(KENYA, 'elgeyo-marakwet-county.geojson'), 'utf8');
    const [dissolved] = (JSON.parse(file) as GeoJSON.FeatureCollection<GeoJSON.Polygon>).features;
    const area = (geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon | null | undefined) =>
      geometry ? shapeArea(shapeOf(geometry)) : 0;
    expect(area(county?.geometry) / area(dissolved?.geometry)).toBeCloseTo(1, 4);
  });
});

describe.skipIf(!existsSync(BOSTON))('the wards of Boston (shared data)', () => {
  it('are all 22 found, and a second import changes nothing', async () => {
    const triage = await triageWith('boston');
    const options = { code: 'ward-{WARD}', level: 'ward' };
    const report = await triage.run(areasImporter, BOSTON, options);
    expect(report).toMatchObject({ read: 22, accepted: 22, unchanged: 0, rejected: 0 });
    expect(report.notes.join('\n')).toContain(
      'outlines redrawn from the areas below them, of the level city: 1',
    );
    expect(await triage.run(areasImporter, BOSTON, options)).toMatchObject({ accepted: 0, unchanged: 22 });
    const stored = await areas(triage);
    const shape = (code: string): Shape => {
      const geometry = stored.get(code)?.geometry;
      return geometry ? shapeOf(geometry) : [];
    };
    const wards = Array.from({ length: 22 }, (_, i) => shapeArea(shape(`ward-${i + 1}`)));
    expect(shapeArea(shape('boston')) / wards.reduce((a, b) => a + b)).toBeCloseTo(1, 3);
    await triage.drop();
  });
});
