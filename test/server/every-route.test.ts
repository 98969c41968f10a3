/** What holds for every address, whatever answers it: a new page or endpoint joins by itself, or the first test fails. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sample, samples, unlisted } from '../setup/every-route.ts';
import { openSeededPortal, type SeededPortal } from '../setup/seeded-portal.ts';

let portal: SeededPortal;
let all: readonly Sample[];
beforeAll(async () => {
  portal = await openSeededPortal();
  all = samples(portal.url);
}, 240_000);
afterAll(() => portal?.stop());

/** Of one connection, or of one sending; nothing of the answer itself. */
const PASSING = /^(date|connection|keep-alive|transfer-encoding)$/;
const headersOf = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => !PASSING.test(name)));
const ask = (address: string, init: RequestInit = {}) =>
  fetch(portal.url + address, { redirect: 'manual', ...init });

/** Runs a check for each sample and says of every one that fails which it is. */
/** Runs a check for each sample, a few at a time, and says of every one that fails which it is. */
async function each(check: (sample: Sample) => Promise<void>, of: (sample: Sample) => boolean = () => true) {
  const waiting = all.filter(of);
  const faults: string[] = [];
  expect(waiting.length).toBeGreaterThan(5);
  const one = async () => {
    for (let sample = waiting.shift(); sample !== undefined; sample = waiting.shift()) {
      const { address } = sample;
      await check(sample).catch((fault: unknown) => faults.push(`${address}: ${fault}`));
    }
  };
  await Promise.all([one(), one(), one(), one()]);
  expect(faults).toEqual([]);
}
const isFound = ({ status = 200 }: Sample) => status === 200;

describe('every address', () => {
  it('has a sample here', () => {
    expect(unlisted()).toEqual({ without_sample: [], without_file: [] });
  });

  it('answers HEAD with the headers of GET, their length too, and no body', () =>
    each(async ({ address, status = 200 }) => {
      const get = await ask(address);
      const body = await get.arrayBuffer();
      const head = await ask(address, { method: 'HEAD' });
      expect([get.status, head.status]).toEqual([status, status]);
      expect(headersOf(head)).toEqual(headersOf(get));
      expect((await head.arrayBuffer()).byteLength).toBe(0);
      const length = get.headers.get('content-length');
      if (length !== null && !get.headers.has('content-encoding'))
        expect(Number(length)).toBe(body.byteLength);
    }));

  it('is not sent again to who has it, compressed or not: same tag, same lifetime, no body', () =>
    each(async ({ address }) => {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const headers = { 'accept-encoding': encoding };
        const first = await ask(address, { headers });
        await first.arrayBuffer();
        const etag = first.headers.get('etag') ?? '';
        expect(etag).toMatch(/^"[^"]+"$/);
        for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
          const again = await ask(address, { headers: { ...headers, 'if-none-match': known } });
          expect([again.status, await again.text()]).toEqual([304, '']);
          expect(again.headers.get('etag')).toBe(etag);
          for (const name of ['cache-control', 'vary', 'access-control-allow-origin'])
            expect(again.headers.get(name)).toBe(first.headers.get(name));
        }
        const other = await ask(address, { headers: { ...headers, 'if-none-match': '"other"' } });
        await other.arrayBuffer();
        expect(other.status).toBe(200);
      }
    }, isFound));

  it('that says when it last changed is not sent again to who has it since then', async () => {
    let dated = 0;
    await each(async ({ address }) => {
      const first = await ask(address, { method: 'HEAD' });
      const changed = first.headers.get('last-modified');
      if (changed === null) return;
      dated += 1;
      const since = async (at: number) =>
        (await ask(address, { method: 'HEAD', headers: { 'if-modified-since': new Date(at).toUTCString() } }))
          .status;
      const at = Date.parse(changed);
      expect([await since(at), await since(at + 86_400_000), await since(at - 1000)]).toEqual([
        304, 304, 200,
      ]);
      // A tag decides, where one is given: RFC 9110 §13.1.3.
      const both = { 'if-modified-since': changed, 'if-none-match': '"other"' };
      expect((await ask(address, { method: 'HEAD', headers: both })).status).toBe(200);
    }, isFound);
    expect(dated).toBeGreaterThan(20);
  });

  it('says how long it may be kept, and mistakes that they may not', () =>
    each(async (sample) => {
      const cache = (await ask(sample.address, { method: 'HEAD' })).headers.get('cache-control') ?? '';
      expect(cache).toMatch(isFound(sample) ? /^public, max-age=\d+/ : /^no-(store|cache)$/);
    }));

  it('is open to other sites when it is data, and closed when it is not, asked before or not', () =>
    each(async ({ address, kind }) => {
      const origin = { origin: 'https://news.example' };
      const get = await ask(address, { method: 'HEAD', headers: origin });
      const before = await ask(address, {
        method: 'OPTIONS',
        headers: {
          ...origin,
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'range',
        },
      });
      expect([before.status, before.headers.get('allow')]).toEqual([
        204,
        expect.stringMatching(/^GET, HEAD, OPTIONS/),
      ]);
      const open = kind === 'data' ? '*' : null;
      for (const answer of [get, before]) {
        expect(answer.headers.get('access-control-allow-origin')).toBe(open);
        expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      }
      expect(before.headers.get('access-control-allow-methods')).toBe(open && before.headers.get('allow'));
      expect(get.headers.get('cross-origin-resource-policy')).toBe(
        kind === 'data' || kind === 'embed' ? 'cross-origin' : 'same-origin',
      );
      expect(get.headers.get('ratelimit-policy') !== null).toBe(kind === 'data');
      if (kind === 'data')
        expect(get.headers.get('access-control-expose-headers')).toMatch(
          /ETag.*Link.*RateLimit.*Retry-After/,
        );
    }));

  it('protects who reads it', () =>
    each(async ({ address, kind }) => {
      const { headers } = await ask(address, { method: 'HEAD' });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('set-cookie')).toBeNull();
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src '(self|none)'/);
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/);
      expect(policy).toContain(kind === 'embed' ? 'frame-ancestors *' : "frame-ancestors 'none'");
    }));

  it('takes no method that would write', () =>
    each(async ({ address }) => {
      for (const method of address.startsWith('/api/trpc')
        ? ['PUT', 'DELETE']
        : ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const answer = await ask(address, { method });
        expect([method, answer.status, answer.headers.get('allow')]).toEqual([
          method,
          405,
          expect.stringContaining('GET, HEAD'),
        ]);
        await answer.arrayBuffer();
      }
    }));

  it('of data says what is wrong in the form that its programs read', () =>
    each(
      async ({ address, status }) => {
        for (const method of ['GET', 'DELETE']) {
          const answer = await ask(address, { method });
          const type = answer.headers.get('content-type') ?? '';
          const text = await answer.text();
          const wanted = method === 'DELETE' ? 405 : status;
          if (address.startsWith('/open311/'))
            expect([type, text]).toEqual(
              address.includes('.json')
                ? [
                    'application/json; charset=utf-8',
                    expect.stringMatching(new RegExp(`^\\[\\{"code":${wanted},"description":".+"`)),
                  ]
                : [
                    'text/xml; charset=utf-8',
                    expect.stringMatching(new RegExp(`<errors>\\s+<error>\\s+<code>${wanted}</code>`)),
                  ],
            );
          else if (address.startsWith('/api/trpc/') && method === 'GET')
            expect(JSON.parse(text)).toMatchObject({ error: { data: { httpStatus: status } } });
          else {
            expect(type).toBe('application/problem+json; charset=utf-8');
            expect(JSON.parse(text)).toMatchObject({
              type: 'about:blank',
              status: wanted,
              title: expect.stringMatching(/\w/),
              detail: expect.stringMatching(/\w/),
            });
          }
        }
      },
      ({ kind, status = 200 }) => kind === 'data' && status >= 400,
    ));
});

describe('an address below those of data that nothing answers', () => {
  it.each([
    '/feeds/nothing.atom',
    '/sw/areas/tambach.atom',
    '/open311/v3/services.json',
    '/open311/v2',
    '/data/2/nothing',
    '/log',
  ])('%s is told to the program, not shown as a page', async (address) => {
    const answer = await ask(address);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).not.toContain('html');
    expect(await answer.text()).not.toContain('<!');
  });
});

describe('what only the reporter’s own page asks for', () => {
  it.each(['view', 'word'])('is closed to other sites: %s', async (what) => {
    const sample = all.find(({ address }) => address.startsWith('/i/'));
    const before = await ask(`${sample?.address}/${what}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://news.example' },
    });
    expect(before.headers.get('access-control-allow-origin')).toBeNull();
  });
});
