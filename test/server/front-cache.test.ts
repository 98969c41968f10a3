import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { PAGE, startFront, type TestFront } from './front-setup.ts';

let front: TestFront;
afterEach(() => front.close());

describe('a page that was made once', () => {
  it('is served again without being made again', async () => {
    front = await startFront();
    const first = await front.ask('/areas');
    const second = await front.ask('/areas');
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.text).toBe(PAGE);
    expect(front.rendered).toEqual(['/areas']);
  });

  it('is made once for a hundred who ask at the same time', async () => {
    front = await startFront({
      render: async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return {};
      },
    });
    const replies = await Promise.all(Array.from({ length: 100 }, () => front.ask('/areas')));
    expect(replies.every((reply) => reply.status === 200 && reply.text === PAGE)).toBe(true);
    expect(front.rendered).toHaveLength(1);
  });

  it('is the same whatever the order of its parameters and whatever a sharing service appends', async () => {
    front = await startFront();
    await front.ask('/requests?area=w1&status=open');
    await front.ask('/requests?status=open&area=w1&utm_source=whatsapp&fbclid=abc');
    expect(front.rendered).toEqual(['/requests?area=w1&status=open']);
  });

  it('is made again when there is a new release', async () => {
    front = await startFront();
    await front.ask('/');
    front.source.release = 8;
    await front.ask('/');
    expect(front.rendered).toEqual(['/', '/']);
  });

  it('is still served when the database is away, and a page that was not made is refused', async () => {
    front = await startFront();
    await front.ask('/areas');
    front.source.reason = 'the database does not answer';
    front.source.forRequest = () => Promise.reject(new Error('connect ECONNREFUSED'));
    expect((await front.ask('/areas')).status).toBe(200);
    const refused = await front.ask('/services');
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBe('30');
    expect(refused.text).not.toContain('ECONNREFUSED');
  });
});

describe('a status page', () => {
  const TARGET = '/i/K7Q-M2F-9XH4';
  const away = () => Promise.reject(new Error('away'));

  it('may be kept by others for 15 seconds, and by the front until one changes', async () => {
    front = await startFront();
    front.source.live = 3;
    const reply = await front.ask(TARGET);
    expect(reply.headers['cache-control']).toBe('public, max-age=15');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await front.ask(TARGET);
    expect(front.rendered).toHaveLength(1);
    front.source.live = 4;
    await front.ask(TARGET);
    await front.ask(TARGET);
    expect(front.rendered).toHaveLength(2);
  });

  it('that changed while it was made is made again for the next', async () => {
    front = await startFront({
      render: () => {
        front.source.live = (front.source.live ?? 0) + 1;
        return {};
      },
    });
    front.source.live = 3;
    await front.ask(TARGET);
    await front.ask(TARGET);
    expect(front.rendered).toHaveLength(2);
  });

  it.each([
    ['that nobody watches', null, true],
    ['of a report whose changes nobody is told of', 3, false],
  ])('%s is kept for a moment', async (_what, live, changesWithVersion) => {
    front = await startFront({ portal: { changesWithVersion: () => changesWithVersion } });
    front.source.live = live;
    await Promise.all([front.ask(TARGET), front.ask(TARGET), front.ask(TARGET)]);
    await front.ask(TARGET);
    expect(front.rendered).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await front.ask(TARGET);
    expect(front.rendered).toHaveLength(2);
  });

  it('is not served from before when the database is away: it would be called live', async () => {
    front = await startFront();
    front.source.live = 3;
    await front.ask(TARGET);
    front.source.live = null;
    front.source.reason = 'the database does not answer';
    front.source.forRequest = away;
    expect((await front.ask(TARGET)).status).toBe(503);
  });

  it('leaves pages of a release alone when it changes', async () => {
    front = await startFront();
    front.source.live = 3;
    await front.ask('/areas');
    front.source.live = 4;
    await front.ask('/areas');
    expect(front.rendered).toHaveLength(1);
  });
});

describe('what is never kept', () => {
  it.each([
    ['an error', { status: 404 }],
    ['a redirect', { status: 302, headers: { location: '/sw' } }],
    ['an answer with a cookie', { headers: { 'set-cookie': 'a=b' } }],
    ['an answer marked private', { headers: { 'cache-control': 'private' } }],
    ['an answer marked no-store', { headers: { 'cache-control': 'no-store' } }],
  ])('%s', async (_what, answer) => {
    front = await startFront({ render: () => answer });
    await front.ask('/x');
    await front.ask('/x');
    expect(front.rendered).toHaveLength(2);
  });

  it('more bytes than the cache may hold', async () => {
    front = await startFront({ limits: { cache_bytes: 200_000 } });
    for (let i = 0; i < 100; i++) await front.ask(`/areas/w${i}`);
    expect(front.front.gauges()['cache_bytes']).toBeLessThanOrEqual(200_000);
    expect((await front.ask('/areas/w99')).status).toBe(200);
  });
});

describe('copies', () => {
  it('go out as brotli, gzip or plain, each with an ETag of its own and Vary', async () => {
    front = await startFront();
    const br = await front.ask('/', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    const gzip = await front.ask('/', { headers: { 'accept-encoding': 'gzip' } });
    const plain = await front.ask('/');
    const refused = await front.ask('/', { headers: { 'accept-encoding': 'br;q=0, gzip;q=0' } });
    expect(brotliDecompressSync(br.body).toString()).toBe(PAGE);
    expect(gunzipSync(gzip.body).toString()).toBe(PAGE);
    expect([plain.text, refused.text]).toEqual([PAGE, PAGE]);
    expect(new Set([br, gzip, plain].map((reply) => reply.headers['etag'])).size).toBe(3);
    expect([br, gzip, plain].map((reply) => reply.headers['vary'])).toEqual(
      Array(3).fill('Accept-Encoding, Accept-Language'),
    );
    expect([br, gzip, plain].map((reply) => Number(reply.headers['content-length']))).toEqual(
      [br, gzip, plain].map((reply) => reply.body.length),
    );
    expect(front.rendered).toHaveLength(1);
  });

  it('are not sent to those who have them', async () => {
    front = await startFront();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const first = await front.ask('/', { headers: { 'accept-encoding': encoding } });
      const etag = String(first.headers['etag']);
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await front.ask('/', {
          headers: { 'accept-encoding': encoding, 'if-none-match': known },
        });
        expect([again.status, again.body.length, again.headers['etag']]).toEqual([304, 0, etag]);
        expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
      }
      const other = await front.ask('/', {
        headers: { 'accept-encoding': encoding, 'if-none-match': '"other"' },
      });
      expect(other.status).toBe(200);
    }
  });

  it('answer HEAD with the headers of GET and no body', async () => {
    front = await startFront();
    const get = await front.ask('/areas');
    const head = await front.ask('/areas', { method: 'HEAD' });
    const { date: _a, ...getHeaders } = get.headers;
    const { date: _b, ...headHeaders } = head.headers;
    expect(head.body).toHaveLength(0);
    expect(headHeaders).toEqual(getHeaders);
    expect((await front.ask('/assets/site.abc.css', { method: 'HEAD' })).headers['content-length']).toBe(
      '1500',
    );
  });
});

describe('files of the site', () => {
  it('are kept for ever where their name changes with their content, compressed', async () => {
    front = await startFront();
    const file = await front.ask('/assets/site.abc.css', { headers: { 'accept-encoding': 'br' } });
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(brotliDecompressSync(file.body).toString()).toBe('p{}'.repeat(500));
    expect(front.rendered).toEqual([]);
  });

  it.each([
    '/assets/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/..%5c..%5cpackage.json',
  ])('cannot be left by %s', async (target) => {
    front = await startFront();
    expect((await front.ask(target)).status).toBe(400);
    expect(front.rendered).toEqual([]);
  });
});
