/** What the API says of itself: linted, described to the last field, and good enough to make clients from. */
import { createConfig, lintFromString } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../api/client.ts';
import { compiledModule, complaintsOf } from '../setup/compile.ts';
import { CODES, rowsOf } from '../setup/published-fixture.ts';
import { PUBLIC_URL, type TestPortal, testPortal } from './portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

/** The portal as the network would have it, without one. */
const fetchHere: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const portal = await test.portal.forRequest();
  return new URL(request.url).pathname.startsWith('/api/trpc') ? portal.trpc(request) : portal.rest(request);
};
const text = async (path: string) => (await fetchHere(`${PUBLIC_URL}/api/v1${path}`)).text();

describe('the OpenAPI document', () => {
  it('has nothing that a linter complains of', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] });
    const source = await text('/openapi.json');
    const found = await lintFromString({ source, absoluteRef: '/openapi.json', config });
    expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
  });

  it('describes every field, parameter, header and answer', async () => {
    const document: unknown = JSON.parse(await text('/openapi.json'));
    expect([...undescribed(document, '')]).toEqual([]);
  });

  it('says of refusals what they are, and of which only one request can be', async () => {
    const { paths, components } = JSON.parse(await text('/openapi.json'));
    const gone = Object.keys(paths).filter((path) => '410' in paths[path].get.responses);
    expect(gone).toEqual(['/requests/{code}']);
    expect(Object.keys(components.responses)).toEqual([
      'BadRequest',
      'NotFound',
      'Gone',
      'TooManyRequests',
      'Unavailable',
    ]);
    expect(Object.keys(components.responses.TooManyRequests.headers)).toEqual([
      'Retry-After',
      'RateLimit-Policy',
      'RateLimit',
    ]);
  });

  it('is enough for a maker of another make, whose types compile and fit what is answered', async () => {
    const types = astToString(await openapiTS(await text('/openapi.json')));
    const use = `import type { paths } from './types.ts';
      type Answer<P extends keyof paths> = paths[P]['get']['responses'][200]['content']['application/json'];
      type Query<P extends keyof paths> = paths[P]['get']['parameters']['query'];
      export async function ask<P extends keyof paths>(fetch: typeof globalThis.fetch, path: P, query: Query<P>): Promise<Answer<P>> {
        const given = new URLSearchParams(Object.entries(query ?? {}).map(([name, value]) => [name, String(value)]));
        return (await fetch('${PUBLIC_URL}/api/v1' + path + '?' + given)).json();
      }
      export async function open(fetch: typeof globalThis.fetch): Promise<readonly (string | null)[]> {
        const { data, total } = await ask(fetch, '/requests', { status: 'open', limit: 1000, release: '1' });
        const count: number = total;
        return data.slice(0, count).map((row) => row.service_code);
      }
      // @ts-expect-error there is no such status
      export const wrong = (fetch: typeof globalThis.fetch) => ask(fetch, '/requests', { status: 'perhaps' });`;
    expect(complaintsOf({ '/types.ts': types, '/use.ts': use })).toEqual([]);
    const { open } = await compiledModule<{ open(f: typeof fetch): Promise<unknown[]> }>(use);
    expect((await open(fetchHere)).toSorted()).toEqual(
      rowsOf(1)
        .filter((row) => row.status === 'open')
        .map((row) => row.service_code)
        .toSorted(),
    );
  });
});

interface Majibu {
  portalClient(options: { fetch: typeof fetch }): {
    readonly requests: {
      list(parameters: object): Promise<{ total: number }>;
      get(parameters: { code: string }): Promise<{ kind: string }>;
      each(parameters: object): AsyncIterable<{ service_request_id: string }>;
    };
  };
}

describe('the client in one file', () => {
  it('compiles as strictly as can be, without a dependency', async () => {
    const source = await text('/majibu.ts');
    const use = `import { portalClient, type ReleasedRequest } from './majibu.ts';
      export async function longest(): Promise<ReleasedRequest | undefined> {
        const client = portalClient();
        for await (const row of client.requests.each({ sort: '-waiting' })) return row;
        const figures = await client.statistics.get({ id: 'requests_open', group_by: 'area' });
        const value: number | null | undefined = figures.data[0]?.value;
        // @ts-expect-error the code is needed
        await client.requests.get({});
        // @ts-expect-error there is no such parameter
        await client.requests.list({ ward: String(value) });
        return undefined;
      }`;
    expect(complaintsOf({ '/majibu.ts': source, '/use.ts': use })).toEqual([]);
    expect(source).not.toMatch(/: any\b|<any>|^import /m);
  });

  it('asks the portal that it is from, goes through all pages and throws what it refuses', async () => {
    const { portalClient } = await compiledModule<Majibu>(await text('/majibu.ts'));
    const { requests } = portalClient({ fetch: fetchHere });
    expect(await requests.get({ code: CODES.waiting })).toMatchObject({ kind: 'status' });
    const seen: string[] = [];
    for await (const row of requests.each({ limit: 7 })) seen.push(row.service_request_id);
    expect(seen.toSorted()).toEqual(
      rowsOf(2)
        .map((row) => row.service_request_id)
        .toSorted(),
    );
    await expect(requests.list({ limit: 0 })).rejects.toMatchObject({
      name: 'PortalProblem',
      problem: { status: 400, errors: [{ parameter: 'limit' }] },
      retry_after_seconds: null,
    });
  });

  it('may be loaded from any site, and is kept', async () => {
    const response = await fetchHere(`${PUBLIC_URL}/api/v1/majibu.ts`);
    expect(response.headers.get('content-type')).toBe('text/typescript; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cache-control')).toMatch(/max-age=60/);
  });
});

describe('the client of the router', () => {
  it('asks over tRPC, many at once, and is typed by the router', async () => {
    const client = createClient(`${PUBLIC_URL}/`, fetchHere);
    const [page, areas] = await Promise.all([
      client.requests.list.query({ limit: 3, status: 'open' }),
      client.areas.list.query(),
    ]);
    const level: string | undefined = areas.data[0]?.level;
    expect([page.data.length, level]).toEqual([3, 'county']);
    await expect(client.requests.list.query({ area: 'nowhere' })).rejects.toMatchObject({
      data: { problems: [{ parameter: 'area' }] },
    });
  });
});

/** Paths of whatever a reader of the document meets without a word. */
function* undescribed(value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* undescribed(inner, `${path}/${key}`);
  const properties: unknown = 'properties' in value ? value.properties : null;
  if (typeof properties === 'object' && properties !== null)
    for (const [name, schema] of Object.entries(properties))
      if (!speaks(schema) && !path.includes('geometry')) yield `${path}/properties/${name}`;
  if ('in' in value && !speaks(value)) yield path;
  if (/\/(responses|headers)\/[^/]+$/.test(path) && !speaks(value)) yield path;
}

function speaks(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  if ('$ref' in schema) return true;
  if ('description' in schema && typeof schema.description === 'string' && schema.description !== '')
    return true;
  return 'anyOf' in schema && Array.isArray(schema.anyOf) && schema.anyOf.some(speaks);
}
