/** A jurisdiction small enough to reckon with by hand: three wards, one of them tiny, and a service per tier. */
import type { Pack, PackArea } from '../../db/jurisdictions/types.ts';

const square = (x: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 1],
      [x, 0],
    ],
  ],
});

const ward = (area_code: string, x: number, population: number): PackArea => ({
  area_code,
  level: 'ward',
  parent_code: 'county',
  names: { en: `Ward ${area_code}`, sw: `Wadi ${area_code}` },
  population,
  schematic: true,
  geometry: square(x),
});

export const smallPack: Pack = {
  folder: 'test',
  id: 'small',
  names: { en: 'Small County', sw: 'Kaunti Ndogo' },
  languages: ['en', 'sw'],
  country: 'KE',
  time_zone: 'Africa/Nairobi',
  contact: { name: { en: 'Office', sw: 'Ofisi' }, email: 'office@small.example', url: null },
  whatsapp: null,
  colours: { accent: '#1f5c3d', signal: '#8a5a00' },
  licence: {
    id: 'CC-BY-4.0',
    name: 'Creative Commons Attribution 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  release_cadence: 'week',
  measures: ['first_response', 'resolution'],
  thresholds: { k: 5, area_population: 5000, sensitive_reporters: 10, sensitive_rounding: 5, ranked: 20 },
  area_levels: [
    { level: 'county', names: { en: 'County', sw: 'Kaunti' }, plural: { en: 'Counties', sw: 'Kaunti' } },
    { level: 'ward', names: { en: 'Ward', sw: 'Wadi' }, plural: { en: 'Wards', sw: 'Wadi' } },
  ],
  groups: [
    { service_group: 'works', names: { en: 'Works', sw: 'Kazi' } },
    { service_group: 'health', names: { en: 'Health', sw: 'Afya' } },
    { service_group: 'protection', names: { en: 'Protection', sw: 'Ulinzi' } },
  ],
  agencies: [
    { agency_code: 'roads', names: { en: 'Roads', sw: 'Barabara' } },
    { agency_code: 'health', names: { en: 'Health', sw: 'Afya' } },
  ],
  services: [
    service('road', 'works', 'roads', 'open', 3, 14, true),
    service('light', 'works', 'roads', 'open', 2, null, false),
    service('clinic', 'health', 'health', 'guarded', 2, 10, true),
    service('corruption', 'protection', 'health', 'sensitive', null, null, false),
  ],
  areas: [
    { ...ward('county', 0, 45_000), level: 'county', parent_code: null },
    ward('north', 0, 20_000),
    ward('south', 1, 24_900),
    ward('tiny', 2, 100),
  ],
  holidays: new Map([['2026-06-01', { en: 'Madaraka Day', sw: 'Siku ya Madaraka' }]]),
};

function service(
  service_code: string,
  service_group: string,
  agency_responsible: string,
  tier: 'open' | 'guarded' | 'sensitive',
  first_response_days: number | null,
  resolution_days: number | null,
  working_days: boolean,
): Pack['services'][number] {
  const names = { en: service_code, sw: service_code };
  return {
    service_code,
    service_group,
    names,
    agency_responsible,
    tier,
    first_response_days,
    resolution_days,
    working_days,
  };
}
