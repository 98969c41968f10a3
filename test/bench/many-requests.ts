/**
 * A year of a county that reports very much: so many invented requests, spread over 20 wards, 24 services in 6 groups and
 * every day, as the rollup cells of a release. The same on every run.
 *
 * In:     how many requests
 * Out:    cells as the publisher would write them, the areas and services they name, and the cut-off
 * Method: waits are exponential with a mean of its own per service, 4 % declined, 3 % merged, 15 % never answered; each
 *         is put on the published grid. At 10 million requests every ward and service has some on every day.
 */
import type { CellRow } from '../../db/queries/cells.ts';
import type { AreaRow, ServiceRow } from '../../db/queries/dimensions.ts';
import { publishedHours } from '../../db/schema/hours-grid.ts';
import { addDays } from '../../db/schema/local-time.ts';
import type { CellMeasure } from '../../db/schema/published.ts';

export const TIME_ZONE = 'Africa/Nairobi';
export const CUT_OFF = new Date('2026-12-31T21:00:00Z');
const DAYS = 365;
const WARDS = 20;
const SERVICES = 24;
const DUE_HOURS = [72, 240] as const;

export const AREAS: readonly AreaRow[] = [
  area('county', 'county', 0, null),
  ...Array.from({ length: WARDS }, (_, i) => area(`ward-${i}`, 'ward', 1, 'county')),
];
export const SERVICE_ROWS: readonly ServiceRow[] = Array.from({ length: SERVICES }, (_, i) => ({
  service_code: `service-${i}`,
  service_group: `group-${i % 6}`,
  names: {},
  group_names: {},
  agency_responsible: `agency-${i % 4}`,
  tier: 'open',
  first_response_days: 3,
  resolution_days: 10,
  working_days: false,
  position: i,
}));

function area(area_code: string, level: string, depth: number, parent_code: string | null): AreaRow {
  const nothing = { names: {}, population: null, schematic: true, lat: null, long: null };
  return { area_code, level, depth, parent_code, ...nothing };
}

/** Hours on the grid, up to a year. */
const GRID = [
  ...Array.from({ length: 49 }, (_, i) => i),
  ...Array.from({ length: DAYS }, (_, i) => (i + 3) * 24),
];
const indexOf = new Map(GRID.map((hours, i) => [hours, i]));
const MEASURES = ['first_response', 'resolution', 'declined', 'merged'] as const satisfies CellMeasure[];

export function manyCells(requests: number): CellRow[] {
  const random = generator();
  const perKey = new Uint32Array(DAYS * WARDS * SERVICES);
  const unanswered = new Uint32Array(perKey.length);
  const onTime = [new Uint32Array(perKey.length), new Uint32Array(perKey.length)] as const;
  const events = MEASURES.map(() => ({ codes: new Uint32Array(requests), many: 0 }));
  for (let i = 0; i < requests; i++) {
    const key = Math.floor(random() * perKey.length);
    const service = key % SERVICES;
    const age = (DAYS - 1 - Math.floor(key / (WARDS * SERVICES))) * 24;
    perKey[key] = (perKey[key] ?? 0) + 1;
    const first = random() < 0.15 ? Number.POSITIVE_INFINITY : wait(random(), 10 + 8 * service);
    const last = first + wait(random(), 60 + 30 * service);
    const kind = random();
    const end = kind < 0.03 ? 3 : kind < 0.07 ? 2 : 1;
    for (const [measure, hours] of [[0, first] as const, [end, last] as const]) {
      const at = indexOf.get(publishedHours(Math.min(hours, 10_000) * 3_600_000));
      const column = events[measure];
      if (hours <= age && at !== undefined && column) column.codes[column.many++] = key * GRID.length + at;
    }
    if (first > age) unanswered[key] = (unanswered[key] ?? 0) + 1;
    if (first <= Math.min(age, DUE_HOURS[0])) onTime[0][key] = (onTime[0][key] ?? 0) + 1;
    if (end === 1 && last <= Math.min(age, DUE_HOURS[1])) onTime[1][key] = (onTime[1][key] ?? 0) + 1;
  }
  const cells: CellRow[] = [];
  const add = (key: number, measure: CellMeasure, hours: number[], counts: number[]) =>
    cells.push({ ...keyOf(key), measure, requests: perKey[key] ?? 0, hours, counts });
  const one = (key: number, measure: CellMeasure, hours: number, count: number) =>
    count > 0 && add(key, measure, [hours], [count]);
  for (const [m, measure] of MEASURES.entries()) {
    const sorted = (events[m]?.codes ?? new Uint32Array(0)).subarray(0, events[m]?.many ?? 0).sort();
    let at = 0;
    for (let key = 0; key < perKey.length; key++) {
      const [hours, counts]: [number[], number[]] = [[], []];
      for (; Math.floor((sorted[at] ?? Number.POSITIVE_INFINITY) / GRID.length) === key; at++) {
        const hour = GRID[(sorted[at] ?? 0) % GRID.length] ?? 0;
        if (hours.at(-1) === hour) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
        else {
          hours.push(hour);
          counts.push(1);
        }
      }
      if ((perKey[key] ?? 0) > 0 && (m < 2 || hours.length > 0)) add(key, measure, hours, counts);
    }
  }
  for (let key = 0; key < perKey.length; key++) {
    one(key, 'first_response_due', DUE_HOURS[0], perKey[key] ?? 0);
    one(key, 'first_response_on_time', DUE_HOURS[0], onTime[0][key] ?? 0);
    one(key, 'unanswered_due', DUE_HOURS[0], unanswered[key] ?? 0);
    one(key, 'resolution_due', DUE_HOURS[1], perKey[key] ?? 0);
    one(key, 'resolution_on_time', DUE_HOURS[1], onTime[1][key] ?? 0);
  }
  return cells;
}

const days = Array.from({ length: DAYS }, (_, i) => addDays('2026-01-01', i));

function keyOf(key: number) {
  const service = SERVICE_ROWS[key % SERVICES];
  return {
    received_period: days[Math.floor(key / (WARDS * SERVICES))] ?? '',
    area_code: `ward-${Math.floor(key / SERVICES) % WARDS}`,
    service_code: service?.service_code ?? '',
    service_group: service?.service_group ?? '',
    agency_responsible: service?.agency_responsible ?? '',
    disclosure: 'open' as const,
  };
}

const wait = (uniform: number, mean: number) => -Math.log(1 - uniform) * mean;

/** Mulberry32. */
function generator(): () => number {
  let state = 20261122;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same county in SQL, row by row: `area_code, service_code, agency_responsible, month, hours`. */
export const ROWS_SQL = `
  select 'ward-' || floor(random() * ${WARDS})::int as area_code, 'service-' || s as service_code, 'agency-' || s % 4 as agency_responsible,
         to_char(date '2026-01-01' + floor(random() * ${DAYS})::int, 'YYYY-MM') as month,
         case when random() < 0.78 then ceil(-ln(1 - random()) * (70 + 38 * s)) end as hours
    from (select floor(random() * ${SERVICES})::int as s from generate_series(1, $1)) one`;
