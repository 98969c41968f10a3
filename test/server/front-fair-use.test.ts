import { afterEach, describe, expect, it } from 'vitest';
import { FAIR_USE } from '../../api/fair-use.ts';
import { startFront, type TestFront } from './front-setup.ts';

let front: TestFront;
afterEach(() => front.close());

/** A client that is told from others: requests of this machine are only when a proxy says whom they are of. */
const newsroom = { 'x-forwarded-for': '192.0.2.7' };

function start(limits: { client_burst?: number; client_per_second?: number } = {}): Promise<TestFront> {
  return startFront({
    limits,
    options: { proxies: 1 },
    portal: {
      rest: async () => Response.json({ data: [] }),
      download: async () => new Response('a,b\n', { headers: { 'content-type': 'text/csv' } }),
    },
  });
}

describe('fair use', () => {
  it('is said with every answer of the API and of open data, and with no page', async () => {
    front = await start();
    for (const path of ['/api/v1/areas', '/data/requests.csv', '/api/trpc/areas.list'])
      expect([path, (await front.ask(path)).headers['ratelimit-policy']]).toEqual([
        path,
        '"made";q=600;w=10',
      ]);
    expect((await front.ask('/areas')).headers['ratelimit-policy']).toBeUndefined();
  });

  it('beyond it a program is told as a problem, with when to come again', async () => {
    front = await start({ client_burst: 3, client_per_second: 0.5 });
    const ask = (n: number) => front.ask(`/api/v1/areas?release=${n}`, { headers: newsroom });
    for (let n = 1; n <= 3; n++) expect((await ask(n)).status).toBe(200);
    const refused = await ask(4);
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'retry-after': '2',
      ratelimit: '"made";r=0;t=2',
      'ratelimit-policy': '"made";q=600;w=10',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
    expect(refused.headers['access-control-expose-headers']).toMatch(/RateLimit, .*Retry-After/);
    expect(JSON.parse(refused.text)).toMatchObject({ status: 429, title: 'Too Many Requests' });
  });

  it('counts nobody for what others asked before, which comes from memory', async () => {
    front = await start({ client_burst: 1, client_per_second: 0.001 });
    for (let i = 0; i < 50; i++)
      expect((await front.ask('/api/v1/areas', { headers: newsroom })).status).toBe(200);
  });

  it('is never met by a newsroom: every file of ten releases, and every page of a hundred lists', async () => {
    front = await start({ client_per_second: 0 });
    const formats = ['csv', 'ndjson', 'json', 'parquet', 'xlsx'];
    const files = Array.from({ length: 10 }, (_, n) => n + 1).flatMap((release) =>
      ['requests', 'response_times', 'areas', 'services', 'agencies'].flatMap((dataset) =>
        formats.map((format) => `/data/${release}/${dataset}.${format}`),
      ),
    );
    const lists = Array.from({ length: 100 }, (_, n) => `/api/v1/requests?cursor=${n}`);
    const asked = [...files, ...lists];
    expect(asked.length).toBeLessThan(FAIR_USE.burst);
    for (const path of asked) expect((await front.ask(path, { headers: newsroom })).status).toBe(200);
  });

  it('leaves one client alone for what another does', async () => {
    front = await start({ client_burst: 1, client_per_second: 0.001 });
    await front.ask('/api/v1/areas', { headers: newsroom });
    expect((await front.ask('/api/v1/services', { headers: newsroom })).status).toBe(429);
    const other = await front.ask('/api/v1/services', { headers: { 'x-forwarded-for': '192.0.2.8' } });
    expect(other.status).toBe(200);
  });
});

describe('another site', () => {
  it.each(['/api/v1/requests', '/data/requests.csv', '/open311/v2/requests.json', '/feeds/requests.atom'])(
    'may ask for open data, also with a condition or a range: %s',
    async (path) => {
      front = await start();
      const preflight = await front.ask(path, {
        method: 'OPTIONS',
        headers: { origin: 'https://news.example', 'access-control-request-method': 'GET' },
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers['access-control-allow-origin']).toBe('*');
      expect(preflight.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS');
      expect(preflight.headers['access-control-allow-headers']).toMatch(/range.*if-none-match/);
    },
  );

  it.each(['/', '/developers', '/i/K7Q-M2F-9XH4', '/i/K7Q-M2F-9XH4/view', '/assets/site.abc.css', '/readyz'])(
    'may not read what is not open data: %s',
    async (path) => {
      front = await start();
      for (const method of ['OPTIONS', 'GET'])
        expect((await front.ask(path, { method })).headers['access-control-allow-origin']).toBeUndefined();
    },
  );
});
