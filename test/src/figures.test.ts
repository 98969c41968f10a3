import { describe, expect, it } from 'vitest';
import type { Figure } from '../../api/schemas/statistics.ts';
import { curveTable, periodTable } from '../../src/figures/charts.ts';
import { dayBefore } from '../../src/figures/day-before.ts';
import { figureWords } from '../../src/figures/figure-words.ts';
import { chosenMeasure, recordedMeasures } from '../../src/figures/measures.ts';
import { figures as texts } from '../../src/i18n/en/figures.ts';
import { formatFor } from '../../src/i18n/format.ts';

const format = formatFor('en', 'UTC');
const words = { format, t: texts, path: (path: string) => `/sw${path}` };
const figure = (fields: Partial<Figure>): Figure => ({
  statistic: 'first_response_hours_median',
  version: 1,
  release: 1,
  filters: {},
  remainder: false,
  coarser: null,
  member: null,
  value: null,
  more_than: null,
  unit: 'hours',
  n: 400,
  censored: 0,
  ci_low: null,
  ci_high: null,
  complete: true,
  suppressed: null,
  ...fields,
});
const said = (fields: Partial<Figure>) => {
  const { text, note, ranked } = figureWords(figure(fields), { ...words, ranked: 20 });
  return { text: text.replaceAll('\u00a0', ' '), note: note?.replaceAll('\u00a0', ' ') ?? null, ranked };
};

describe('a figure in words', () => {
  it('has its interval beside it', () => {
    expect(said({ value: 72, ci_low: 48, ci_high: 96 })).toEqual({
      text: '3 days',
      note: '95% interval 48 hours to 4 days',
      ranked: true,
    });
  });

  it('says "more than" when half have not been answered within follow-up', () => {
    expect(said({ more_than: 2160 }).text).toBe('more than 90 days');
  });

  it('is never zero when the source does not record it', () => {
    expect(said({ suppressed: 'not_recorded' })).toEqual({ text: 'not recorded', note: null, ranked: false });
  });

  it('is not ranked when it rests on few reports, and says on how many', () => {
    expect(said({ value: 72, n: 7 })).toEqual({ text: '3 days', note: 'only 7 reports', ranked: false });
    expect(said({ suppressed: 'too_few', n: 3 }).text).toBe('too few to say (3)');
  });

  it('is firm when it was counted, however small', () => {
    expect(said({ unit: 'count', value: 0, n: 0 })).toEqual({ text: '0', note: null, ranked: true });
  });

  it('is missing in words where a place has no reports', () => {
    expect(figureWords(undefined, { ...words, ranked: 20 }).text).toBe('no reports');
  });
});

describe('the measures of a source', () => {
  it('leave out what it does not record', () => {
    const boston = recordedMeasures({ measures: ['resolution'] });
    expect(boston).toEqual(['received', 'open', 'resolved', 'resolved_in_time']);
    expect(chosenMeasure('answered', boston)).toBe('resolved');
    expect(chosenMeasure('open', boston)).toBe('open');
  });
});

describe('the table of a chart', () => {
  const share = (fields: Partial<Figure>) => figure({ unit: 'share', ...fields });

  it('leaves out days that nobody was followed to, and says the rest with its interval', () => {
    const table = curveTable(
      [
        {
          label: 'Answered',
          role: 'main',
          figures: [
            share({ member: '1', value: 0.25, ci_low: 0.2, ci_high: 0.3 }),
            share({ member: '365', suppressed: 'too_early' }),
          ],
        },
      ],
      words,
    );
    expect(table.rows.map(({ x, cells }) => [x, cells[0]?.text])).toEqual([[1, '25% (20% to 30%)']]);
    expect(table.rows[0]?.cells[0]?.link).toEqual({
      text: '25%',
      href: '/sw/figures/1/first_response_hours_median?member=1',
    });
  });

  it('has a row per period in order, hollow where follow-up is not over', () => {
    const month = (period: string, complete: boolean) =>
      figure({ unit: 'count', value: 5, filters: { period }, complete });
    const series = [
      { label: 'Reports', role: 'main' as const, figures: [month('2026-11', false), month('2026-10', true)] },
    ];
    const { rows } = periodTable('Month', series, words);
    expect(rows.map(({ label, incomplete }) => [label, incomplete])).toEqual([
      ['Oct 2026', false],
      ['Nov 2026', true],
    ]);
  });
});

describe('a month ago', () => {
  it('is counted over the ends of months and years', () => {
    expect([dayBefore('2026-01-15', 31), dayBefore('2028-03-01', 1)]).toEqual(['2025-12-15', '2028-02-29']);
    expect(() => dayBefore('yesterday', 1)).toThrow(RangeError);
  });
});
