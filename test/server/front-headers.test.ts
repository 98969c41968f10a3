import { afterEach, describe, expect, it } from 'vitest';
import { type Ask, PAGE, SITE_POLICY, startFront, type TestFront } from './front-setup.ts';

let front: TestFront;
afterEach(() => front.close());

/** A way to get every status that the front can give. */
const EVERY_ANSWER: [status: number, what: string, target: string, how?: Ask][] = [
  [200, 'a page', '/areas'],
  [200, 'a file of the site', '/assets/site.abc.css'],
  [200, 'an answer of the API', '/api/v1/areas'],
  [200, 'a download', '/data/requests.csv'],
  [200, 'health', '/healthz'],
  [200, 'readiness', '/readyz'],
  [204, 'OPTIONS', '/areas', { method: 'OPTIONS' }],
  [304, 'what the client has', '/areas', { headers: { 'if-none-match': '*' } }],
  [302, 'a redirect', '/old'],
  [400, 'a malformed address', '/%zz'],
  [404, 'a page that is none', '/nowhere'],
  [405, 'a method', '/areas', { method: 'DELETE' }],
  [413, 'a body', '/areas', { headers: { 'content-length': '1' }, body: 'x' }],
  [414, 'a long address', `/${'x'.repeat(5_000)}`],
  [500, 'a page that breaks', '/broken'],
  [501, 'what is not offered yet', '/api/trpc/x'],
];

function startWithEverything(public_url = 'http://portal.example') {
  return startFront({
    render(target) {
      if (target === '/nowhere') return { status: 404 };
      if (target === '/old') return { status: 302, headers: { location: '/areas' }, body: Buffer.alloc(0) };
      if (target === '/broken') throw new Error('detail that nobody should read');
      return {};
    },
    portal: {
      rest: async () => Response.json({ data: [] }),
      download: async () => new Response('a,b\n', { headers: { 'content-type': 'text/csv' } }),
    },
    options: { public_url },
  });
}

describe('every answer', () => {
  it.each(EVERY_ANSWER)('%i %s has the security headers', async (status, _what, target, how) => {
    front = await startWithEverything();
    const reply = await front.ask(target, how);
    expect(reply.status).toBe(status);
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
    expect(reply.headers['referrer-policy']).toBe('no-referrer');
    expect(reply.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(reply.headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(reply.headers['cross-origin-resource-policy']).toMatch(/^(same|cross)-origin$/);
    expect(reply.headers['strict-transport-security']).toBeUndefined();
    expect(reply.headers['x-powered-by']).toBeUndefined();
  });

  it.each(EVERY_ANSWER)(
    '%i %s asks for https when the portal is at https',
    async (_status, _what, target, how) => {
      front = await startWithEverything('https://portal.example');
      expect((await front.ask(target, how)).headers['strict-transport-security']).toMatch(
        /^max-age=31536000/,
      );
    },
  );

  it.each(EVERY_ANSWER)('%i %s names the charset of its text', async (_status, _what, target, how) => {
    front = await startWithEverything();
    const type = (await front.ask(target, how)).headers['content-type'];
    if (type?.startsWith('text/')) expect(type).toContain('charset=utf-8');
  });

  it('of an error says nothing of the request or of the fault', async () => {
    front = await startWithEverything();
    const reply = await front.ask('/broken');
    expect(reply.text).not.toMatch(/detail|broken|stack/i);
    expect(front.failures).toHaveLength(1);
    expect(front.lines).toEqual([expect.stringMatching(/^GET page 500 [\d.]+ ms$/)]);
  });
});

describe('a page', () => {
  it('keeps the policy of the site and gains what it lacks', async () => {
    front = await startFront();
    const policy = String((await front.ask('/')).headers['content-security-policy']);
    for (const directive of SITE_POLICY.split(';').filter(Boolean))
      expect(policy).toContain(directive.trim());
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy.match(/script-src/g)).toHaveLength(1);
  });

  it('may be shown again while a new one is fetched, and by no other site', async () => {
    front = await startFront();
    const reply = await front.ask('/');
    expect(reply.headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=86400');
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    expect(reply.headers['cross-origin-opener-policy']).toBe('same-origin');
  });

  it('in Swahili is refused in Swahili', async () => {
    front = await startFront();
    front.source.reason = 'away';
    front.source.release = null;
    expect((await front.ask('/sw/areas')).text).toContain('lang="sw"');
    expect((await front.ask('/areas')).text).toContain('lang="en"');
  });
});

describe('open data and API', () => {
  it('may be read by any site', async () => {
    front = await startWithEverything();
    for (const target of ['/data/requests.csv', '/api/v1/areas'])
      expect((await front.ask(target)).headers['access-control-allow-origin']).toBe('*');
  });

  it('say what is wrong as a problem (RFC 9457)', async () => {
    front = await startWithEverything();
    const reply = await front.ask('/api/v1/areas', { method: 'DELETE' });
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(reply.text)).toMatchObject({ status: 405, title: 'Method Not Allowed' });
  });

  it('are kept like pages, except the detail of one request, which is live', async () => {
    front = await startWithEverything();
    expect((await front.ask('/api/v1/areas')).headers['cache-control']).toMatch(/max-age=60/);
    expect((await front.ask('/api/v1/requests/K7QM2F9XH4')).headers['cache-control']).toBe(
      'public, max-age=15',
    );
  });
});

describe('nothing of a visitor', () => {
  it('reaches a page: neither the host that was asked for nor a header, but for the language to offer it in', async () => {
    front = await startFront();
    const reply = await front.ask('/', {
      headers: {
        host: 'evil.example',
        cookie: 'a=b',
        'x-forwarded-host': 'evil.example',
        'accept-language': 'sw-KE,sw;q=0.9,x-evil;q=0.8',
      },
    });
    expect(reply.text).toBe(PAGE);
    expect(front.rendered).toEqual(['/ offered in sw']);
  });

  it('is in a line of the log', async () => {
    front = await startFront({ options: { proxies: 1 } });
    await front.ask('/i/K7Q-M2F-9XH4?secret=1', {
      headers: { 'x-forwarded-for': '203.0.113.9', 'user-agent': 'me' },
    });
    expect(front.lines).toEqual([expect.stringMatching(/^GET status 200 [\d.]+ ms$/)]);
  });
});

describe('health', () => {
  it('is told apart from readiness, which says why', async () => {
    front = await startFront();
    expect((await front.ask('/readyz')).text).toBe('ok\n');
    front.source.reason = 'nothing is published yet';
    const [alive, ready] = [await front.ask('/healthz'), await front.ask('/readyz')];
    expect([alive.status, ready.status, ready.text]).toEqual([200, 503, 'nothing is published yet\n']);
    expect((await front.ask('/readyz', { method: 'HEAD' })).body).toHaveLength(0);
  });
});
