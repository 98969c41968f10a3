/** Open311 GeoReport v2 as the specification has it, and as programs of other makes read it. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discovery } from '../../api/open311/descriptions.ts';
import { CODES, RELEASES, rowsOf } from '../setup/published-fixture.ts';
import { SERVICES } from '../setup/published-rows.ts';
import { schemaFaults } from '../setup/schema-faults.ts';
import { all, readXml, textOf, type Xml } from '../setup/xml.ts';
import { jurisdiction, PUBLIC_URL, type TestPortal, testPortal } from './portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

async function get(path: string, method = 'GET'): Promise<Response> {
  const portal = await test.portal.forRequest();
  return portal.open311(new Request(`${PUBLIC_URL}/open311/v2/${path}`, { method }));
}

type Json = Record<string, unknown>;
const json = async (path: string): Promise<Json[]> => (await (await get(path)).json()) as Json[];
const xml = async (path: string): Promise<Xml> => readXml(await (await get(path)).text());
const ids = (requests: readonly Json[]) => requests.map((one) => String(one['service_request_id']));
const W3C = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/;

/** What the XML says, as the Spark convention makes JSON of it, all as text. */
function spark(list: Xml): Json[] {
  return list.children.map((item) =>
    Object.fromEntries(item.children.map((field) => [field.name, sparkValue(field)])),
  );
}
function sparkValue({ children, text }: Xml): unknown {
  if (children.length === 0) return text === '' ? null : text;
  return Object.fromEntries(children.map((child) => [child.name, sparkValue(child)]));
}
const asText = (value: unknown): unknown =>
  value === null || value === ''
    ? null
    : typeof value === 'object'
      ? Object.fromEntries(Object.entries(value as Json).map(([key, one]) => [key, asText(one)]))
      : String(value);

describe('XML', () => {
  it.each([
    'discovery.xml',
    'services.xml',
    'services/water-point.xml',
    'requests.xml',
    'requests.xml?extensions=true&start_date=2000-01-01T00:00:00Z',
    'requests.xml?page_size=1',
    `requests.xml?service_request_id=${CODES.sensitive}`,
    `requests/${CODES.record}.xml?extensions=true`,
    'requests/nothing.xml',
    'requests.xml?status=done&page=0',
  ])(
    '%s is as the specification says: names, choices, times with an offset, places in degrees',
    async (path) => {
      const text = await (await get(path)).text();
      expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>/);
      expect(schemaFaults('georeport-v2', text)).toEqual([]);
    },
  );
});

describe('discovery', () => {
  it('tells clients to fetch the services anew with every release, in which they may have changed', async () => {
    const at = (published: string | null) =>
      discovery(jurisdiction, PUBLIC_URL, published === null ? null : new Date(published)).fields;
    expect(at('2027-01-04T03:00:00.034Z')).toMatchObject({
      changeset: '2027-01-04T03:00:00Z',
      endpoints: [{ changeset: '2027-01-04T03:00:00Z' }],
    });
    // What is offered changed after this one.
    const today = (await (await get('discovery.json')).json()) as Json;
    expect(today['changeset']).toBe(at(null)['changeset']);
    expect(String(today['changeset']) > RELEASES[1].published_at).toBe(true);
  });

  it('leads to the endpoint and its two forms', async () => {
    const root = await xml('discovery.xml');
    const [endpoint] = all(all(root, 'endpoints')[0] as Xml, 'endpoint');
    expect(root.name).toBe('discovery');
    expect(textOf(endpoint as Xml, 'specification')).toBe('http://wiki.open311.org/GeoReport_v2');
    expect(textOf(endpoint as Xml, 'url')).toBe(`${PUBLIC_URL}/open311/v2`);
    expect(all(all(endpoint as Xml, 'formats')[0] as Xml, 'format').map((one) => one.text)).toEqual([
      'text/xml',
      'application/json',
    ]);
    expect(await (await get('discovery.json')).json()).toMatchObject({
      changeset: expect.stringMatching(W3C),
      endpoints: [{ type: 'production', formats: ['text/xml', 'application/json'] }],
    });
  });
});

describe('services', () => {
  it('are listed in both forms alike', async () => {
    const list = await json('services.json');
    expect(list.map((one) => one['service_code'])).toEqual(SERVICES.map((one) => one.service_code));
    expect(list[0]).toMatchObject({
      service_name: 'Damaged road',
      metadata: false,
      type: 'realtime',
      group: 'Roads and lights',
    });
    const root = await xml('services.xml');
    expect([root.name, root.children[0]?.name]).toEqual(['services', 'service']);
    expect(spark(root)).toEqual(list.map(asText));
  });

  it('have a definition each, which asks for nothing', async () => {
    expect(await (await get('services/water-point.json')).json()).toEqual({
      service_code: 'water-point',
      attributes: [],
    });
    const root = await xml('services/water-point.xml');
    expect([root.name, textOf(root, 'service_code')]).toEqual(['service_definition', 'water-point']);
  });
});

describe('requests', () => {
  it('are the released ones of the last 90 days, in both forms alike', async () => {
    const list = await json('requests.json?extensions=true');
    expect(ids(list).toSorted()).toEqual(
      rowsOf(2)
        .map((row) => row.service_request_id)
        .toSorted(),
    );
    const root = await xml('requests.xml?extensions=true');
    expect([root.name, root.children[0]?.name]).toEqual(['service_requests', 'request']);
    const strip = (items: Json[]) => items.map(({ description: _, ...rest }) => rest);
    expect(strip(spark(root))).toEqual(strip(list.map(asText) as Json[]));
  });

  it('have the fields of the specification, in its order', async () => {
    const [one] = await json(`requests/${CODES.resolved}.json`);
    expect(Object.keys(one ?? {})).toEqual([
      'service_request_id',
      'status',
      'status_notes',
      'service_name',
      'service_code',
      'description',
      'agency_responsible',
      'service_notice',
      'requested_datetime',
      'updated_datetime',
      'expected_datetime',
      'address',
      'address_id',
      'zipcode',
      'lat',
      'long',
      'media_url',
    ]);
    expect(one).toMatchObject({
      status: 'closed',
      status_notes: 'resolved',
      service_name: 'Broken water point',
      service_code: 'water-point',
      agency_responsible: 'Water, Lands and Environment',
      requested_datetime: '2026-10-28T00:00:00+03:00',
      updated_datetime: '2026-11-16T06:00:00+03:00',
      expected_datetime: '2026-11-18T23:59:59+03:00',
      address: 'Tambach, Keiyo North, Elgeyo Marakwet (area only: the point is its centre)',
      lat: 0.625,
      long: 35.75,
    });
  });

  it('tell of a guarded row its month, and that it is one', async () => {
    const [one] = await json(`requests/${CODES.record}.json?extensions=true`);
    expect(one).toMatchObject({
      service_code: null,
      service_name: 'Health',
      requested_datetime: '2026-10-01T00:00:00+03:00',
      expected_datetime: null,
      description: null,
      extended_attributes: {
        requested_precision: 'month',
        requested_period: '2026-10',
        disclosure: 'guarded',
      },
    });
  });

  it.each(['sensitive', 'withheld', 'pending', 'guarded'] as const)(
    'never hold one that is %s',
    async (what) => {
      expect((await get(`requests/${CODES[what]}.json`)).status).toBe(404);
      expect(await json(`requests.json?service_request_id=${CODES[what]}`)).toEqual([]);
      expect(
        await (await get('requests.json?extensions=true&start_date=2000-01-01T00:00:00Z')).text(),
      ).not.toContain(CODES[what]);
    },
  );

  it('are found by their ids whatever else is asked', async () => {
    const asked = [CODES.waiting, CODES.record.toLowerCase()].join(',');
    const list = await json(
      `requests.json?service_request_id=${asked}&status=closed&start_date=2030-01-01T00:00:00Z&page=9`,
    );
    expect(ids(list).toSorted()).toEqual([CODES.waiting, CODES.record].toSorted());
  });

  it('are narrowed by service, status and time; a day or month counts by its first instant', async () => {
    const first = (period: string) =>
      Date.parse(`${period.length === 7 ? `${period}-01` : period}T00:00:00+03:00`);
    // At the edges of days on which something was received, where a mistake would show.
    const edges = fc
      .tuple(
        fc.constantFrom(...rowsOf(2).map((row) => first(row.received_period))),
        fc.constantFrom(-1, 0, 1, 43_200),
      )
      .map(([day, seconds]) => day + seconds * 1000);
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          start: edges,
          end: edges,
          codes: fc.subarray(SERVICES.map((one) => one.service_code)),
          status: fc.constantFrom('', 'open', 'closed', 'open,closed'),
        }),
        async ({ start: one, end: other, codes, status }) => {
          const [start, end] = [Math.min(one, other), Math.max(one, other)];
          const asked = new URLSearchParams({
            start_date: new Date(start).toISOString(),
            end_date: new Date(end).toISOString(),
            service_code: codes.join(','),
            status,
          });
          const found = ids(await json(`requests.json?${asked}`));
          const wanted = rowsOf(2).filter(
            (row) =>
              first(row.received_period) >= start &&
              first(row.received_period) <= end &&
              (codes.length === 0 || codes.some((code) => code === row.service_code)) &&
              (status === '' || status.split(',').includes(row.status)),
          );
          expect(found.toSorted()).toEqual(wanted.map((row) => row.service_request_id).toSorted());
        },
      ),
      { numRuns: 150, seed: 311 },
    );
  });

  it('are those of a release alone when asked for what was updated since', async () => {
    const since = await json(`requests.json?updated_after=${RELEASES[1].published_at}`);
    expect(ids(since).toSorted()).toEqual(
      rowsOf(2)
        .filter((row) => row.from_release === 2)
        .map((row) => row.service_request_id)
        .toSorted(),
    );
    const until = await json(`requests.json?updated_before=${RELEASES[0].published_at}`);
    expect(until.length + since.length).toBe(rowsOf(2).length);
  });

  it('come page by page, each once, whether the page before was read or not', async () => {
    const whole = ids(await json('requests.json'));
    const pages: string[] = [];
    let path: string | undefined = 'requests.json?page_size=4';
    while (path !== undefined) {
      const answer = await get(path);
      pages.push(...ids((await answer.json()) as Json[]));
      path = /<[^>]*\/open311\/v2\/([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
      if (path !== undefined) expect(path).toContain('release=2');
    }
    expect(pages).toEqual(whole);
    expect(ids(await json('requests.json?page_size=7&page=3'))).toEqual(whole.slice(14, 21));
  });
});

describe('what is wrong', () => {
  it.each([
    ['requests.json?status=done', 400],
    ['requests.json?start_date=yesterday', 400],
    ['requests.json?page=0', 400],
    ['requests.json?page_size=5000', 400],
    ['requests.json?page_size=1e2', 400],
    ['requests.json?page=%2B5', 400],
    ['requests.json?status=open,', 400],
    ['requests.json?service_code=,', 400],
    ['requests.json?start_date=2026-11-22', 400],
    ['services/%ff.json', 404],
    ['requests.json?extensions=maybe', 400],
    ['requests.json?service_code=nonsense', 400],
    ['requests.json?Nonsense%20x=nonsense', 400],
    ['requests.json?service_request_id=%3Calert%3E', 400],
    ['requests.json?jurisdiction_id=nonsense.example', 404],
    ['services.json?jurisdiction_id=nonsense.example', 404],
    ['services/nonsense.json', 404],
    ['requests/nonsense.json', 404],
    ['nonsense.json', 404],
    ['discovery/nonsense.json', 404],
  ])('%s is answered with %i in both forms, repeating nothing', async (path, status) => {
    const answer = await get(path);
    const text = await answer.text();
    expect(answer.status).toBe(status);
    const errors = JSON.parse(text) as { code: number; description: string }[];
    expect(errors.every(({ code, description }) => code === status && description.length > 10)).toBe(true);
    const other = await get(path.replace('.json', '.xml'));
    expect([other.status, other.headers.get('content-type')]).toEqual([status, 'text/xml; charset=utf-8']);
    expect(spark(readXml(await other.text()))).toEqual(errors.map(asText));
    expect(text).not.toMatch(/nonsense|done|yesterday|maybe|alert|5000|1e2/);
  });

  it('is not what is empty, nor what other servers need', async () => {
    const whole = ids(await json('requests.json'));
    const asked = 'status=&start_date=&service_code=&page=&jurisdiction_id=elgeyo-marakwet&api_key=x';
    expect(ids(await json(`requests.json?${asked}`))).toEqual(whole);
    expect((await get(`services.xml?jurisdiction_id=majibu.example`)).status).toBe(200);
  });

  it('HEAD is as GET without a body, and any site may ask', async () => {
    const head = await get('requests.xml', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('statuses', () => {
  it('say open of what waits or was reopened, and closed of what was resolved, declined or merged', async () => {
    const list = await json('requests.json');
    const statuses = new Map(list.map((one) => [one['status_notes'], one['status']]));
    expect(Object.fromEntries(statuses)).toEqual({
      waiting: 'open',
      in_progress: 'open',
      reopened: 'open',
      resolved: 'closed',
      declined: 'closed',
      merged: 'closed',
    });
  });
});

describe('programs of other makes', () => {
  it('node-open311: discovers the endpoint, appends what it wants, and takes bare arrays', async () => {
    // The package on npm (0.0.12) depends on a git:// address that no server answers any more; this is what it does.
    const data = (await (await get('discovery.json')).json()) as { endpoints: Json[] };
    const endpoint = data.endpoints.find(
      (one) =>
        one['specification'] === 'http://wiki.open311.org/GeoReport_v2' && one['type'] === 'production',
    );
    const base = `${String(endpoint?.['url'])}/`.replace(`${PUBLIC_URL}/open311/v2/`, '');
    const services = await json(`${base}services.json`);
    const list = await json(`${base}requests.json?status=open&page_size=5`);
    expect(services.length).toBeGreaterThan(3);
    for (const request of list) {
      expect(
        services.some((one) => one['service_code'] === request['service_code']) ||
          request['service_code'] === null,
      ).toBe(true);
      for (const name of ['requested_datetime', 'updated_datetime'])
        expect(Number.isNaN(new Date(String(request[name])).getTime())).toBe(false);
    }
    expect(await json(`${base}requests/${ids(list)[0]}.json`)).toMatchObject([{ status: 'open' }]);
  });

  it('FixMyStreet: imports every request that has id, place and a time of update in its range', async () => {
    // Its importer skips whatever has no lat and long, an updated_datetime that W3CDTF cannot read, or one outside of
    // the range that it asked for; it compares times as text in UTC.
    const [start, end] = ['2026-10-01T00:00:00Z', '2026-11-22T00:00:00Z'];
    const root = await xml(
      `requests.xml?jurisdiction_id=elgeyo-marakwet&start_date=${start}&end_date=${end}`,
    );
    const taken = all(root, 'request').filter((request) => {
      const updated = textOf(request, 'updated_datetime') ?? '';
      if (!W3C.test(updated) || !W3C.test(textOf(request, 'requested_datetime') ?? '')) return false;
      const inUtc = new Date(updated).toISOString().replace('.000', '');
      return Boolean(textOf(request, 'lat') && textOf(request, 'long')) && inUtc >= start && inUtc <= end;
    });
    const wanted = rowsOf(2).filter(
      (row) => !['2026-10', '2026-10-01'].includes(row.received_period) && row.received_period > '2026-10',
    );
    expect(taken.map((request) => textOf(request, 'service_request_id')).toSorted()).toEqual(
      wanted.map((row) => row.service_request_id).toSorted(),
    );
    expect(wanted.length).toBeGreaterThan(20);
  });
});
