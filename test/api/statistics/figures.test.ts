import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure, Grouping } from '../../../api/schemas/statistics.ts';
import { packCells } from '../../../api/statistics/cell-store.ts';
import { figures, type ReleaseCells } from '../../../api/statistics/figures.ts';
import type { Question } from '../../../api/statistics/grouping.ts';
import { statistics } from '../../../api/statistics/registry.ts';
import type { CellRow } from '../../../db/queries/cells.ts';
import { inPeriodRange, parsePeriodRange } from '../../../db/schema/period.ts';
import { AGENCIES, AREAS, SERVICES } from '../../setup/published-rows.ts';

/** One request as a row of a release would have it. */
interface Row {
  readonly period: string;
  readonly area: string;
  readonly service: string;
  readonly first: number | null;
  readonly end: { readonly kind: 'resolution' | 'declined' | 'merged'; readonly hours: number } | null;
}

const CUT_OFF = new Date('2026-11-15T21:00:00Z'); // midnight in Nairobi
const grid = fc.oneof(
  fc.integer({ min: 0, max: 48 }),
  fc.integer({ min: 3, max: 40 }).map((d) => d * 24),
);
const row: fc.Arbitrary<Row> = fc.record({
  period: fc.constantFrom(
    '2026-09',
    '2026-10',
    '2026-10-02',
    '2026-10-28',
    '2026-11-01',
    '2026-11-14',
    '2026-11-15',
  ),
  area: fc.constantFrom('elgeyo-marakwet', 'keiyo-south', 'chepkorio', 'soy-south', 'tambach'),
  service: fc.constantFrom('road-damage', 'street-light', 'water-point', ''),
  first: fc.option(grid),
  end: fc.option(fc.record({ kind: fc.constantFrom('resolution', 'declined', 'merged'), hours: grid })),
});
const rows = fc.array(row, { maxLength: 60 });

function cells(all: readonly Row[]): CellRow[] {
  const keys = Map.groupBy(all, (r) => `${r.period} ${r.area} ${r.service}`);
  return [...keys.values()].flatMap((group) =>
    (['first_response', 'resolution', 'declined', 'merged'] as const).map((measure): CellRow => {
      const times = group.flatMap((r) => {
        const hours = measure === 'first_response' ? r.first : r.end?.kind === measure ? r.end.hours : null;
        return hours === null ? [] : [hours];
      });
      const hours = [...new Set(times)].sort((a, b) => a - b);
      const [{ period = '', area = '', service = '' } = {}] = group;
      return {
        received_period: period,
        area_code: area,
        service_code: service,
        service_group: groupOf(service),
        agency_responsible: service === '' ? '' : 'roads',
        disclosure: 'open',
        measure,
        requests: group.length,
        hours,
        counts: hours.map((h) => times.filter((t) => t === h).length),
      };
    }),
  );
}

const groupOf = (service: string) => SERVICES.find((s) => s.service_code === service)?.service_group ?? '';

function release(all: readonly Row[]): ReleaseCells {
  const time_zone = 'Africa/Nairobi';
  return {
    release: {
      release: 1,
      label: '2026-11-16',
      cut_off: CUT_OFF,
      published_at: CUT_OFF,
      cadence: 'week',
      policy: { version: '1', k: 5, area_population: 5000, sensitive_reporters: 10, sensitive_rounding: 5 },
      measures: ['first_response', 'resolution'],
      demonstration: true,
      requests: all.length,
      added: 0,
      changed: 0,
      accounted_for: { received: 0, published: 0, merged: 0, withheld: {}, sensitive: null, pending: 0 },
      manifest: { jurisdiction_id: 'test', release: 1, label: '', cut_off: '', files: [] },
      privacy: null,
      manifest_sha256: '',
    },
    time_zone,
    dimensions: { areas: AREAS, services: SERVICES, agencies: AGENCIES },
    cells: packCells(cells(all), { cut_off: CUT_OFF, time_zone }),
  };
}

const whole: Question = { filters: {}, group_by: [], area_level: 'ward', period_unit: 'month' };

function ask(id: string, at: ReleaseCells, question: Partial<Question> = {}): Figure[] {
  const statistic = statistics.find((s) => s.definition.id === id);
  if (!statistic) throw new Error(`no statistic ${id}`);
  return figures(statistic, at, { ...whole, ...question });
}

const question: fc.Arbitrary<Partial<Question>> = fc.record({
  group_by: fc.subarray<Grouping>(['area', 'service', 'group', 'agency', 'period'], { maxLength: 3 }),
  area_level: fc.constantFrom('ward', 'sub_county', 'county'),
  period_unit: fc.constantFrom('day', 'month', 'quarter', 'year'),
  filters: fc.record(
    {
      area: fc.constantFrom('keiyo-south', 'chepkorio', 'elgeyo-marakwet'),
      service: fc.constantFrom('road-damage', 'waste'),
      period: fc.constantFrom(
        '2026',
        '2026-10',
        '2026-10-28',
        '2026-10-15..2026-11-14',
        '..2026-10',
        '2026-11..',
      ),
    },
    { requiredKeys: [] },
  ),
});

const below: Readonly<Record<string, readonly string[]>> = {
  'elgeyo-marakwet': ['elgeyo-marakwet', 'keiyo-south', 'chepkorio', 'soy-south', 'tambach'],
  'keiyo-south': ['keiyo-south', 'chepkorio', 'soy-south'],
};

function passes(r: Row, { area, service, period }: Question['filters']): boolean {
  const range = period === undefined ? null : parsePeriodRange(period);
  return (
    (area === undefined || (below[area] ?? [area]).includes(r.area)) &&
    (service === undefined || r.service === service) &&
    (range === null || inPeriodRange(range, r.period))
  );
}

describe('figures of any rows, however grouped and filtered', () => {
  it('add up to the rows that pass the filters, what is known only coarsely included', () => {
    fc.assert(
      fc.property(rows, question, (all, asked) => {
        const at = release(all);
        const kept = all.filter((r) => passes(r, asked.filters ?? {}));
        const sum = (id: string) =>
          ask(id, at, asked).reduce((total, figure) => total + (figure.value ?? 0), 0);
        expect(sum('requests_received')).toBe(kept.length);
        expect(sum('requests_open')).toBe(kept.filter((r) => r.end === null).length);
      }),
    );
  });

  it('are what asking with their own filters gives', () => {
    fc.assert(
      fc.property(rows, question, (all, asked) => {
        const at = release(all);
        for (const figure of ask('resolution_hours_median', at, asked)) {
          if (figure.remainder) continue;
          const [again] = ask('resolution_hours_median', at, { filters: figure.filters });
          expect(again).toEqual(figure);
        }
      }),
    );
  });

  it('wait as long as a count over every single row says', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const [median] = ask('resolution_hours_median', release(all));
        const [response] = ask('first_response_hours_median', release(all));
        expect(median?.value ?? null).toBe(naiveMedian(all.map(resolution)));
        expect(response?.value ?? null).toBe(naiveMedian(all.map(firstResponse)));
      }),
    );
  });
});

interface Life {
  readonly time: number;
  readonly event: boolean;
}

/** Hours from the end of the period to the cut-off; Nairobi keeps UTC+3 all year. */
function followUp({ period }: Row): number {
  const [year = 0, month = 0, day] = period.split('-').map(Number);
  const end = day === undefined ? Date.UTC(year, month) : Date.UTC(year, month - 1, day + 1);
  return (CUT_OFF.getTime() + 3 * 3_600_000 - end) / 3_600_000;
}

function firstResponse(r: Row): Life {
  const seen = r.first !== null && r.first <= followUp(r);
  return { time: seen ? (r.first ?? 0) : followUp(r), event: seen };
}

function resolution(r: Row): Life {
  const seen = r.end !== null && r.end.hours <= followUp(r);
  return { time: seen ? (r.end?.hours ?? 0) : followUp(r), event: seen && r.end?.kind === 'resolution' };
}

function naiveMedian(lives: readonly Life[]): number | null {
  let share = 1;
  for (const t of [...new Set(lives.filter((l) => l.event).map((l) => l.time))].sort((a, b) => a - b)) {
    share *=
      1 - lives.filter((l) => l.event && l.time === t).length / lives.filter((l) => l.time >= t).length;
    if (share <= 0.5 + 1e-10) return t;
  }
  return null;
}

const one = (change: Partial<Row>): Row => ({
  period: '2026-10-02',
  area: 'chepkorio',
  service: 'road-damage',
  first: null,
  end: null,
  ...change,
});

describe('a waiting time', () => {
  it('is "more than" the follow-up when nothing was answered, never a blank', () => {
    expect(ask('first_response_hours_median', release([one({}), one({})]))).toMatchObject([
      { value: null, more_than: 44 * 24, n: 2, censored: 2, suppressed: null },
    ]);
  });

  it('does not see an answer that came later than its follow-up', () => {
    const late = one({ period: '2026-11-14', first: 30 });
    expect(ask('first_response_hours_median', release([late]))).toMatchObject([
      { value: null, more_than: 24, censored: 1 },
    ]);
  });

  it('of a period that is not over has no follow-up, but counts its requests', () => {
    const at = release([one({ period: '2026-11', first: 0 })]);
    expect(ask('first_response_hours_median', at)).toMatchObject([
      { value: null, more_than: 0, n: 1, censored: 1 },
    ]);
  });

  it('that the source does not record says so and is never zero', () => {
    const at = release([one({})]);
    const unrecorded = { ...at, release: { ...at.release, measures: ['resolution' as const] } };
    for (const id of ['first_response_hours_median', 'first_response_hours_p90', 'answered_by_day'])
      for (const figure of ask(id, unrecorded))
        expect(figure).toMatchObject({ value: null, n: 1, suppressed: 'not_recorded' });
  });

  it('by period is complete only when the period was followed for that long', () => {
    const at = release([
      one({ period: '2026-10-02', first: 5 }),
      one({ period: '2026-11-14', first: 5 }),
      one({ period: '2026-11-15', first: null }),
    ]);
    const complete = ask('answered_by_day', at, { group_by: ['period'] }).map((f) => [
      f.filters.period,
      f.member,
      f.complete,
    ]);
    expect(complete).toContainEqual(['2026-10', '14', true]);
    expect(complete).toContainEqual(['2026-10', '30', false]);
    expect(complete).toContainEqual(['2026-11', '1', false]);
  });
});

describe('a grouping', () => {
  it('by area shows areas without requests, and what is known only for a larger area by itself', () => {
    const at = release([one({}), one({ area: 'keiyo-south' }), one({ area: 'elgeyo-marakwet' })]);
    const found = ask('requests_received', at, { group_by: ['area'] });
    expect(found.map((f) => [f.filters.area, f.value, f.remainder])).toEqual([
      ['chepkorio', 1, false],
      ['emsoo', 0, false],
      ['soy-south', 0, false],
      ['tambach', 0, false],
      ['elgeyo-marakwet', 1, true],
      ['keiyo-south', 1, true],
    ]);
  });

  it('by period has no gaps', () => {
    const at = release([one({ period: '2026-09' }), one({ period: '2026-11-14' })]);
    expect(
      ask('requests_received', at, { group_by: ['period'] }).map((f) => [f.filters.period, f.value]),
    ).toEqual([
      ['2026-09', 1],
      ['2026-10', 0],
      ['2026-11', 1],
    ]);
  });

  it('by quarter is addressed by its months', () => {
    const at = release([one({ period: '2026-09' }), one({ period: '2026-11-14' })]);
    const found = ask('requests_received', at, { group_by: ['period'], period_unit: 'quarter' });
    expect(found.map((f) => f.filters.period)).toEqual(['2026-07..2026-09', '2026-10..2026-12']);
  });
});
