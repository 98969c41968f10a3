import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, startFront, type TestFront } from './front-setup.ts';

let front: TestFront;
afterEach(() => front.close());

/** Sends bytes as they are and returns all that comes back. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      said += chunk;
    });
    socket.once('close', () => resolve(said));
    socket.once('error', reject);
  });
}

describe('an address', () => {
  it.each(['/%', '/%zz', '/areas/%C3%28', '/a%00b', '//evil.example/'])(
    'that is malformed is refused: %s',
    async (target) => {
      front = await startFront();
      expect((await front.ask(target)).status).toBe(400);
      expect(front.rendered).toEqual([]);
    },
  );

  it('that is too long is refused', async () => {
    front = await startFront();
    expect((await front.ask(`/requests?area=${'x'.repeat(5_000)}`)).status).toBe(414);
    expect((await front.ask(`/requests?area=${'x'.repeat(3_000)}`)).status).toBe(200);
  });

  it('may be absolute, as RFC 9112 has it', async () => {
    front = await startFront();
    const said = await raw(
      front.port,
      'GET http://other.example/areas HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    );
    expect(said).toMatch(/^HTTP\/1\.1 200 /);
    expect(front.rendered).toEqual(['/areas']);
  });
});

describe('a method', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE'])(
    '%s is refused on pages, and what is allowed is said',
    async (method) => {
      front = await startFront();
      const reply = await front.ask('/areas', { method });
      expect([reply.status, reply.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS']);
    },
  );

  it('OPTIONS says what is allowed, to other sites where the data is open', async () => {
    front = await startFront();
    const page = await front.ask('/areas', { method: 'OPTIONS' });
    const api = await front.ask('/api/v1/areas', { method: 'OPTIONS' });
    expect([page.status, page.headers['allow'], page.headers['access-control-allow-origin']]).toEqual([
      204,
      'GET, HEAD, OPTIONS',
      undefined,
    ]);
    expect([api.status, api.headers['access-control-allow-origin']]).toEqual([204, '*']);
  });
});

describe('a body', () => {
  it('is taken by tRPC alone, up to its limit', async () => {
    front = await startFront({ portal: { trpc: async (request) => Response.json(await request.json()) } });
    const json = { 'content-type': 'application/json' };
    const small = await front.ask('/api/trpc/x', { method: 'POST', headers: json, body: '{"a":1}' });
    expect([small.status, small.text]).toEqual([200, '{"a":1}']);
    const large = await front.ask('/api/trpc/x', {
      method: 'POST',
      headers: json,
      body: `"${'x'.repeat(70_000)}"`,
    });
    expect(large.status).toBe(413);
    expect((await front.ask('/areas', { headers: { 'content-length': '3' }, body: 'abc' })).status).toBe(413);
  });

  it('that hides its length is counted as it comes', async () => {
    front = await startFront({ portal: { trpc: async (request) => Response.json(await request.json()) } });
    const chunk = `${(20_000).toString(16)}\r\n${'x'.repeat(20_000)}\r\n`;
    const said = await raw(
      front.port,
      `POST /api/trpc/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}0\r\n\r\n`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('one client', () => {
  it('that asks for too much is told when to come again; what is kept stays free', async () => {
    front = await startFront({
      limits: { client_burst: 5, client_per_second: 0.1 },
      options: { proxies: 1 },
    });
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    for (let i = 0; i < 5; i++)
      expect((await front.ask(`/areas/${i}`, from('203.0.113.9'))).status).toBe(200);
    const refused = await front.ask('/areas/5', from('203.0.113.9'));
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '10']);
    expect((await front.ask('/areas/0', from('203.0.113.9'))).status).toBe(200);
    expect((await front.ask('/assets/site.abc.css', from('203.0.113.9'))).status).toBe(200);
    expect((await front.ask('/areas/6', from('203.0.113.10'))).status).toBe(200);
    // Only what the trusted proxy appended counts; the rest the client wrote itself.
    expect((await front.ask('/areas/7', from('198.51.100.1, 203.0.113.9'))).status).toBe(429);
  });
});

describe('too much at once', () => {
  it('is refused with a time to come again, while those who were there are answered', async () => {
    front = await startFront({
      limits: { renders: 2, renders_waiting: 3 },
      render: async () => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return {};
      },
    });
    const replies = await Promise.all(Array.from({ length: 10 }, (_, i) => front.ask(`/areas/${i}`)));
    const statuses = replies.map((reply) => reply.status).sort();
    expect(statuses).toEqual([200, 200, 200, 200, 200, 503, 503, 503, 503, 503]);
    expect(replies.find((reply) => reply.status === 503)?.headers['retry-after']).toBe('5');
  });

  it('of those who wait, none waits longer than the limit', async () => {
    front = await startFront({
      limits: { renders: 1, wait_ms: 50 },
      render: async (target) => {
        if (target === '/slow') await new Promise((resolve) => setTimeout(resolve, 400));
        return {};
      },
    });
    const slow = front.ask('/slow');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await front.ask('/fast')).status).toBe(503);
    expect((await slow).status).toBe(200);
    expect((await front.ask('/fast')).status).toBe(200);
  });
});

describe('a page that is never done', () => {
  it('is given up, with a time to come again, and keeps nobody else from theirs', async () => {
    front = await startFront({
      limits: { renders: 1, render_ms: 50 },
      render: (target) => (target === '/stuck' ? new Promise(() => undefined) : {}),
    });
    const stuck = await front.ask('/stuck');
    expect([stuck.status, stuck.headers['retry-after']]).toEqual([503, '30']);
    expect((await front.ask('/areas')).status).toBe(200);
  });
});

describe('what is not HTTP', () => {
  it.each([
    ['garbage', 'HELLO\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['a tunnel', 'CONNECT other.example:443 HTTP/1.1\r\nHost: x\r\n\r\n', 405],
  ])('%s is refused, with the headers of every answer', async (_what, bytes, status) => {
    front = await startFront();
    const said = await raw(front.port, bytes);
    expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(said).toContain('x-content-type-options: nosniff');
  });
});

describe('closing down', () => {
  it('finishes what runs and takes nothing new', async () => {
    front = await startFront({
      render: async () => {
        await new Promise((resolve) => setTimeout(resolve, 150));
        return {};
      },
    });
    const running = front.ask('/areas');
    await new Promise((resolve) => setTimeout(resolve, 30));
    const closed = front.listening.close(5_000);
    await expect(ask(front.port, '/services')).rejects.toThrow(/ECONNREFUSED/);
    expect((await running).status).toBe(200);
    await closed;
    expect(front.rendered).toEqual(['/areas']);
  });

  it('cuts off what does not end in time', async () => {
    front = await startFront({ render: () => new Promise(() => undefined) });
    const hanging = front.ask('/areas').catch((error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await front.listening.close(100);
    expect(await hanging).toMatch(/socket hang up|ECONNRESET/);
  });
});
