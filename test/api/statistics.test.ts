import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../api/router.ts';
import { statistics } from '../../api/statistics/registry.ts';
import { rowsOf } from '../setup/published-fixture.ts';
import { type TestPortal, testPortal } from './portal.ts';

let test: TestPortal;
let api: Caller;
beforeAll(async () => {
  test = await testPortal();
  api = (await test.portal.forRequest()).api;
});
afterAll(() => test.close());

const total = async (input: Parameters<Caller['statistics']['get']>[0]) =>
  (await api.statistics.get(input)).data.reduce((sum, figure) => sum + (figure.value ?? 0), 0);

describe('statistics', () => {
  it('are all listed, each explained in English and Swahili', async () => {
    const { data } = await api.statistics.list();
    expect(data.map((definition) => definition.id)).toEqual(statistics.map((s) => s.definition.id));
    for (const { title, description, method } of data)
      for (const text of [title, description, method])
        expect(Object.keys(text).toSorted()).toEqual(['en', 'sw']);
  });

  it.each([1, 2])('of release %i count its rows', async (release) => {
    const rows = rowsOf(release);
    expect(await total({ id: 'requests_received', release })).toBe(rows.length);
    expect(await total({ id: 'requests_open', release })).toBe(
      rows.filter((row) => row.status === 'open').length,
    );
  });

  it.each(['area', 'service', 'group', 'agency', 'period', 'area,period', 'area,service,period'])(
    'grouped by %s add up to the whole',
    async (group_by) => {
      expect(await total({ id: 'requests_received', group_by })).toBe(rowsOf(2).length);
    },
  );

  it('of an area agree with the list of its requests', async () => {
    const { data } = await api.statistics.get({
      id: 'requests_received',
      group_by: 'area',
      area_level: 'sub_county',
    });
    for (const { filters, value, remainder } of data) {
      if (remainder) continue;
      expect([filters.area, (await api.requests.list(filters)).total]).toEqual([filters.area, value]);
    }
  });

  it('of waiting times carry unit, n, censored and interval', async () => {
    const { data } = await api.statistics.get({ id: 'first_response_hours_median', area: 'tambach' });
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      unit: 'hours',
      release: 2,
      filters: { area: 'tambach' },
      suppressed: null,
    });
    expect((data[0]?.n ?? 0) - (data[0]?.censored ?? 0)).toBeGreaterThan(0);
  });

  it('say how every request is accounted for, and it adds up', async () => {
    const { data } = await api.statistics.get({ id: 'accounted_for' });
    const [received, ...rest] = data;
    expect(received?.member).toBe('received');
    expect(rest.reduce((sum, figure) => sum + (figure.value ?? 0), 0)).toBe(received?.value);
  });

  it('of a release are the same however often they are asked for', async () => {
    const once = await api.statistics.get({ id: 'resolved_by_day', group_by: 'group' });
    expect(await api.statistics.get({ id: 'resolved_by_day', group_by: 'group' })).toEqual(once);
  });
});
