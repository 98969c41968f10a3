/** Every figure, whatever the rows and the question, is what its definition says, row by row. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filters } from '../../../api/schemas/common.ts';
import type { Figure, Grouping } from '../../../api/schemas/statistics.ts';
import { packCells } from '../../../api/statistics/cell-store.ts';
import { figures, type ReleaseCells } from '../../../api/statistics/figures.ts';
import type { Question } from '../../../api/statistics/grouping.ts';
import { statistics } from '../../../api/statistics/registry.ts';
import type { Outcome } from '../../../db/schema/published.ts';
import { cellsOfRows, type ReleasedRow } from '../../setup/cells-of-rows.ts';
import { AGENCIES, AREAS, SERVICES } from '../../setup/published-rows.ts';
import { type NaiveRow, naiveFigures } from './naive-figures.ts';

interface Place {
  readonly time_zone: string;
  readonly cut_off: Date;
  /** the instant at which a local day begins */
  readonly midnight: (day: string) => number;
}

const hoursAfterUtc = (day: string, hours: number) => Date.parse(day) + hours * 3_600_000;
const NAIROBI: Place = {
  time_zone: 'Africa/Nairobi',
  cut_off: new Date('2026-11-15T21:00:00Z'),
  midnight: (day) => hoursAfterUtc(day, -3),
};
/** Clocks went back on the first of November. */
const NEW_YORK: Place = {
  time_zone: 'America/New_York',
  cut_off: new Date('2026-11-16T05:00:00Z'),
  midnight: (day) => hoursAfterUtc(day, day > '2026-11-01' ? 5 : 4),
};

const dayAfterPeriod = (period: string) => {
  const at = new Date(period.length === 7 ? `${period}-01` : period);
  if (period.length === 7) at.setUTCMonth(at.getUTCMonth() + 1);
  else at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
};

const grid = fc.oneof(
  fc.integer({ min: 0, max: 48 }),
  fc.constantFrom(3, 4, 13, 14, 15, 18, 19, 30, 43, 44, 45, 60).map((days) => days * 24),
);
const OUTCOMES: readonly Outcome[] = ['waiting', 'in_progress', 'resolved', 'reopened', 'declined', 'merged'];

/** Where a row is published; `[area, service, group, agency]`. */
const open = fc.tuple(
  fc.constantFrom('chepkorio', 'emsoo', 'soy-south', 'tambach', 'keiyo-south'),
  fc.constantFrom(...SERVICES.slice(0, 4)),
  fc.constantFrom(
    '2026-08-20',
    '2026-10-02',
    '2026-10-28',
    '2026-11-01',
    '2026-11-02',
    '2026-11-14',
    '2026-11-15',
  ),
  fc.option(fc.integer({ min: -1, max: 40 })),
  fc.option(fc.integer({ min: 0, max: 40 })),
);
const guarded = fc.tuple(
  fc.constantFrom('chepkorio', 'tambach', 'keiyo-south', 'elgeyo-marakwet'),
  fc.constantFrom(...SERVICES.slice(0, 5)),
  fc.constantFrom('2026-09', '2026-10', '2026-11'),
  fc.constantFrom('service', 'group', 'any'),
);
const life = fc.record({
  first: fc.option(grid),
  closed: grid,
  before: grid,
  outcome: fc.constantFrom(...OUTCOMES),
  reopened: fc.boolean(),
  says: fc.constantFrom(null, null, 'confirmed', 'disputed'),
  on_time: fc.boolean(),
});

const plusDays = (day: string, days: number | null) =>
  days === null ? null : new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const row: fc.Arbitrary<ReleasedRow> = fc
  .tuple(fc.oneof(open, guarded), life)
  .map(([place, l]): ReleasedRow => {
    const [area_code, service, received_period] = place;
    const step = place.length === 4 ? place[3] : 'service';
    const isOpen = place.length === 5;
    const closed = l.outcome === 'resolved' || l.outcome === 'declined' || l.outcome === 'merged';
    const [first_due, last_due] = place.length === 5 ? [place[3], place[4]] : [null, null];
    const once = l.outcome === 'resolved' || l.outcome === 'reopened' ? Math.min(l.before, l.closed) : null;
    return {
      service_request_id: '',
      disclosure: isOpen ? 'open' : 'guarded',
      area_code,
      area_level: AREAS.find((area) => area.area_code === area_code)?.level ?? '',
      service_code: step === 'service' ? service.service_code : null,
      service_group: step === 'any' ? null : service.service_group,
      agency_responsible: step === 'any' ? null : service.agency_responsible,
      received_period,
      first_response_hours: l.first,
      resolution_hours: l.outcome === 'resolved' ? l.closed : null,
      closed_hours: closed ? l.closed : null,
      first_resolution_hours: once,
      first_response_due: isOpen ? plusDays(received_period, first_due) : null,
      resolution_due: isOpen ? plusDays(received_period, last_due) : null,
      first_response_on_time: isOpen && l.first !== null && first_due !== null ? l.on_time : null,
      resolution_on_time: isOpen && l.outcome === 'resolved' && last_due !== null ? l.on_time : null,
      status: closed ? 'closed' : 'open',
      outcome: l.outcome,
      reopened: once !== null && l.reopened,
      reporter_says: once === null ? null : l.says,
      reporters: null,
      public_summary: null,
    };
  });

/** Few filters and groupings at a time, so that groups hold several rows. */
const question: fc.Arbitrary<Partial<Question>> = fc.record({
  group_by: fc.subarray<Grouping>(['area', 'service', 'group', 'agency', 'period'], { maxLength: 2 }),
  area_level: fc.constantFrom('ward', 'sub_county', 'county'),
  period_unit: fc.constantFrom('day', 'month', 'quarter', 'year'),
  filters: fc
    .tuple(
      fc.record({
        area: fc.constantFrom('keiyo-south', 'chepkorio', 'elgeyo-marakwet'),
        service: fc.constantFrom('road-damage', 'clinic-service'),
        group: fc.constantFrom('roads', 'health'),
        agency: fc.constantFrom('roads', 'water'),
        period: fc.constantFrom(
          '2026',
          '2026-10',
          '2026-10-28',
          '2026-10-15..2026-11-14',
          '..2026-10',
          '2026-11..',
        ),
      }),
      fc.subarray(['area', 'service', 'group', 'agency', 'period'] as const, { maxLength: 2 }),
    )
    .map(([all, kept]) => Object.fromEntries(kept.map((name) => [name, all[name]]))),
});

const ancestors: Readonly<Record<string, readonly string[]>> = {
  'elgeyo-marakwet': [],
  'keiyo-north': ['elgeyo-marakwet'],
  'keiyo-south': ['elgeyo-marakwet'],
  chepkorio: ['keiyo-south', 'elgeyo-marakwet'],
  'soy-south': ['keiyo-south', 'elgeyo-marakwet'],
  emsoo: ['keiyo-north', 'elgeyo-marakwet'],
  tambach: ['keiyo-north', 'elgeyo-marakwet'],
};
type Answer = 'yes' | 'no' | 'maybe';

/** First day of a period or range and the day after its last. */
function span(period: string): readonly [string, string] {
  const [from = '', to = from] = period.includes('..') ? period.split('..') : [period, period];
  const first = from === '' ? '0000-01-01' : `${from}-01-01`.slice(0, 10);
  const last = to === '' ? '9999-01-01' : to.length === 4 ? `${Number(to) + 1}-01-01` : dayAfterPeriod(to);
  return [first, last];
}

function answers(r: ReleasedRow, { area, service, group, agency, period }: Filters): Answer {
  const all: Answer[] = [];
  if (area !== undefined) {
    const inside = r.area_code === area || ancestors[r.area_code]?.includes(area);
    all.push(inside ? 'yes' : ancestors[area]?.includes(r.area_code) ? 'maybe' : 'no');
  }
  if (service !== undefined) {
    const its = SERVICES.find((s) => s.service_code === service)?.service_group;
    const unknown = r.service_code === null && (r.service_group === null || r.service_group === its);
    all.push(r.service_code === service ? 'yes' : unknown ? 'maybe' : 'no');
  }
  if (group !== undefined)
    all.push(r.service_group === group ? 'yes' : r.service_group === null ? 'maybe' : 'no');
  if (agency !== undefined)
    all.push(r.agency_responsible === agency ? 'yes' : r.agency_responsible === null ? 'maybe' : 'no');
  if (period !== undefined) {
    const [[from, to], [first, after]] = [span(period), span(r.received_period)];
    all.push(from <= first && after <= to ? 'yes' : first < to && after > from ? 'maybe' : 'no');
  }
  if (all.includes('no')) return 'no';
  return all.includes('maybe') ? 'maybe' : 'yes';
}

function releaseOf(rows: readonly ReleasedRow[], { time_zone, cut_off }: Place): ReleaseCells {
  return {
    release: {
      release: 1,
      label: '2026-11-16',
      cut_off,
      published_at: cut_off,
      cadence: 'week',
      policy: { version: '2', k: 5, area_population: 5000, sensitive_reporters: 10, sensitive_rounding: 5 },
      measures: ['first_response', 'resolution'],
      demonstration: true,
      requests: rows.length,
      added: 0,
      changed: 0,
      accounted_for: { received: 0, published: 0, merged: 0, withheld: {}, sensitive: null, pending: 0 },
      manifest: { jurisdiction_id: 'test', release: 1, label: '', cut_off: '', files: [] },
      manifest_sha256: '',
      privacy: null,
    },
    time_zone,
    dimensions: { areas: AREAS, services: SERVICES, agencies: AGENCIES },
    cells: packCells(cellsOfRows(rows), { cut_off, time_zone }),
  };
}

function expected(id: string, rows: readonly ReleasedRow[], figure: Figure, place: Place) {
  const localCutOff = '2026-11-16';
  const hoursSince = (day: string) => (place.cut_off.getTime() - place.midnight(day)) / 3_600_000;
  const all = rows.map((r): NaiveRow => {
    const end = dayAfterPeriod(r.received_period);
    return {
      ...r,
      follow_up: hoursSince(end),
      age: Math.max(0, (Date.parse(localCutOff) - Date.parse(end)) / 86_400_000),
    };
  });
  const { period } = figure.filters;
  const end = period === undefined ? undefined : span(period)[1];
  const naive = naiveFigures(id, {
    release: all,
    rows: all.filter((r) => answers(r, figure.filters) === 'yes'),
    period_follow_up: end === undefined ? null : end > '9000' ? Number.NEGATIVE_INFINITY : hoursSince(end),
  });
  const coarser =
    Object.keys(figure.filters).length === 0
      ? null
      : all.filter((r) => answers(r, figure.filters) === 'maybe').length;
  return { naive: naive.find(({ member }) => member === figure.member), coarser };
}

/** Numbers that are estimated agree to rounding; all others exactly. */
function agree(figure: Figure, id: string, rows: readonly ReleasedRow[], place: Place): void {
  const { naive, coarser } = expected(id, rows, figure, place);
  if (!naive) throw new Error(`${figure.member} is no member of ${id}`);
  expect({ ...figure, value: 0, ci_low: 0, ci_high: 0 }).toMatchObject({
    ...naive,
    value: 0,
    ci_low: 0,
    ci_high: 0,
    coarser,
  });
  for (const name of ['value', 'ci_low', 'ci_high'] as const) {
    const [got, wanted] = [figure[name], naive[name]];
    if (got === null || wanted === null) expect([name, got]).toEqual([name, wanted]);
    else expect(Math.abs(got - wanted), `${name}: ${got}, not ${wanted}`).toBeLessThan(1e-9);
  }
}

const whole: Question = { filters: {}, group_by: [], area_level: 'ward', period_unit: 'month' };

describe.each([NAIROBI, NEW_YORK])('in $time_zone, for any rows and any question,', (place) => {
  const ofCells = statistics.filter((statistic) => statistic.source === 'cells');
  it.each(ofCells.map((statistic) => statistic.definition.id))('%s is what its definition says', (id) => {
    const statistic = ofCells.find(({ definition }) => definition.id === id);
    if (!statistic) throw new Error(`no statistic ${id}`);
    fc.assert(
      fc.property(fc.array(row, { minLength: 30, maxLength: 50, size: 'max' }), question, (rows, asked) => {
        const found = figures(statistic, releaseOf(rows, place), { ...whole, ...asked });
        // All of few, some of many.
        const every = Math.ceil(found.length / 80);
        for (const [i, figure] of found.entries())
          if (!figure.remainder && i % every === 0) agree(figure, id, rows, place);
      }),
      { numRuns: 25 },
    );
  });
});
