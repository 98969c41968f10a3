/** Whatever a list is narrowed to, page, API, feed, downloads and Open311 hold the same reports, reckoned here once more. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestVersion } from '../../db/schema/published.ts';
import { rowsOf } from '../setup/published-fixture.ts';
import { AGENCIES, AREAS, GROUPS, SERVICES } from '../setup/published-rows.ts';
import { type Row, readCsv, readParquet, readWorkbook } from '../setup/read-files.ts';
import { openSeededPortal, type SeededPortal } from '../setup/seeded-portal.ts';
import { all, readXml, textOf } from '../setup/xml.ts';

let portal: SeededPortal;
beforeAll(async () => {
  portal = await openSeededPortal();
}, 240_000);
afterAll(() => portal?.stop());

async function bytes(path: string): Promise<Buffer> {
  const answer = await fetch(path.startsWith('http') ? path : portal.url + path);
  if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
  return Buffer.from(await answer.arrayBuffer());
}
const text = async (path: string) => (await bytes(path)).toString('utf8');
const ids = (list: readonly Row[]): string[] => list.map((one) => String(one['service_request_id']));

/** Days and months at which something was received, where a mistake would show, and what lies around them. */
const PERIODS = [
  ...[
    '2026',
    '2025',
    '2026-10',
    '2026-11',
    '2026-09',
    '2026-10-01',
    '2026-10-28',
    '2026-10-12',
    '2026-11-01',
  ],
  ...[
    '..2026-10',
    '2026-11..',
    '2026-10-12..2026-11-01',
    '2026-10-13..2026-10-27',
    '2026-10-31..',
    '..2026-10-30',
  ],
  ...[
    '2026-10..2026-10',
    '2026-10-01..2026-10-31',
    '2026-10-02..2026-10-31',
    '2025..2026',
    '2026-09-30..2026-10-01',
  ],
];
const chosen = {
  area: fc.constantFrom(...AREAS.map((one) => one.area_code)),
  service: fc.constantFrom(...SERVICES.map((one) => one.service_code)),
  group: fc.constantFrom(...Object.keys(GROUPS)),
  agency: fc.constantFrom(...AGENCIES.map((one) => one.agency_code)),
  period: fc.constantFrom(...PERIODS),
  status: fc.constantFrom('open', 'closed'),
  outcome: fc.constantFrom('waiting', 'in_progress', 'resolved', 'reopened', 'declined', 'merged'),
};
/** Three at most: more leave nothing. */
const filters = fc
  .tuple(fc.record(chosen), fc.subarray(Object.keys(chosen), { maxLength: 3 }))
  .map(([every, names]) =>
    Object.fromEntries(Object.entries(every).filter(([name]) => names.includes(name))),
  );
type Filters = Readonly<Partial<Record<string, string>>>;

/** First and last day of what a text covers; null: open at that end. */
function days(period: string): readonly [string | null, string | null] {
  const [start = '', end = start] = period.split('..');
  return [
    start === '' ? null : `${start}-01-01`.slice(0, 10),
    end === '' ? null : `${end}${'-12-31'.slice(end.length === 4 ? 0 : 3)}`.slice(0, 10),
  ];
}
const within = (day: string, [first, last]: readonly [string | null, string | null]) =>
  (first === null || day >= first) && (last === null || day <= last);

/** A place and all below it. */
function lies(area: string | null, asked: string): boolean {
  if (area === null || area === asked) return area === asked;
  return lies(AREAS.find((one) => one.area_code === area)?.parent_code ?? null, asked);
}

function narrowed({ area, service, group, agency, status, outcome }: Filters): RequestVersion[] {
  return rowsOf(2).filter(
    (row) =>
      (area === undefined || lies(row.area_code, area)) &&
      (service === undefined || row.service_code === service) &&
      (group === undefined || row.service_group === group) &&
      (agency === undefined || row.agency_responsible === agency) &&
      (status === undefined || row.status === status) &&
      (outcome === undefined || row.outcome === outcome),
  );
}

/** A row known by its month lies in a period that holds the whole of it. */
function reckoned(asked: Filters): string[] {
  const { period } = asked;
  const lying = narrowed(asked).filter(({ received_period: received }) => {
    if (period === undefined) return true;
    const last = received.length === 7 ? days(received)[1] : received;
    return within(days(received)[0] ?? '', days(period)) && within(last ?? '', days(period));
  });
  return lying.map((row) => row.service_request_id).toSorted();
}

/** To Open311 a month is its first instant. */
function reckonedByInstant(asked: Filters): string[] {
  const range = days(asked['period'] ?? '..');
  return narrowed(asked)
    .filter((row) => within(days(row.received_period)[0] ?? '', range))
    .map((row) => row.service_request_id)
    .toSorted();
}

function open311(asked: Filters): URLSearchParams {
  const { service, period, ...others } = asked;
  const query = new URLSearchParams(Object.entries(others).map(([name, value]) => [name, String(value)]));
  const [first, last] = days(period ?? '..');
  query.set('start_date', `${first ?? '2000-01-01'}T00:00:00+03:00`);
  if (service !== undefined) query.set('service_code', service);
  if (last !== null) query.set('end_date', `${last}T23:59:59+03:00`);
  return query;
}

async function everyPageOf(
  path: string,
  next: (body: string, headers: Headers) => string | null,
): Promise<string[]> {
  const bodies: string[] = [];
  for (let at: string | null = path; at !== null; ) {
    const answer: Response = await fetch(at.startsWith('http') ? at : portal.url + at);
    const body = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} for ${at}`);
    bodies.push(body);
    at = next(body, answer.headers);
  }
  return bodies;
}
const nextLink = (_: string, headers: Headers) =>
  /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? null;
const nextOfFeed = (body: string) =>
  all(readXml(body), 'link').find((one) => one.attributes['rel'] === 'next')?.attributes['href'] ?? null;
const idsOfApi = (body: string) => ids(JSON.parse(body).data);
const idsOfFeed = (body: string) =>
  all(readXml(body), 'entry').map((one) => textOf(one, 'id')?.split('/').at(-1) ?? '');
const idsOfPage = (html: string) =>
  [...html.matchAll(/<span class="code">([\w-]+)<\/span>/g)].map(([, code]) => code ?? '');

describe('filters', () => {
  it('mean the same everywhere, at once and page by page', async () => {
    const sizes = new Set<number>();
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 4, max: 13 }), async (asked, size) => {
        const query = new URLSearchParams(
          Object.entries(asked).map(([name, value]) => [name, String(value)]),
        );
        const [api, feed, georeport, page, ndjson, csv, parquet, workbook] = await Promise.all([
          everyPageOf(`/api/v1/requests?limit=${size}&${query}`, nextLink),
          everyPageOf(`/feeds/requests.atom?limit=${size}&${query}`, nextOfFeed),
          everyPageOf(`/open311/v2/requests.json?page_size=${size}&${open311(asked)}`, nextLink),
          text(`/requests?${query}`),
          text(`/data/requests.ndjson?${query}`),
          bytes(`/data/2/requests.csv?${query}`),
          bytes(`/data/requests.parquet?${query}`),
          bytes(`/data/requests.xlsx?${query}`),
        ]);
        const wanted = reckoned(asked);
        sizes.add(wanted.length);
        const ways = {
          api: api.flatMap(idsOfApi),
          feed: feed.flatMap(idsOfFeed),
          page: idsOfPage(page),
          ndjson: ids(ndjson.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))),
          csv: ids(readCsv(csv)),
          parquet: ids((await readParquet(parquet)).rows),
          workbook: ids(await readWorkbook(workbook)),
        };
        for (const [way, found] of Object.entries(ways))
          expect([way, found.toSorted()]).toEqual([way, wanted]);
        expect(georeport.flatMap((body) => ids(JSON.parse(body))).toSorted()).toEqual(
          reckonedByInstant(asked),
        );
        for (const body of api) expect(JSON.parse(body).total).toBe(wanted.length);
      }),
      { numRuns: 30, seed: 20261122 },
    );
    // Not all of them were empty, nor all whole.
    expect(sizes.size).toBeGreaterThan(5);
  });

  it('of a place hold what lies below it, at each level; what is known more coarsely only where it is known', async () => {
    for (const { area_code: area } of AREAS)
      expect(idsOfApi(await text(`/api/v1/requests?area=${area}&limit=1000`)).toSorted()).toEqual(
        reckoned({ area }),
      );
    const guarded = rowsOf(2).filter((row) => row.disclosure === 'guarded');
    expect(guarded.length).toBeGreaterThan(3);
    for (const row of guarded) {
      expect(reckoned({ area: 'elgeyo-marakwet' })).toContain(row.service_request_id);
      expect(reckoned({ area: 'keiyo-north' })).not.toContain(row.service_request_id);
      expect(reckoned({ period: row.received_period })).toContain(row.service_request_id);
      expect(reckoned({ period: `${row.received_period}-01` })).not.toContain(row.service_request_id);
    }
  });

  it('leave the order as it is: page and API alike, and a page goes on where the API would', async () => {
    for (const sort of ['-received', 'received', '-waiting'])
      for (const query of ['', '&area=keiyo-south', '&period=2026-10..2026-11&group=roads']) {
        const whole = idsOfApi(await text(`/api/v1/requests?limit=1000&sort=${sort}${query}`));
        const walked = await everyPageOf(`/api/v1/requests?limit=3&sort=${sort}${query}`, nextLink);
        expect(walked.flatMap(idsOfApi)).toEqual(whole);
        expect(idsOfPage(await text(`/requests?sort=${sort}${query}`))).toEqual(whole);
        const { next } = JSON.parse(walked[0] ?? '');
        if (next !== null)
          expect(idsOfPage(await text(`/requests?sort=${sort}${query}&cursor=${next}`))).toEqual(
            whole.slice(3),
          );
      }
  });
});
