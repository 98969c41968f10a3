/** The address of a figure: written and read back it is the same figure, and there is one way to write it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FigureKey, figureAddress, figureJsonAddress } from '../../src/figures/figure-address.ts';
import { readFigureAddress } from '../../src/figures/read-figure-address.ts';

function read(address: string) {
  const url = new URL(address, 'https://majibu.example');
  const [, , release = '', statistic = ''] = url.pathname.split('/');
  return readFigureAddress({ release, statistic }, url.searchParams);
}
const ask = (query: string) => read(`/figures/3/requests_open?${query}`);

describe('the address of a figure', () => {
  it('names statistic, release, filters and number', () => {
    const key: FigureKey = {
      statistic: 'outcomes_by_day',
      release: 20,
      filters: { service: 'road-damage', area: '0739', period: '2026-01..2026-03' },
      member: 'resolved:30',
    };
    expect(figureAddress(key)).toBe(
      '/figures/20/outcomes_by_day?area=0739&member=resolved%3A30&period=2026-01..2026-03&service=road-damage',
    );
    expect(figureJsonAddress(key)).toBe(
      '/api/v1/statistics/outcomes_by_day?area=0739&period=2026-01..2026-03&release=20&service=road-damage',
    );
    expect(figureAddress({ ...key, filters: {}, member: null })).toBe('/figures/20/outcomes_by_day');
  });

  it('of what is published more coarsely asks the API for the grouping', () => {
    const key: FigureKey = {
      statistic: 'requests_received',
      release: 2,
      filters: {},
      member: null,
      coarser_than: { by: 'area', area_level: 'ward' },
    };
    expect(figureAddress(key)).toBe('/figures/2/requests_received?area_level=ward&remainder=area');
    expect(figureJsonAddress(key)).toBe(
      '/api/v1/statistics/requests_received?area_level=ward&group_by=area&release=2',
    );
  });

  it('read back is the same figure', () => {
    const code = fc.stringMatching(/^[\w.-]{1,20}$/);
    const filters = fc.record(
      {
        area: code,
        service: code,
        group: code,
        agency: code,
        period: fc.constantFrom('2026', '2026-11', '..2026-10-22', '2026-01..', '2026-01..2026-03'),
      },
      { requiredKeys: [] },
    );
    const member = fc.constantFrom(null, '30', '366+', '8-14', 'resolved:30', 'withheld.personal_data');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), filters, member, (release, narrowed, which) => {
        const key: FigureKey = { statistic: 'requests_open', release, filters: narrowed, member: which };
        const back = read(figureAddress(key));
        expect(back).toEqual({ kind: 'asked', asked: key });
      }),
    );
  });

  it('says which parameters are wrong, and never repeats a name that is none of ours', () => {
    expect(ask('area=a/b&member=%20')).toEqual({ kind: 'wrong', wrong: ['area', 'member'] });
    expect(ask('period=2026-13')).toEqual({ kind: 'wrong', wrong: ['period'] });
    expect(ask('+254700000000=1')).toEqual({ kind: 'wrong', wrong: ['unknown'] });
    expect(ask('area=a&area=b')).toEqual({ kind: 'wrong', wrong: ['area'] });
    expect(ask('area_level=ward')).toEqual({ kind: 'wrong', wrong: ['area_level'] });
    expect(ask('remainder=period')).toEqual({ kind: 'wrong', wrong: ['remainder'] });
    expect(ask('area=')).toMatchObject({ kind: 'asked', asked: { filters: {} } });
  });

  it('has the number of a release, or "latest"', () => {
    const release = (text: string) => {
      const found = readFigureAddress({ release: text, statistic: 'x' }, new URLSearchParams());
      return found.kind === 'asked' ? found.asked.release : undefined;
    };
    expect(['latest', '7', '07', '0', '-1', '1e3', '9999999'].map(release)).toEqual([
      'latest',
      7,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
