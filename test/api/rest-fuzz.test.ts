import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { booleans, CANARY, cursors, nonsense, numbers, periods, releases } from '../setup/nonsense.ts';
import { CODES } from '../setup/published-fixture.ts';
import { PUBLIC_URL, portalAt, type TestPortal, testPortal } from './portal.ts';

/** One seed, so that a failure comes back. */
const SEED = 20261122;
const PER_ENDPOINT = 200;

let test: TestPortal;
let portal: Awaited<ReturnType<typeof portalAt>>;
const failures: unknown[] = [];
beforeAll(async () => {
  test = await testPortal();
  portal = await portalAt(test.databases.urls.web, (error) => failures.push(error));
});
afterAll(async () => {
  await portal?.close();
  await test?.close();
});

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly schema: { readonly type?: string; readonly enum?: readonly string[] };
  readonly example?: string | number;
}
interface Endpoint {
  readonly path: string;
  readonly parameters: readonly Parameter[];
}

async function ask(address: string): Promise<Response> {
  const { rest, download } = await portal.forRequest();
  const request = new Request(PUBLIC_URL + address);
  return address.startsWith('/data/') ? download(request) : rest(request);
}

/** All that the document describes, and a download, which takes the same filters. */
async function endpoints(): Promise<readonly Endpoint[]> {
  const { paths } = await (await ask('/api/v1/openapi.json')).json();
  const described = Object.entries<{ get: { parameters?: readonly Parameter[] } }>(paths).map(
    ([path, { get }]) => ({ path: `/api/v1${path}`, parameters: get.parameters ?? [] }),
  );
  const list = described.find(({ path }) => path === '/api/v1/requests')?.parameters ?? [];
  const filters = list.filter(({ name }) => !['release', 'sort', 'limit', 'cursor'].includes(name));
  const bom: Parameter = { name: 'bom', in: 'query', schema: { enum: ['true', 'false'] } };
  return [...described, { path: '/data/requests.csv', parameters: [...filters, bom] }];
}

const RIGHT: Readonly<Record<string, string>> = {
  '{code}': CODES.waiting,
  '{id}': 'requests_open',
  '{release}': '1',
};

const SPECIAL: Readonly<Record<string, fc.Arbitrary<string>>> = {
  limit: fc.oneof(numbers, fc.constant('1001')),
  release: releases,
  period: periods,
  cursor: cursors,
  group_by: fc.constantFrom(
    'area,area',
    'area,service,group,agency',
    'AREA',
    'area;period',
    ',',
    'ward',
    'area,',
  ),
  geometry: booleans,
};

interface Malformed {
  /** of which the answer has to speak; null: a name that is not repeated */
  readonly parameter: string | null;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
}

function malformed({ path, parameters }: Endpoint): fc.Arbitrary<Malformed> {
  const right = Object.entries(RIGHT).reduce((whole, [name, value]) => whole.replace(name, value), path);
  const one = parameters.map(({ name, in: place, schema }) => {
    const special =
      SPECIAL[name] ?? (schema.enum ? fc.constantFrom(`${schema.enum[0]} `, schema.enum.join()) : nonsense);
    return fc.oneof(nonsense, special).map(
      (value): Malformed =>
        place === 'query'
          ? { parameter: name, path: right, query: [[name, value]] }
          : {
              parameter: name,
              path: path.replace(`{${name}}`, encodeURIComponent(value.toWellFormed())),
              query: [],
            },
    );
  });
  const inQuery = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const twice = inQuery.map((name) =>
    fc.constant<Malformed>({
      parameter: name,
      path: right,
      query: [
        [name, '1'],
        [name, '1'],
      ],
    }),
  );
  const listed = inQuery.map((name) =>
    fc
      .constantFrom(`${name}[]`, `${name}[0]`, name.toUpperCase(), ` ${name}`, `${name}\u0000`)
      .map((wrong): Malformed => ({ parameter: null, path: right, query: [[wrong, CANARY]] })),
  );
  const unknown = fc
    .oneof(nonsense, fc.constantFrom('__proto__', 'constructor', 'toString', 'where', 'apikey', 'callback'))
    .map(
      (name): Malformed => ({
        parameter: /^[a-z_]{1,32}$/.test(name) ? name : null,
        path: right,
        query: [[name, CANARY]],
      }),
    );
  return fc.oneof(...one, ...one, ...twice, ...listed, unknown);
}

describe('malformed requests', () => {
  it('are refused by every endpoint, 200 each: clearly, by name, and without repeating anything', async () => {
    for (const endpoint of await endpoints())
      await fc.assert(
        fc.asyncProperty(malformed(endpoint), async ({ parameter, path, query }) => {
          const search = new URLSearchParams(query.map(([name, value]) => [name, value]));
          const response = await ask(query.length > 0 ? `${path}?${search}` : path);
          const text = await response.text();
          expect([400, 404]).toContain(response.status);
          expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
          const problem = JSON.parse(text);
          expect(problem).toMatchObject({ status: response.status, detail: expect.stringMatching(/\w{3}/) });
          if (response.status === 400)
            expect(problem.errors.map((error: { parameter: unknown }) => error.parameter)).toContain(
              parameter,
            );
          expect(text).not.toContain(CANARY);
          for (const [, value] of query) if (value.length > 20) expect(text).not.toContain(value);
        }),
        { numRuns: PER_ENDPOINT, seed: SEED },
      );
    expect(failures).toEqual([]);
  });

  it('are told from right ones: every example of the document is answered', async () => {
    for (const { path, parameters } of await endpoints())
      for (const { name, in: place, example } of parameters) {
        if (example === undefined) continue;
        const right = Object.entries({
          ...RIGHT,
          ...(place === 'path' && { [`{${name}}`]: String(example) }),
        });
        const address = right.reduce((whole, [part, value]) => whole.replace(part, value), path);
        const query = place === 'query' ? `?${new URLSearchParams({ [name]: String(example) })}` : '';
        expect([address + query, (await ask(address + query)).status]).toEqual([address + query, 200]);
      }
  });

  it('in any mixture break nothing', async () => {
    const [list, ...others] = await endpoints();
    const all = [list, ...others].flatMap((endpoint) => endpoint ?? []);
    const mixed = fc
      .constantFrom(...all)
      .chain((endpoint) => fc.tuple(malformed(endpoint), fc.array(malformed(endpoint), { maxLength: 5 })));
    await fc.assert(
      fc.asyncProperty(mixed, async ([first, more]) => {
        const query = [first, ...more].flatMap((one) => one.query.map(([name, value]) => [name, value]));
        const response = await ask(`${first.path}?${new URLSearchParams(query)}`);
        await response.body?.cancel();
        expect([400, 404]).toContain(response.status);
      }),
      { numRuns: 300, seed: SEED },
    );
    expect(failures).toEqual([]);
    expect((await ask(`/api/v1/requests/${CODES.waiting}`)).status).toBe(200);
  });
});
