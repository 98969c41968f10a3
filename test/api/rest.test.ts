import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '../../api/router.ts';
import { CODES, rowsOf } from '../setup/published-fixture.ts';
import { PUBLIC_URL, type TestPortal, testPortal } from './portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

async function rest(path: string, init: RequestInit = {}): Promise<Response> {
  const { rest: handle } = await test.portal.forRequest();
  return handle(new Request(`${PUBLIC_URL}/api/v1${path}`, init));
}

const body = async (path: string) => (await rest(path)).json();

describe('an answer of /api/v1', () => {
  it.each([
    '/requests',
    `/requests/${CODES.waiting}`,
    '/areas',
    '/areas?geometry=true',
    '/services',
    '/agencies',
    '/statistics',
    '/statistics/requests_received?group_by=area,period',
    '/statistics/accounted_for',
    '/releases',
    '/releases/latest',
    '/releases/1',
    '/datasets',
    '/openapi.json',
  ])('is JSON that any site may read: %s', async (path) => {
    const response = await rest(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toBeTypeOf('object');
  });

  it('is the same as what the pages are given', async () => {
    const { api } = await test.portal.forRequest();
    expect(await body('/requests?area=keiyo-south&status=open&limit=5')).toEqual(
      await api.requests.list({ area: 'keiyo-south', status: 'open', limit: 5 }),
    );
    expect(await body('/areas?geometry=true')).toEqual(await api.areas.list({ geometry: true }));
  });

  it('takes an empty parameter, as a form sends it, for none', async () => {
    expect(await body('/requests?area=&period=')).toEqual(await body('/requests'));
  });

  it('leads through all pages by its Link header', async () => {
    const seen: string[] = [];
    let path: string | null = '/requests?limit=7&sort=received';
    while (path !== null) {
      const response: Response = await rest(path);
      const page: { data: { service_request_id: string }[] } = await response.json();
      seen.push(...page.data.map((row) => row.service_request_id));
      const link = response.headers.get('link');
      path =
        link === null
          ? null
          : (/^<https:\/\/majibu\.example\/api\/v1(.*)>; rel="next"$/.exec(link)?.[1] ?? 'no link');
    }
    expect(seen.toSorted()).toEqual(
      rowsOf(2)
        .map((row) => row.service_request_id)
        .toSorted(),
    );
  });

  it.each([
    ['/requests', 'public, max-age=60, stale-while-revalidate=86400'],
    ['/statistics/requests_open?release=1', 'public, max-age=31536000, immutable'],
    ['/releases/1', 'public, max-age=31536000, immutable'],
    [`/requests/${CODES.waiting}`, 'public, max-age=15'],
  ])('may be kept as long as it stays true: %s', async (path, expected) => {
    expect((await rest(path)).headers.get('cache-control')).toBe(expected);
  });

  it('is not sent again to who has it', async () => {
    const etag = (await rest('/areas')).headers.get('etag') ?? '';
    const again = await rest('/areas', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await rest('/areas?release=1')).headers.get('etag')).not.toBe(etag);
  });

  it('to HEAD is that to GET without its body', async () => {
    for (const path of ['/areas', '/nowhere', '/requests?limit=0']) {
      const [get, head] = await Promise.all([rest(path), rest(path, { method: 'HEAD' })]);
      expect(head.status).toBe(get.status);
      expect([...head.headers]).toEqual([...get.headers]);
      expect(await head.text()).toBe('');
    }
  });

  it('to OPTIONS says what may be asked, from anywhere', async () => {
    const response = await rest('/requests', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
  });
});

async function problem(path: string, init?: RequestInit) {
  const response = await rest(path, init);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  return { response, problem: await response.json() };
}

describe('a refusal of /api/v1', () => {
  it('names every bad parameter at once, with what is allowed', async () => {
    const { problem: refused } = await problem(
      '/requests?status=perhaps&limit=0&sortt=x&period=2026-13&area=a&area=b',
    );
    expect(refused).toMatchObject({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      reason: 'bad_parameter',
    });
    expect(refused.errors.map((e: { parameter: string }) => e.parameter).toSorted()).toEqual([
      'area',
      'limit',
      'period',
      'sortt',
      'status',
    ]);
    for (const error of refused.errors) expect(error.allowed).toBeTypeOf('string');
  });

  it.each([
    ['/statistics/no_such_statistic', 404],
    ['/statistics/accounted_for?area=chepkorio', 400],
    ['/statistics/requests_open?group_by=area,area', 400],
    ['/statistics/requests_open?group_by=ward', 400],
    ['/statistics/requests_open?group_by=area&area_level=village', 400],
    ['/requests?area=nowhere', 400],
    ['/requests?cursor=AAAA', 400],
    ['/requests?release=0', 400],
    ['/requests?release=99', 404],
    ['/requests/K7Q-M2F-9XH4', 400],
    ['/requests/0000000000', 404],
    ['/requests/%ff', 404],
    ['/releases/newest', 400],
    ['/nowhere', 404],
    ['', 404],
  ])('has the right status: %s', async (path, status) => {
    const { response, problem: refused } = await problem(path);
    expect([response.status, refused.status]).toEqual([status, status]);
  });

  it('of another method names those that are allowed', async () => {
    const { response } = await problem('/requests', { method: 'POST', body: '{}' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it.each([
    '/requests?area=canary-0712345678',
    '/requests?area=canary 0712345678',
    '/requests?0712345678=canary',
    '/requests?period=canary-0712345678',
    '/requests?status=canary-0712345678',
    '/requests?cursor=canary-0712345678',
    '/requests/canary-0712345678',
    '/statistics/canary_0712345678',
    '/releases/canary-0712345678',
    '/canary-0712345678',
  ])('repeats nothing of what was sent: %s', async (path) => {
    const { problem: refused } = await problem(path);
    expect(JSON.stringify(refused)).not.toMatch(/0712345678|canary/);
  });
});

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 and describes every procedure, with no key asked for', async () => {
    const document = await body('/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(document.security).toEqual([]);
    expect(document.components.securitySchemes).toBeUndefined();
    const operations = Object.values<{ get: { operationId: string; summary?: string } }>(document.paths).map(
      (p) => p.get,
    );
    expect(operations.map((o) => o.operationId.replace('-', '.')).toSorted()).toEqual(
      Object.keys(appRouter._def.procedures).toSorted(),
    );
    for (const operation of operations) {
      expect(operation.summary).toBeTypeOf('string');
      expect(operation).not.toHaveProperty('security');
    }
  });

  it('describes every parameter, and points nowhere that is not there', async () => {
    const document = await body('/openapi.json');
    for (const { get } of Object.values<{
      get: { parameters?: { name: string; description?: string }[] };
    }>(document.paths))
      for (const { name, description } of get.parameters ?? [])
        expect([name, description]).toEqual([name, expect.any(String)]);
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((m) =>
      (m[1] ?? '').split('/'),
    );
    expect(refs.length).toBeGreaterThan(0);
    for (const ref of refs)
      expect(ref.reduce((at: Record<string, never> | undefined, key) => at?.[key], document)).toBeDefined();
  });

  it('has the parts that the specification asks of each operation', async () => {
    const document = await body('/openapi.json');
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(document.servers).toEqual([{ url: `${PUBLIC_URL}/api/v1` }]);
    const ids = new Set<string>();
    for (const [path, { get }] of Object.entries<{ get: Operation }>(document.paths)) {
      expect(ids.has(get.operationId)).toBe(false);
      ids.add(get.operationId);
      const inPath = (get.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name, required }) => [`{${name}}`, required])).toEqual(
        [...path.matchAll(/\{\w+\}/g)].map((match) => [match[0], true]),
      );
      const kept = Object.keys(get.responses).filter((status) => status !== '410');
      expect(kept).toEqual(['200', '304', '400', '404', '429', '503']);
      expect(get.responses['200']?.content?.['application/json']?.schema).toBeTypeOf('object');
    }
  });

  it('names only addresses that answer', async () => {
    const document = await body('/openapi.json');
    for (const path of Object.keys(document.paths)) {
      const real = path
        .replace('{code}', CODES.waiting)
        .replace('{id}', 'requests_open')
        .replace('{release}', '1');
      expect([path, (await rest(real)).status]).toEqual([path, 200]);
    }
  });
});

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}
