import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { changed, withPack } from './small-pack-files.ts';

describe('a whole pack', () => {
  it('is read with its defaults', async () => {
    const pack = await withPack({}, loadPack);
    expect(pack).toMatchObject({
      id: 'hill-county',
      release_cadence: 'week',
      measures: ['first_response', 'resolution'],
      whatsapp: null,
      thresholds: { k: 5, area_population: 5000, sensitive_reporters: 10, sensitive_rounding: 5, ranked: 20 },
      contact: { url: null },
      agencies: [
        { agency_code: 'works', names: { en: 'Works', sw: 'Ujenzi' } },
        { agency_code: 'water', names: { en: 'Water', sw: 'Maji' } },
      ],
    });
    expect(pack.services).toEqual([
      {
        service_code: 'road-damage',
        service_group: 'roads',
        names: { en: 'Damaged road', sw: 'Barabara mbovu' },
        agency_responsible: 'works',
        tier: 'open',
        first_response_days: 3,
        resolution_days: 30,
        working_days: true,
      },
      {
        service_code: 'water-point',
        service_group: 'water',
        names: { en: 'Water point', sw: 'Kituo cha maji' },
        agency_responsible: 'water',
        tier: 'guarded',
        first_response_days: 2,
        resolution_days: null,
        working_days: false,
      },
    ]);
    expect(
      pack.areas.map((a) => [a.area_code, a.parent_code, a.names['sw'], a.population, a.schematic]),
    ).toEqual([
      ['h', null, 'Mlima', 9000, false],
      ['h1', 'h', 'Mashariki', null, true],
      ['h2', 'h', 'Magharibi', 4000, false],
    ]);
    expect(pack.holidays.get('2026-12-12')).toEqual({ en: 'Jamhuri Day', sw: 'Siku ya Jamhuri' });
  });

  it('may come from a spreadsheet: byte order mark, Windows lines, quotes, columns in another order', async () => {
    const agencies =
      '\uFEFFname_sw,agency_code,name_en\r\n"Ujenzi, barabara",works,Works\r\nMaji,water,Water\r\n';
    const pack = await withPack({ 'agencies.csv': agencies }, loadPack);
    expect(pack.agencies[0]).toEqual({
      agency_code: 'works',
      names: { en: 'Works', sw: 'Ujenzi, barabara' },
    });
  });
});

describe('areas of a pack', () => {
  it('are turned as RFC 7946 has them: outlines counterclockwise, holes clockwise', async () => {
    const outline = '[[35, 0], [36, 0], [36, 1], [35, 1], [35, 0]]';
    const turned = '[[35, 0], [35, 1], [36, 1], [36, 0], [35, 0]]';
    const hole = '[[35.2, 0.2], [35.4, 0.2], [35.4, 0.4], [35.2, 0.2]]';
    const pack = await withPack(changed(['areas.geojson', outline, `${turned}, ${hole}`]), loadPack);
    expect(pack.areas[1]?.geometry.coordinates).toEqual([JSON.parse(outline), JSON.parse(hole).toReversed()]);
  });
});
