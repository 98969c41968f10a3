/**
 * Malformed requests, 200 for each address that takes input (those of /api/v1 are read off its document, in
 * rest-fuzz.test.ts): each is refused clearly, in the form of whoever asked, repeating nothing, to HEAD as to GET.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints, type Form, type Fuzzed } from '../setup/fuzzed.ts';
import { CANARY, nonsense } from '../setup/nonsense.ts';
import { openSeededPortal, type SeededPortal } from '../setup/seeded-portal.ts';
import { readXml } from '../setup/xml.ts';
import { type Ask, ask, type Reply } from './front-setup.ts';

/** One seed, so that a failure comes back. */
const SEED = 20261123;
/** Whatever would tell of the inside. */
const INSIDE =
  /node_modules|\bat \w+ \(|\.ts:\d|select .* from|syntax error|postgres|kysely|\bzod\b|TypeError/i;

let portal: SeededPortal;
let port: number;
beforeAll(async () => {
  portal = await openSeededPortal();
  port = Number(new URL(portal.url).port);
}, 240_000);
afterAll(() => portal?.stop());

/** Bytes that no address holds: refused before anybody looks for what they mean. */
const RAW = ['x=%', 'x=%zz', '%ff=1', 'x=%C3%28', 'x=%00', 'x=%ED%A0%80', '%', 'x=\\'];

function malformed(endpoint: Fuzzed): fc.Arbitrary<string> {
  const { path, parts, parameters, needs, strict, once } = endpoint;
  const right = Object.entries(parts).reduce(
    (whole, [name, [value]]) => whole.replace(`{${name}}`, value),
    path,
  );
  const at = (...query: string[]) => `${right}?${[...query, ...(needs ? [needs] : [])].join('&')}`;
  const pair = (name: string, value: string) => String(new URLSearchParams({ [name]: value }));
  const own = needs.split('=')[0];
  const wrong = Object.entries(parameters).flatMap(([name, value]) => {
    const one = value.map((text) => (name === own ? `${right}?${pair(name, text)}` : at(pair(name, text))));
    const twice = fc.constant(name === own ? at(`${name}=1`) : at(`${name}=1`, `${name}=1`));
    return once ? [one, one, twice] : [one];
  });
  const inPath = Object.entries(parts).map(([name, [, value]]) =>
    value.map((text) =>
      Object.entries({ ...parts, [name]: [encodeURIComponent(text)] as const }).reduce(
        (whole, [part, [said]]) => whole.replace(`{${part}}`, said),
        path,
      ),
    ),
  );
  const names = Object.keys(parameters);
  const listed = names.flatMap((name) =>
    [`${name}[]`, `${name}[0]`, name.toUpperCase(), ` ${name}`, `${name}.a`].map((like) =>
      fc.constant(at(pair(like, CANARY))),
    ),
  );
  const unknown = fc
    .oneof(
      nonsense,
      fc.constantFrom('__proto__', 'constructor', 'toString', 'where', 'apikey', 'callback', 'limit_'),
    )
    .map((name) => at(pair(name, CANARY)));
  const raw = fc.constantFrom(...RAW).map((query) => at(query));
  return fc.oneof(...wrong, ...inPath, ...(strict ? [...listed, unknown] : []), raw);
}

function isSaidIn(form: Form, status: number, { headers, text }: Reply): void {
  const type = headers['content-type'];
  const errors = (list: unknown) =>
    expect(list).toEqual(
      expect.arrayContaining([{ code: status, description: expect.stringMatching(/\w{3}.* \w{2}/) }]),
    );
  if (form === 'problem') {
    expect(type).toBe('application/problem+json; charset=utf-8');
    const problem = JSON.parse(text);
    expect(problem).toMatchObject({ type: 'about:blank', status, title: expect.stringMatching(/^\w/) });
    expect(problem.detail).toMatch(/\w{3}.* \w{2}/);
  } else if (form === 'json') {
    expect(type).toBe('application/json; charset=utf-8');
    errors(JSON.parse(text));
  } else if (form === 'xml') {
    expect(type).toBe('text/xml; charset=utf-8');
    const root = readXml(text);
    expect(root.name).toBe('errors');
    errors(
      root.children.map(({ children: [code, description] }) => ({
        code: Number(code?.text),
        description: description?.text,
      })),
    );
  } else if (form === 'page') {
    expect(type).toBe('text/html; charset=utf-8');
    expect(text).toMatch(/<h1[ >]|<body/);
  }
}

/** What a person reads: links of a page may lead to the same address in another language. */
const visible = (text: string) =>
  text.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');

function saysNothingBack({ text, headers }: Reply): void {
  const isPage = /^text\/html/.test(headers['content-type'] ?? '');
  expect(isPage ? visible(text) : text).not.toContain(CANARY);
  if (isPage) expect(text).not.toMatch(/<script>alert|" onload=/);
  expect(JSON.stringify(headers)).not.toContain(CANARY);
  expect(text).not.toMatch(INSIDE);
}

async function refused(target: string, form: Form, how: Ask = {}): Promise<Reply> {
  const reply = await ask(port, target, how);
  // What could be the secret of a private link is cut off the box for codes before anything is looked up.
  if (reply.status === 303 && /\/find\?/.test(target)) {
    saysNothingBack(reply);
    const tidied = reply.headers['location'] ?? '';
    expect(tidied).toMatch(/\/find\?code=/);
    const told = await ask(port, tidied, how);
    expect([200, 404]).toContain(told.status);
    saysNothingBack(told);
    return reply;
  }
  expect([400, 404, 410, 413, 414, 415, 501]).toContain(reply.status);
  expect(reply.headers['cache-control']).toMatch(/no-store|no-cache/);
  expect(reply.headers['x-content-type-options']).toBe('nosniff');
  isSaidIn(form, reply.status, reply);
  saysNothingBack(reply);
  return reply;
}

describe('malformed requests', () => {
  it.each(endpoints.map((endpoint) => [endpoint.path, endpoint] as const))(
    'are refused: %s',
    async (_path, endpoint) => {
      let asked = 0;
      await fc.assert(
        fc.asyncProperty(malformed(endpoint), async (target) => {
          const get = await refused(target, endpoint.form);
          asked += 1;
          if (asked % 5 > 0) return;
          const head = await ask(port, target, { method: 'HEAD' });
          const { date: _, ...of } = get.headers;
          expect([head.status, head.text]).toEqual([get.status, '']);
          expect(head.headers).toMatchObject(of);
        }),
        { numRuns: endpoint.runs, seed: SEED },
      );
    },
  );
});

describe('tRPC', () => {
  const trpc = async (target: string, how: Ask = {}) => {
    const reply = await ask(port, target, how);
    saysNothingBack(reply);
    expect([200, 207, 400, 404, 405, 413, 414, 415]).toContain(reply.status);
    const type = reply.headers['content-type'] ?? '';
    if (/^application\/problem\+json/.test(type)) isSaidIn('problem', reply.status, reply);
    else if (reply.text !== '')
      for (const one of [JSON.parse(reply.text)].flat()) {
        if (reply.status >= 400) expect(one).toHaveProperty('error.data.httpStatus');
        expect(one.error?.data ?? {}).not.toHaveProperty('stack');
      }
    return reply;
  };
  const input = (text: string) => `input=${encodeURIComponent(text.toWellFormed())}`;
  /** JSON that is none, of another shape, or with names that JavaScript gives a meaning. */
  const garbage = fc.oneof(
    nonsense,
    fc.constantFrom('{', '[', '"', 'nul', '{"limit":1e2,}', "{'limit':1}", '{"limit":01}', 'NaN'),
    fc.json().filter((text) => !/^(\{\}|null)$/.test(text)),
    fc.constantFrom(
      `{"__proto__":{"area":"${CANARY}"}}`,
      `{"constructor":{"prototype":{"a":"${CANARY}"}}}`,
      `{"area":{"toString":"${CANARY}"}}`,
      `{"${CANARY}":1}`,
      `{"limit":"1e2"}`,
      `{"limit":"0x10"}`,
      `{"limit":1.5}`,
      `{"release":-1}`,
      `{"period":["2026"]}`,
      `{"area":"${'a'.repeat(3_000)}"}`,
    ),
  );

  it('refuses input that is none, by GET and by POST', async () => {
    await fc.assert(
      fc.asyncProperty(
        garbage,
        fc.constantFrom('requests.list', 'statistics.get', 'areas.list', 'requests.get'),
        async (text, procedure) => {
          const get = await trpc(`/api/trpc/${procedure}?${input(text)}`);
          const post = await trpc(`/api/trpc/${procedure}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: text.toWellFormed(),
          });
          for (const { status } of [get, post]) expect([400, 413, 414]).toContain(status);
        },
      ),
      { numRuns: 400, seed: SEED },
    );
  });

  it('refuses procedures that there are not, and batches that are too long or askew', async () => {
    const names = fc.oneof(
      nonsense.filter((text) => text.length < 500),
      fc.constantFrom(
        '__proto__',
        'constructor',
        'requests',
        'requests.',
        '.list',
        'requests.list.x',
        'requests.__proto__',
        'Requests.list',
      ),
    );
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const { status } = await trpc(`/api/trpc/${encodeURIComponent(name.toWellFormed())}?${input('{}')}`);
        expect([400, 404]).toContain(status);
      }),
      { numRuns: 200, seed: SEED },
    );
    const list = (n: number) => Array(n).fill('areas.list').join(',');
    expect((await trpc(`/api/trpc/${list(10)}?batch=1&${input('{}')}`)).status).toBe(200);
    for (const target of [
      `${list(11)}?batch=1&${input('{}')}`,
      `${list(200)}?batch=1&${input('{}')}`,
      `areas.list?batch=1&${input('[]')}`,
      `areas.list?batch=1&${input('5')}`,
      `areas.list?batch=1&${input('{"0":5}')}`,
      `requests.list?batch=1&${input('{"0":{"__proto__":{"x":1}}}')}`,
      `${list(2)},?batch=1`,
      `,?batch=1`,
    ])
      expect([target, (await trpc(`/api/trpc/${target}`)).status]).not.toEqual([target, 200]);
  });

  it('refuses bodies of another kind, or too large', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
    ])
      for (const body of ['{}', 'limit=5', `<x>${CANARY}</x>`])
        expect(
          (await trpc('/api/trpc/requests.list', { method: 'POST', headers: { 'content-type': type }, body }))
            .status,
        ).toBeGreaterThanOrEqual(400);
    const long = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(70_000),
    };
    expect((await trpc('/api/trpc/requests.list', long)).status).toBe(413);
  });
});

it('and the portal works on, and has printed nothing of it', async () => {
  for (const path of [
    '/',
    '/api/v1/requests',
    '/open311/v2/requests.xml',
    '/feeds/requests.atom',
    '/data/requests.csv',
  ])
    expect([path, (await ask(port, path)).status]).toEqual([path, 200]);
  expect(portal.printed()).not.toContain(CANARY);
  expect(portal.printed()).not.toMatch(/\n\s+at |failed/);
});
