import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODES, rowsOf } from '../../setup/published-fixture.ts';
import { portalAt, type TestPortal, testPortal } from '../portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

type Init = { method?: string; headers?: Record<string, string> };

async function ask(path: string, init: Init = {}): Promise<Response> {
  const { download } = await test.portal.forRequest();
  return download(new Request(`https://majibu.example${path}`, init));
}
const rowsAt = async (path: string): Promise<Record<string, string>[]> => {
  const answer = await ask(path);
  expect(answer.status).toBe(200);
  return parse(await answer.text(), { columns: true, record_delimiter: '\n' });
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a file of a release', () => {
  it('has the rows, bytes and digest that the manifest says, and the manifest has its own', async () => {
    for (const release of [1, 2]) {
      const manifest = await ask(`/data/${release}/manifest.json`);
      const bytes = new Uint8Array(await manifest.arrayBuffer());
      const { api } = await test.portal.forRequest();
      const described = await api.releases.get({ release });
      expect(sha256(bytes)).toBe(described.manifest_sha256);
      const { files } = JSON.parse(new TextDecoder().decode(bytes));
      expect(files).toEqual(described.files);
      for (const file of files) {
        const answer = await ask(file.path);
        const body = new Uint8Array(await answer.arrayBuffer());
        expect([file.path, body.length, sha256(body)]).toEqual([file.path, file.bytes, file.sha256]);
        expect(answer.headers.get('content-length')).toBe(String(body.length));
        expect(answer.headers.get('etag')).toBe(`"${file.sha256}"`);
      }
    }
  });

  it('has the rows of that release and no other', async () => {
    for (const release of [1, 2]) {
      const rows = await rowsAt(`/data/${release}/requests.csv`);
      const ids = rows.map((row) => row['service_request_id']).sort();
      expect(ids).toEqual(
        rowsOf(release)
          .map((row) => row.service_request_id)
          .sort(),
      );
    }
    const [then] = (await rowsAt('/data/1/requests.csv')).filter(
      (row) => row['service_request_id'] === CODES.resolved,
    );
    const [now] = (await rowsAt('/data/2/requests.csv')).filter(
      (row) => row['service_request_id'] === CODES.resolved,
    );
    expect([then?.['outcome'], now?.['outcome']]).toEqual(['in_progress', 'resolved']);
  });

  it('is the newest one where the address names none', async () => {
    const [newest, second] = await Promise.all([ask('/data/requests.csv'), ask('/data/2/requests.csv')]);
    expect(await newest.text()).toBe(await second.text());
    expect(newest.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=86400');
    expect(second.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('says what it is, of which release, and where it is described', async () => {
    const { headers } = await ask('/data/requests.csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="elgeyo-marakwet-requests-release-2.csv"',
    );
    expect(headers.get('last-modified')).toBe('Mon, 16 Nov 2026 03:00:00 GMT');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('link')).toContain('<https://majibu.example/data/requests>; rel="describedby"');
    expect(headers.get('link')).toContain(
      '<https://majibu.example/data/2/requests.csv-metadata.json>; rel="describedby"; type="application/csvm+json"',
    );
    expect(headers.get('accept-ranges')).toBeNull();
  });

  it('begins with a byte order mark for Excel when asked, and only then', async () => {
    const plain = await ask('/data/2/areas.csv');
    const marked = await ask('/data/2/areas.csv?bom=true');
    const [a, b] = [await plain.arrayBuffer(), await marked.arrayBuffer()].map((bytes) => Buffer.from(bytes));
    expect(b?.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(b?.subarray(3)).toEqual(a);
    // What the guard against formulas adds is known only once it is sent.
    expect(marked.headers.get('content-length')).toBeNull();
    expect(marked.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    // Nobody should hold it against the checksum of the other.
    expect(marked.headers.get('content-disposition')).toContain('areas-release-2-spreadsheet.csv');
    expect((await ask('/data/2/areas.json?bom=true')).status).toBe(400);
  });

  it('is not sent to a client that has it', async () => {
    const first = await ask('/data/requests.csv');
    const etag = first.headers.get('etag') ?? '';
    await first.body?.cancel();
    const known: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"other", W/${etag}` },
      { 'if-none-match': '*' },
      { 'if-modified-since': 'Mon, 16 Nov 2026 03:00:00 GMT' },
    ];
    for (const headers of known) {
      const again = await ask('/data/requests.csv', { headers });
      expect([headers, again.status, await again.text()]).toEqual([headers, 304, '']);
      expect(again.headers.get('etag')).toBe(etag);
    }
    const outdated: Record<string, string>[] = [
      { 'if-none-match': '"other"' },
      { 'if-none-match': '"other"', 'if-modified-since': 'Mon, 16 Nov 2026 03:00:00 GMT' },
      { 'if-modified-since': 'Mon, 16 Nov 2026 02:59:59 GMT' },
      { 'if-modified-since': 'yesterday' },
    ];
    for (const headers of outdated) {
      const again = await ask('/data/requests.csv', { headers });
      expect([headers, again.status]).toEqual([headers, 200]);
      await again.body?.cancel();
    }
  });

  it('answers HEAD as GET without the body, and OPTIONS with what is allowed', async () => {
    for (const path of ['/data/requests.csv', '/data/2/areas.geojson', '/data/requests.ndjson?status=open']) {
      const [get, head] = await Promise.all([ask(path), ask(path, { method: 'HEAD' })]);
      expect([...head.headers]).toEqual([...get.headers]);
      expect(await head.text()).toBe('');
      await get.body?.cancel();
    }
    const options = await ask('/data/requests.csv', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    const post = await ask('/data/requests.csv', { method: 'POST' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('opens as a map', async () => {
    const answer = await ask('/data/areas.geojson');
    expect(answer.headers.get('content-type')).toMatch('application/geo+json');
    const map = await answer.json();
    expect(map.features).toHaveLength(7);
    expect(map.features[0]).toMatchObject({
      type: 'Feature',
      id: 'elgeyo-marakwet',
      geometry: { type: 'Polygon' },
      properties: { name: 'Elgeyo Marakwet', schematic: true, population: 454480 },
    });
  });
});

describe('a filtered download', () => {
  it.each([
    'area=keiyo-south',
    'service=water-point',
    'group=water',
    'agency=roads',
    'period=2026-10',
    'period=2026-10-28..',
    'status=closed',
    'outcome=declined',
    'area=keiyo-north&group=water&status=open&period=2026',
  ])('has what the list has: %s', async (query) => {
    const { api } = await test.portal.forRequest();
    const list = await api.requests.list(Object.fromEntries(new URLSearchParams(query)));
    expect(list.total).toBeGreaterThan(0);
    expect(list.total).toBeLessThan(rowsOf(2).length);
    const rows = await rowsAt(`/data/requests.csv?${query}`);
    expect(rows.map((row) => row['service_request_id'])).toEqual(
      list.data.map((row) => row.service_request_id),
    );
    const objects = await (await ask(`/data/2/requests.json?${query}`)).json();
    expect(objects).toEqual(list.data);
  });

  it('is another file than the whole, and the same one each time', async () => {
    const tag = async (path: string) => (await ask(path, { method: 'HEAD' })).headers;
    const whole = await tag('/data/requests.csv');
    const open = await tag('/data/requests.csv?status=open&area=');
    const again = await tag('/data/2/requests.csv?status=open');
    expect(open.get('etag')).not.toBe(whole.get('etag'));
    expect(open.get('etag')).toBe(again.get('etag'));
    expect((await tag('/data/requests.csv?status=closed')).get('etag')).not.toBe(open.get('etag'));
    expect((await tag('/data/1/requests.csv?status=open')).get('etag')).not.toBe(open.get('etag'));
    expect(open.get('content-length')).toBeNull();
    expect(open.get('content-disposition')).toContain('requests-release-2-filtered.csv');
  });

  it.each([
    { query: 'status=perhaps', names: ['status'] },
    { query: 'status=open&status=closed', names: ['status'] },
    { query: 'area=nowhere', names: ['area'] },
    { query: 'area=no where&period=2026-13&outcome=lost', names: ['area', 'period', 'outcome'] },
    { query: 'ward=chepkorio', names: ['ward'] },
    { query: '0712345678=chepkorio', names: [null] },
    { query: 'bom=yes', names: ['bom'] },
    { query: "area=x'%20or%20true--", names: ['area'] },
    { query: 'period=2026%27%3B%20drop%20table%20published.release%3B--', names: ['period'] },
    { query: 'service=%00', names: ['service'] },
    { query: 'group=$1', names: ['group'] },
    { query: 'agency=roads%0Acopy', names: ['agency'] },
  ])('is refused by name and without echo when a parameter is wrong: $query', async ({ query, names }) => {
    const answer = await ask(`/data/requests.csv?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const text = await answer.text();
    const { errors } = JSON.parse(text);
    expect(errors.map((error: { parameter: string | null }) => error.parameter)).toEqual(names);
    for (const error of errors) expect(error.detail.length).toBeGreaterThan(10);
    expect(text).not.toMatch(
      /perhaps|nowhere|no where|2026-13|lost|0712|chepkorio|yes|or true|drop|\$1|roads/,
    );
  });

  it('is refused when a value is endless', async () => {
    const answer = await ask(`/data/requests.csv?agency=${'a'.repeat(5000)}`);
    expect(answer.status).toBe(400);
    expect((await answer.text()).length).toBeLessThan(500);
  });

  it('is only of requests', async () => {
    expect((await ask('/data/areas.csv?area=chepkorio')).status).toBe(400);
    expect((await ask('/data/2/manifest.json?area=chepkorio')).status).toBe(400);
  });
});

describe('an address that is none', () => {
  it.each([
    '/data/nothing.csv',
    '/data/requests.xml',
    '/data/requests.geojson',
    '/data/99/requests.csv',
    '/data/0/requests.csv',
    '/data/-1/requests.csv',
    '/data/99999999999999/requests.csv',
    '/data/2/2/requests.csv',
    '/data/../requests.csv',
    '/data/2/nothing.json',
    '/data/manifest.json',
    "/data/requests'.csv",
  ])('is not found, in words: %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect((await answer.json()).detail).toMatch(/^(There (is no|are)|The dataset|Datasets)/);
  });

  it('lists what there is', async () => {
    expect((await (await ask('/data/nothing.csv')).json()).detail).toContain('response_times');
    expect((await (await ask('/data/requests.xml')).json()).detail).toContain(
      'csv, xlsx, parquet, ndjson, json',
    );
  });
});

describe('when there is nothing to send', () => {
  it('says so before the first release', async () => {
    const empty = await testPortal({ seeded: false });
    const { download } = await empty.portal.forRequest();
    const answer = await download(new Request('https://majibu.example/data/requests.csv'));
    expect(answer.status).toBe(503);
    expect((await answer.json()).detail).toContain('no release');
    await empty.close();
  });

  it('says so while the database is away, and names no address of it', async () => {
    const portal = await portalAt('postgresql://nobody:secret@127.0.0.1:1/nothing');
    const { download } = await portal.forRequest();
    const answer = await download(new Request('https://majibu.example/data/requests.csv'));
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer.text()).not.toMatch(/secret|127\.0\.0\.1|ECONN/);
    await portal.close();
  });
});
