/**
 * The rows of a small invented county in the published database: three levels of areas, six services, two
 * releases, summaries that break careless writers of CSV and JSON. The same on every run.
 *
 * Release 1 (cut off 9 November 2026) and release 2 (16 November): `from` and `to` are release numbers.
 */
import { publicCode } from '../../db/public-code.ts';
import type { Outcome, RequestVersion } from '../../db/schema/published.ts';

export const JURISDICTION = 'elgeyo-marakwet';

export const RELEASES = [
  {
    release: 1,
    label: '2026-11-09',
    cut_off: '2026-11-08T21:00:00.000Z',
    published_at: '2026-11-09T03:00:00.000Z',
  },
  {
    release: 2,
    label: '2026-11-16',
    cut_off: '2026-11-15T21:00:00.000Z',
    published_at: '2026-11-16T03:00:00.000Z',
  },
] as const;

/** Public codes to look up, by what happened to the request. */
export const CODES = Object.fromEntries(
  [
    'waiting',
    'in_progress',
    'resolved',
    'reopened',
    'declined',
    'merged',
    // A guarded row, and the status page of the request that it is about.
    'record',
    'sensitive',
    'withheld',
    'pending',
    'guarded',
  ].map((what, i) => [what, code(1000 + i)]),
) as Readonly<Record<Outcome | 'record' | 'guarded' | 'sensitive' | 'withheld' | 'pending', string>>;

const square = (lat: number, long: number, half: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [long - half, lat - half],
      [long + half, lat - half],
      [long + half, lat + half],
      [long - half, lat + half],
      [long - half, lat - half],
    ],
  ],
});

type AreaRow = readonly [
  code: string,
  level: string,
  depth: number,
  parent: string | null,
  name: string,
  population: number,
  lat: number,
  long: number,
  half: number,
];
const areaRows: readonly AreaRow[] = [
  ['elgeyo-marakwet', 'county', 0, null, 'Elgeyo Marakwet', 454_480, 0.75, 35.5, 0.5],
  ['keiyo-north', 'sub_county', 1, 'elgeyo-marakwet', 'Keiyo North', 99_176, 0.75, 35.75, 0.25],
  ['keiyo-south', 'sub_county', 1, 'elgeyo-marakwet', 'Keiyo South', 120_750, 0.5, 35.25, 0.25],
  ['chepkorio', 'ward', 2, 'keiyo-south', 'Chepkorio', 22_301, 0.375, 35.25, 0.125],
  ['emsoo', 'ward', 2, 'keiyo-north', 'Emsoo', 14_012, 0.875, 35.75, 0.125],
  ['soy-south', 'ward', 2, 'keiyo-south', 'Soy South', 18_455, 0.625, 35.25, 0.125],
  ['tambach', 'ward', 2, 'keiyo-north', 'Tambach', 21_640, 0.625, 35.75, 0.125],
];
export const AREAS = areaRows.map(
  ([area_code, level, depth, parent_code, name, population, lat, long, half]) => ({
    area_code,
    level,
    depth,
    parent_code,
    names: { en: name, sw: name },
    population,
    schematic: true,
    lat,
    long,
    geometry: square(lat, long, half),
    from_release: 1,
    to_release: null,
  }),
);

export const AGENCIES = [
  ['health', 'Health Services', 'Huduma za Afya'],
  ['public-service', 'Public Service Management', 'Usimamizi wa Utumishi wa Umma'],
  ['roads', 'Roads, Transport and Energy', 'Barabara, Uchukuzi na Nishati'],
  ['water', 'Water, Lands and Environment', 'Maji, Ardhi na Mazingira'],
].map(([agency_code = '', en = '', sw = '']) => ({
  agency_code,
  names: { en, sw },
  from_release: 1,
  to_release: null,
}));

type ServiceRow = readonly [
  code: string,
  group: string,
  en: string,
  sw: string,
  agency: string,
  tier: 'open' | 'guarded' | 'sensitive',
  first: number | null,
  resolution: number | null,
];
const serviceRows: readonly ServiceRow[] = [
  ['road-damage', 'roads', 'Damaged road', 'Barabara iliyoharibika', 'roads', 'open', 3, 21],
  ['street-light', 'roads', 'Street light out', 'Taa ya barabarani haiwaki', 'roads', 'open', 2, 14],
  ['water-point', 'water', 'Broken water point', 'Chanzo cha maji kimeharibika', 'water', 'open', 1, 7],
  ['waste', 'water', 'Waste not collected', 'Taka hazijazolewa', 'water', 'open', 2, null],
  ['clinic-service', 'health', 'Service at a clinic', 'Huduma kliniki', 'health', 'guarded', 5, 30],
  [
    'staff-conduct',
    'conduct',
    'Conduct of staff',
    'Mwenendo wa wafanyakazi',
    'public-service',
    'sensitive',
    5,
    null,
  ],
];
export const GROUPS: Readonly<Record<string, { readonly en: string; readonly sw: string }>> = {
  roads: { en: 'Roads and lights', sw: 'Barabara na taa' },
  water: { en: 'Water and waste', sw: 'Maji na taka' },
  health: { en: 'Health', sw: 'Afya' },
  conduct: { en: 'Conduct', sw: 'Mwenendo' },
};
export const SERVICES = serviceRows.map(
  (
    [service_code, service_group, en, sw, agency_responsible, tier, first_response_days, resolution_days],
    i,
  ) => ({
    service_code,
    service_group,
    names: { en, sw },
    group_names: GROUPS[service_group] ?? { en: service_group },
    agency_responsible,
    tier,
    first_response_days,
    resolution_days,
    working_days: false,
    position: i + 1,
    from_release: 1,
    to_release: null,
  }),
);

/** Summaries that a careless writer gets wrong: quotes, breaks, escapes, formulas, scripts, odd Unicode. */
export const NASTY_SUMMARIES = [
  'Pump at "Kaptarakwa", broken, third time',
  'Line one\nline two\r\nline three\rend',
  'Tab\there, semicolon; pipe| and comma,',
  'Backslashes: \\ \\n \\t \\N \\. \\u0041 "\\"',
  '\\.',
  '\\N',
  'NULL',
  '',
  ' leading and trailing spaces ',
  '=SUM(A1:A9)',
  '+254 is not a number here',
  '-1 bridge',
  '@chief see the road',
  "O'Brien's gate'); drop table published.release; --",
  '<script>alert("x")</script> & <b>',
  'Maji hayatoki tangu Jumatatu – “kisima” cha Kapsowar',
  'Emoji 🚰🛣️ and family 👩‍👩‍👧, flag 🇰🇪',
  'RTL ‮ override and مرحبا, combining Å Å',
  'Separators \u2028 and \u2029, nbsp\u00a0, zero\u200bwidth, BOM \ufeff',
  'Control \u0001\u0002\u0007\u0008\u000b\u000c\u001b\u001f\u007f\u0080\u009f end',
  'x'.repeat(140),
] as const;

type Change = Partial<RequestVersion> & { readonly from?: number; readonly to?: number };

const base = {
  disclosure: 'open',
  area_code: 'chepkorio',
  area_level: 'ward',
  service_code: 'road-damage',
  service_group: 'roads',
  agency_responsible: 'roads',
  received_period: '2026-10-28',
  first_response_hours: null,
  resolution_hours: null,
  closed_hours: null,
  first_resolution_hours: null,
  first_response_due: '2026-10-31',
  first_response_on_time: null,
  resolution_due: '2026-11-18',
  resolution_on_time: null,
  status: 'open',
  outcome: 'waiting',
  reopened: false,
  reporter_says: null,
  reporters: '1',
  public_summary: null,
} as const satisfies Partial<RequestVersion>;

function version(service_request_id: string, { from = 1, to, ...change }: Change): RequestVersion {
  return { ...base, service_request_id, from_release: from, to_release: to ?? null, ...change };
}

const resolved = (first: number, hours: number): Change => ({
  first_response_hours: first,
  resolution_hours: hours,
  closed_hours: hours,
  first_resolution_hours: hours,
  status: 'closed',
  outcome: 'resolved',
});
const water = {
  area_code: 'tambach',
  service_code: 'water-point',
  service_group: 'water',
  agency_responsible: 'water',
} as const;
const guarded = {
  disclosure: 'guarded',
  area_code: 'elgeyo-marakwet',
  area_level: 'county',
  service_code: null,
  service_group: 'health',
  agency_responsible: 'health',
  received_period: '2026-10',
  first_response_due: null,
  resolution_due: null,
} as const;

export const REQUESTS: readonly RequestVersion[] = [
  version(CODES.waiting, {}),
  version(CODES.in_progress, { to: 2 }),
  version(CODES.in_progress, {
    from: 2,
    outcome: 'in_progress',
    first_response_hours: 288,
    reporters: '2-4',
  }),
  version(CODES.resolved, { ...water, to: 2, outcome: 'in_progress', first_response_hours: 5 }),
  version(CODES.resolved, { ...water, from: 2, ...resolved(5, 264), reporter_says: 'confirmed' }),
  version(CODES.reopened, { ...water, to: 2, ...resolved(12, 48) }),
  version(CODES.reopened, {
    ...water,
    from: 2,
    outcome: 'reopened',
    first_response_hours: 12,
    first_resolution_hours: 48,
    reopened: true,
    reporter_says: 'disputed',
    reporters: '5-9',
  }),
  version(CODES.declined, {
    area_code: 'emsoo',
    service_code: 'street-light',
    first_response_hours: 30,
    closed_hours: 30,
    status: 'closed',
    outcome: 'declined',
  }),
  version(CODES.merged, { closed_hours: 2, status: 'closed', outcome: 'merged', reporters: '10+' }),
  version(CODES.record, { ...guarded }),
  ...[1, 2, 3].map((n) => version(code(n), { ...guarded, ...resolved(n * 7, 24 * (n + 2)) })),
  version(code(4), { ...guarded, received_period: '2026-11', from: 2, reporters: null }),
  ...NASTY_SUMMARIES.map((public_summary, i) => {
    const received_period = `2026-${i < 12 ? '10' : '11'}-${String((i % 12) + 1).padStart(2, '0')}`;
    return version(code(100 + i), {
      ...(i % 3 === 0 ? water : {}),
      ...(i % 4 === 1 ? resolved(i, 24 * i) : {}),
      area_code: ['chepkorio', 'emsoo', 'soy-south', 'tambach'][i % 4] ?? 'emsoo',
      received_period,
      first_response_due: daysAfter(received_period, 3),
      resolution_due: daysAfter(received_period, 21),
      from: i < 12 ? 1 : 2,
      public_summary,
    });
  }),
];

export const SENSITIVE_COUNTS = [
  { quarter: '2026-Q3', service_group: 'conduct', requests: 15, from_release: 1, to_release: null },
  { quarter: '2026-Q4', service_group: 'conduct', requests: 10, from_release: 1, to_release: 2 },
  { quarter: '2026-Q4', service_group: 'conduct', requests: 15, from_release: 2, to_release: null },
];

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The n-th code: always the same, spread over the alphabet. */
function code(n: number): string {
  let state = Math.imul(n + 1, 0x9e3779b1) >>> 0;
  return publicCode(() => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return state >>> 24;
  });
}
