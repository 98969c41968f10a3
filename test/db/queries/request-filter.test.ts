import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectWeb, type PublishedReader } from '../../../db/connect.ts';
import { type RequestFilter, requestFilterSql } from '../../../db/queries/request-filter.ts';
import { inPeriodRange, parsePeriodRange } from '../../../db/schema/period.ts';
import type { RequestVersion } from '../../../db/schema/published.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { rowsOf, seedPublished } from '../../setup/published-fixture.ts';
import { AREAS } from '../../setup/published-rows.ts';

let databases: TestDatabases;
let reader: PublishedReader;
beforeAll(async () => {
  databases = await createTestDatabases();
  await seedPublished(databases.urls.publisher);
  reader = connectWeb(databases.urls.web);
});
afterAll(async () => {
  await reader.close();
  await databases.drop();
});

async function found(filter: RequestFilter, release: number): Promise<string[]> {
  const rows = await reader.db
    .selectFrom('published.request_version')
    .select('service_request_id')
    .where(requestFilterSql(filter, release))
    .execute();
  return rows.map((row) => row.service_request_id).toSorted();
}

function expected(release: number, keep: (row: RequestVersion) => boolean): string[] {
  return rowsOf(release)
    .filter(keep)
    .map((row) => row.service_request_id)
    .toSorted();
}

function liesIn(area: string, code: string): boolean {
  if (area === code) return true;
  const parent = AREAS.find((a) => a.area_code === code)?.parent_code;
  return parent != null && liesIn(area, parent);
}

describe('the filter of released requests', () => {
  it.each([1, 2])('without filters gives release %i, whole', async (release) => {
    expect(await found({}, release)).toEqual(expected(release, () => true));
  });

  it.each(AREAS.map((a) => a.area_code))('by area includes all below %s', async (area) => {
    expect(await found({ area }, 2)).toEqual(expected(2, (row) => liesIn(area, row.area_code)));
  });

  it.each([
    '2026',
    '2026-10',
    '2026-10-28',
    '2026-11..',
    '..2026-10-15',
    '2026-10-01..2026-10-31',
    '2026-10-02..2026-11-30',
    '2025',
  ])('by period %s gives the same as reading every row', async (period) => {
    const range = parsePeriodRange(period);
    if (!range) throw new Error('no period');
    expect(await found({ period }, 2)).toEqual(
      expected(2, (row) => inPeriodRange(range, row.received_period)),
    );
  });

  it('narrows by each field, and by all of them together', async () => {
    expect(await found({ service: 'water-point' }, 2)).toEqual(
      expected(2, (r) => r.service_code === 'water-point'),
    );
    expect(await found({ group: 'health' }, 2)).toEqual(expected(2, (r) => r.service_group === 'health'));
    expect(await found({ agency: 'roads' }, 2)).toEqual(expected(2, (r) => r.agency_responsible === 'roads'));
    expect(await found({ status: 'closed' }, 1)).toEqual(expected(1, (r) => r.status === 'closed'));
    expect(await found({ outcome: 'reopened' }, 2)).toEqual(expected(2, (r) => r.outcome === 'reopened'));
    const all = { area: 'keiyo-south', group: 'roads', agency: 'roads', status: 'open', period: '2026-10' };
    expect(await found(all, 2)).toEqual(
      expected(
        2,
        (r) =>
          liesIn('keiyo-south', r.area_code) &&
          r.service_group === 'roads' &&
          r.agency_responsible === 'roads' &&
          r.status === 'open' &&
          r.received_period.startsWith('2026-10'),
      ),
    );
  });

  it('binds every value as a parameter', async () => {
    expect(await found({ area: "x' or true --", service: "'; drop table published.release; --" }, 2)).toEqual(
      [],
    );
  });
});
