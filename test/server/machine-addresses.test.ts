/** What programs ask for: lists page by page give what they give at once; heads, conditions and other sites. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../setup/parse-csv.ts';
import { rowsOf } from '../setup/published-fixture.ts';
import { openSeededPortal, type SeededPortal } from '../setup/seeded-portal.ts';

let portal: SeededPortal;
beforeAll(async () => {
  portal = await openSeededPortal();
}, 240_000);
afterAll(() => portal?.stop());

const rows = rowsOf(2);

async function text(address: string): Promise<string> {
  const response = await fetch(portal.url + address);
  const body = await response.text();
  expect([address, response.status]).toEqual([address, 200]);
  return body;
}

async function codesOfList(path: string, query: string, limit: number): Promise<string[]> {
  const codes: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { data: { service_request_id: string }[]; next: string | null } = JSON.parse(
      await text(`${path}?${query}&limit=${limit}${cursor && `&cursor=${cursor}`}`),
    );
    codes.push(...page.data.map((row) => row.service_request_id));
    cursor = page.next;
  }
  return codes;
}

/** Beside those of filters-agree.test.ts: in small pages, through changes, and as CSV of the release itself. */
async function everyWay(query: string): Promise<Readonly<Record<string, string[]>>> {
  const html = await text(query === '' ? '/sw/requests' : `/sw/requests?${query}`);
  return {
    at_once: await codesOfList('/api/v1/requests', query, 1000),
    by_sevens: await codesOfList('/api/v1/requests', query, 7),
    oldest_first: await codesOfList('/api/v1/requests', `${query}&sort=received`, 4),
    changes: await codesOfList('/api/v1/changes', query, 6),
    csv: parseCsv(await text(`/data/2/requests.csv?${query}`)).map((row) => row['service_request_id'] ?? ''),
    swahili: [...html.matchAll(/<span class="code">([\w-]+)<\/span>/g)].map((match) => match[1] ?? ''),
  };
}

const some = <T>(values: readonly T[]) =>
  fc.option(fc.constantFrom(...new Set(values)), { nil: undefined, freq: 2 });
const known = (values: readonly (string | null)[]) => values.flatMap((value) => value ?? []);
const filters = fc.record({
  area: some([...rows.map((row) => row.area_code), 'keiyo-south', 'elgeyo-marakwet']),
  service: some(known(rows.map((row) => row.service_code))),
  group: some(known(rows.map((row) => row.service_group))),
  agency: some(known(rows.map((row) => row.agency_responsible))),
  status: some(['open', 'closed']),
  outcome: some(rows.map((row) => row.outcome)),
  period: some([
    '2026',
    '2026-10',
    '2026-09..2026-10',
    '..2026-08',
    '2026-10-15..',
    ...rows.map((row) => row.received_period),
  ]),
});

describe('a list under any filter', () => {
  it('gives page by page, by change and as a file what it gives at once', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(filters, async (given) => {
        const chosen = Object.entries(given).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        );
        const ways = await everyWay(new URLSearchParams(chosen).toString());
        const expected = (ways['at_once'] ?? []).toSorted();
        told += expected.length;
        for (const [way, codes] of Object.entries(ways))
          expect([way, codes.toSorted()]).toEqual([way, expected]);
        // What needs no hierarchy and no calendar is reckoned here once more.
        const { area, period, service, group, agency, status, outcome } = given;
        if (area === undefined && period === undefined)
          expect(expected).toEqual(
            rows
              .filter(
                (row) =>
                  (service === undefined || row.service_code === service) &&
                  (group === undefined || row.service_group === group) &&
                  (agency === undefined || row.agency_responsible === agency) &&
                  (status === undefined || row.status === status) &&
                  (outcome === undefined || row.outcome === outcome),
              )
              .map((row) => row.service_request_id)
              .toSorted(),
          );
      }),
      { numRuns: 60, seed: 20261122 },
    );
    expect(told).toBeGreaterThan(rows.length * 2);
  });
});

describe('what programs ask for', () => {
  const OPEN = [
    '/api/v1/requests?limit=3',
    '/api/v1/openapi.json',
    '/api/v1/majibu.ts',
    '/api/v1/statistics/requests_open?release=1',
    '/api/v1/nowhere',
    '/data/requests.csv',
    '/data/1/requests.csv',
    '/data/1/requests.parquet',
    '/data/2/manifest.json',
    '/feeds/requests.atom',
    '/releases.atom',
    '/open311/v2/requests.json',
    '/open311/v2/discovery.xml',
    '/data.json',
    '/catalog.ttl',
  ];

  it.each(OPEN)('has the same head with HEAD as with GET, and is open to other sites: %s', async (path) => {
    const [get, head] = await Promise.all([
      fetch(portal.url + path),
      fetch(portal.url + path, { method: 'HEAD' }),
    ]);
    const headers = ({ headers }: Response) =>
      Object.fromEntries(
        [...headers].filter(([name]) => !/^(date|transfer-encoding|connection|keep-alive)$/.test(name)),
      );
    expect([head.status, headers(head)]).toEqual([get.status, headers(get)]);
    expect(await head.text()).toBe('');
    expect(get.headers.get('access-control-allow-origin')).toBe('*');
    await get.body?.cancel();
  });

  it.each(OPEN.filter((path) => !path.endsWith('nowhere')))(
    'is not sent twice to who has it: %s',
    async (path) => {
      const first = await fetch(portal.url + path);
      await first.body?.cancel();
      const etag = first.headers.get('etag') ?? '';
      const again = await fetch(portal.url + path, { headers: { 'if-none-match': etag } });
      expect([etag === '', again.status, await again.text()]).toEqual([false, 304, '']);
    },
  );
});
