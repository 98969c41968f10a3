import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor } from '../../api/cursor.ts';
import { CODES } from '../setup/published-fixture.ts';
import { PUBLIC_URL, portalAt, type TestPortal, testPortal } from './portal.ts';

let test: TestPortal;
const failures: unknown[] = [];
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

const paths = fc.constantFrom(
  '/requests',
  '/areas',
  '/services',
  '/releases',
  '/statistics/requests_received',
  '/statistics/resolution_hours_p90',
  '/statistics/answered_by_day',
  '/statistics/accounted_for',
);
const names = fc.oneof(
  fc.constantFrom(
    'area',
    'service',
    'group',
    'agency',
    'period',
    'status',
    'outcome',
    'release',
    'sort',
    'limit',
    'cursor',
  ),
  fc.constantFrom('group_by', 'area_level', 'period_unit', 'geometry', '__proto__', 'constructor'),
  fc.string(),
);
const numbers = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constantFrom(1, 2, 3));
const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('2026-11', '\u0000', CODES.waiting));
const positions = fc.oneof(
  fc.tuple(numbers),
  fc.tuple(numbers, fc.constantFrom('-received', 'received', '-waiting'), texts, texts),
  fc.array(fc.oneof(texts, numbers, fc.double()), { maxLength: 5 }),
);
const values = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('latest', '1', '2', '2147483648', '-1', '1e9', 'NaN', 'true', '0', '', '%00', '\u0000'),
  fc.constantFrom(
    '2026',
    '2026-11',
    '2026-11-31',
    '..',
    '2026..',
    '9999-12-31',
    '2199-12..',
    '1900..2199',
    '0000-00',
  ),
  fc.constantFrom(
    'chepkorio',
    'elgeyo-marakwet',
    'road-damage',
    'roads',
    'open',
    '-waiting',
    'area,period',
    'service,group,agency',
  ),
  fc.constantFrom('day', 'year', 'ward', 'county', '__proto__', 'toString'),
  positions.map(encodeCursor),
);

describe('whatever is asked of /api/v1', () => {
  it('nothing breaks: the answer is data or says what is wrong', async () => {
    const portal = await portalAt(test.databases.urls.web, (error) => failures.push(error));
    const { rest } = await portal.forRequest();
    await fc.assert(
      fc.asyncProperty(
        paths,
        fc.array(
          fc.oneof(fc.tuple(names, values), fc.tuple(fc.constant('cursor'), positions.map(encodeCursor))),
          { maxLength: 5 },
        ),
        async (path, parameters) => {
          const query = new URLSearchParams(parameters);
          const response = await rest(new Request(`${PUBLIC_URL}/api/v1${path}?${query}`));
          expect([200, 400, 404]).toContain(response.status);
        },
      ),
      { numRuns: 600 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('requests', 'statistics', 'releases'),
        async (code, list) => {
          const response = await rest(
            new Request(`${PUBLIC_URL}/api/v1/${list}/${encodeURIComponent(code.toWellFormed())}`),
          );
          expect([200, 400, 404]).toContain(response.status);
        },
      ),
      { numRuns: 200 },
    );
    expect(failures).toEqual([]);
    expect((await rest(new Request(`${PUBLIC_URL}/api/v1/requests/${CODES.waiting}`))).status).toBe(200);
    await portal.close();
  });
});
