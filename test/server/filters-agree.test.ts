/** Whatever a list is narrowed to, the page, the API, the feed, the download and Open311 hold the same reports. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCIES, AREAS, GROUPS, SERVICES } from '../setup/published-rows.ts';
import { openSeededPortal, type SeededPortal } from '../setup/seeded-portal.ts';
import { all, readXml, textOf } from '../setup/xml.ts';

let portal: SeededPortal;
beforeAll(async () => {
  portal = await openSeededPortal();
}, 180_000);
afterAll(() => portal?.stop());

const text = async (path: string) => {
  const answer = await fetch(portal.url + path);
  if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
  return answer.text();
};
const ofJson = (list: unknown): string[] =>
  Array.isArray(list) ? list.map((one: { service_request_id: string }) => one.service_request_id) : [];

/** Months, since those are whole in Open311's times too. */
const MONTHS = ['2026-09', '2026-10', '2026-11'] as const;
const chosen = {
  area: fc.constantFrom(...AREAS.map((one) => one.area_code)),
  service: fc.constantFrom(...SERVICES.map((one) => one.service_code)),
  group: fc.constantFrom(...Object.keys(GROUPS)),
  agency: fc.constantFrom(...AGENCIES.map((one) => one.agency_code)),
  period: fc.constantFrom(...MONTHS),
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

function open311(asked: Filters): URLSearchParams {
  const { service, period, ...others } = asked;
  const query = new URLSearchParams({ ...others, start_date: '2000-01-01T00:00:00Z' } as Record<
    string,
    string
  >);
  if (service !== undefined) query.set('service_code', service);
  if (period !== undefined) {
    const next = `2026-${Number(period.slice(5)) + 1}`;
    query.set('start_date', `${period}-01T00:00:00+03:00`);
    query.set('end_date', new Date(Date.parse(`${next}-01T00:00:00+03:00`) - 1000).toISOString());
  }
  return query;
}

describe('filters', () => {
  it('mean the same everywhere', async () => {
    const sizes = new Set<number>();
    await fc.assert(
      fc.asyncProperty(filters, async (asked) => {
        const query = new URLSearchParams(asked as Record<string, string>);
        const [api, feed, download, georeport, page] = await Promise.all([
          text(`/api/v1/requests?limit=1000&${query}`),
          text(`/feeds/requests.atom?limit=1000&${query}`),
          text(`/data/requests.ndjson?${query}`),
          text(`/open311/v2/requests.json?${open311(asked)}`),
          text(`/requests?${query}`),
        ]);
        const wanted = ofJson((JSON.parse(api) as { data: unknown }).data).toSorted();
        sizes.add(wanted.length);
        const inFeed = all(readXml(feed), 'entry').map((one) => textOf(one, 'id')?.split('/').at(-1));
        const inFile = download
          .split('\n')
          .flatMap((line) => (line === '' ? [] : ofJson([JSON.parse(line)])));
        const onPage = [...page.matchAll(/<span class="code">([\w-]+)<\/span>/g)].map(([, code]) => code);
        expect(inFeed.toSorted()).toEqual(wanted);
        expect(inFile.toSorted()).toEqual(wanted);
        expect(ofJson(JSON.parse(georeport)).toSorted()).toEqual(wanted);
        expect(onPage.toSorted()).toEqual(wanted);
      }),
      { numRuns: 60, seed: 20261122 },
    );
    // Not all of them were empty, nor all whole.
    expect(sizes.size).toBeGreaterThan(5);
  });
});
