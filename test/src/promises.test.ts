/** Tables of promised times over a published database: what has a row, and what the row says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPerformance } from '../../src/figures/load-performance.ts';
import { dimensions } from '../../src/figures/page-dimensions.ts';
import { countVerdicts, loadPromises } from '../../src/figures/promises.ts';
import { releaseWords } from '../../src/figures/release-words.ts';
import { figures as texts } from '../../src/i18n/en/figures.ts';
import { formatFor } from '../../src/i18n/format.ts';
import { nameIn } from '../../src/i18n/index.ts';
import type { PageContext } from '../../src/page-context.ts';
import { type TestPortal, testPortal } from '../api/portal.ts';

let test: TestPortal;
let page: PageContext;

beforeAll(async () => {
  test = await testPortal();
  page = {
    lang: 'en',
    portal: await test.portal.forRequest(),
    format: formatFor('en', 'Africa/Nairobi'),
    path: (path) => path,
    name: (names) => nameIn(names, 'en'),
    jurisdiction: 'Elgeyo Marakwet',
  };
});
afterAll(() => test?.close());

const promises = async (by: 'agency' | 'service' | 'area', filters = {}) =>
  loadPromises(page, 'answered_in_time', { filters, by }, await dimensions(page.portal.api));

describe('a table of promised times', () => {
  it('has every kind of report by name, but those of which no row is published', async () => {
    const { services } = await dimensions(page.portal.api);
    const { rows } = await promises('service');
    const labels = rows.map(({ label }) => label);
    expect(labels).toEqual(labels.toSorted(new Intl.Collator('en').compare));
    const sensitive = services.filter(({ tier }) => tier === 'sensitive').map(({ names }) => names['en']);
    expect(sensitive.length).toBeGreaterThan(0);
    expect(labels).not.toEqual(expect.arrayContaining([sensitive[0]]));
    expect(rows).toHaveLength(services.length - sensitive.length);
  });

  it('says of each what the statistic says of it alone', async () => {
    const { rows } = await promises('service');
    const told = rows.filter(({ figure }) => figure?.value !== null && figure !== undefined);
    expect(told.length).toBeGreaterThan(0);
    for (const { figure } of told) {
      const alone = await page.portal.api.statistics.get({
        ...figure?.filters,
        id: 'first_response_within_standard',
      });
      expect(alone.data[0]).toMatchObject({ value: figure?.value, n: figure?.n, ci_low: figure?.ci_low });
    }
  });

  it('calls nothing kept or missed on fewer reports than may be ranked', async () => {
    for (const by of ['agency', 'service', 'area'] as const) {
      const { rows } = await promises(by);
      for (const { verdict, figure } of rows)
        if ((figure?.n ?? 0) < page.portal.jurisdiction.ranked)
          expect(['met', 'missed', 'close']).not.toContain(verdict);
    }
  });

  it('tells a promise that cannot be shown from none: rows by the month have no due day', async () => {
    const { services } = await dimensions(page.portal.api);
    const { rows } = await promises('service');
    for (const { verdict, promise } of rows) {
      if (verdict === 'by_month') expect(promise).not.toBeNull();
      if (verdict === 'none') expect(promise).toBeNull();
    }
    const guarded = services.filter(
      ({ tier, first_response_days }) => tier === 'guarded' && first_response_days !== null,
    );
    const said = guarded.map(({ names }) => rows.find(({ label }) => label === names['en'])?.verdict);
    for (const verdict of said) expect(['by_month', 'no_requests']).toContain(verdict);
  });

  it('of an office has only its own kinds, which stand beside nothing', async () => {
    const { services, agencies } = await dimensions(page.portal.api);
    const agency = agencies[0]?.agency_code ?? '';
    const { rows, comparable } = await promises('service', { agency });
    const own = services.filter(
      ({ agency_responsible, tier }) => agency_responsible === agency && tier !== 'sensitive',
    );
    expect(rows.map(({ label }) => label).toSorted()).toEqual(
      own.map(({ names }) => names['en'] ?? '').toSorted(),
    );
    expect([comparable, ...rows.map(({ beside }) => beside)]).toEqual([false, ...rows.map(() => null)]);
  });

  it('counts as open what is too close, too few or too early', () => {
    const row = (verdict: 'met' | 'missed' | 'close' | 'few' | 'none') => ({
      label: '',
      href: '',
      figure: undefined,
      over: undefined,
      beside: null,
      verdict,
    });
    expect(countVerdicts([row('met'), row('close'), row('few'), row('none'), row('missed')])).toEqual({
      met: 1,
      missed: 1,
      open: 2,
    });
  });
});

describe('the performance of the whole', () => {
  it('is counted as the lead counts it: what waits for more than 30 days, by age and in the sentence', async () => {
    const words = await releaseWords(page, texts);
    const { ages, selection } = await loadPerformance(page, words, { filters: {}, by: 'agency' });
    const old = ages.slice(3).reduce((sum, { value }) => sum + (value ?? 0), 0);
    expect(selection.counts.open).toBe(ages.reduce((sum, { value }) => sum + (value ?? 0), 0));
    expect(selection.counts.old).toBe(old);
  });

  it('stands beside nothing, a part of it beside the whole', async () => {
    const words = await releaseWords(page, texts);
    const { agencies } = await dimensions(page.portal.api);
    const whole = await loadPerformance(page, words, { filters: {}, by: 'agency' });
    expect(whole.beside.every(({ whole: other }) => other === undefined)).toBe(true);
    const filters = { agency: agencies[0]?.agency_code ?? '' };
    const part = await loadPerformance(page, words, { filters, by: 'service' });
    expect(part.beside.every(({ whole: other }) => other !== undefined)).toBe(true);
  });
});
