import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { startFront, type TestFront } from './front-setup.ts';

let front: TestFront;
afterEach(() => front.close());

const ROW = 'K7QM2F9XH4,road-damage,2026-11-22,open\n';

/** A download of so many rows that tells how many were asked of it, and whether it was called off. */
function rows(total: number) {
  const seen = { pulled: 0, cancelled: false, headers: new Headers(), method: '' };
  const download = async (request: Request) => {
    seen.headers = request.headers;
    seen.method = request.method;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (seen.pulled === total) return controller.close();
        seen.pulled += 1;
        controller.enqueue(new TextEncoder().encode(ROW.repeat(1_000)));
      },
      cancel() {
        seen.cancelled = true;
      },
    });
    return new Response(body, {
      headers: { 'content-type': 'text/csv', etag: '"abc"', 'accept-ranges': 'bytes' },
    });
  };
  return { seen, download };
}

const until = async (condition: () => boolean) => {
  for (let i = 0; i < 200 && !condition(); i++) await sleep(10);
};

describe('a download', () => {
  it('arrives whole, is not kept, and comes again each time', async () => {
    const { seen, download } = rows(50);
    front = await startFront({ portal: { download } });
    const reply = await front.ask('/data/requests.csv');
    const digest = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');
    expect(digest(reply.body)).toBe(digest(ROW.repeat(50_000)));
    await front.ask('/data/requests.csv');
    expect(seen.pulled).toBe(50);
    expect(front.rendered).toEqual([]);
  });

  it('is compressed as it goes, with an ETag of its own that is taken back', async () => {
    const { seen, download } = rows(20);
    front = await startFront({ portal: { download } });
    const reply = await front.ask('/data/requests.csv', {
      headers: { 'accept-encoding': 'br, gzip', 'if-none-match': '"abc-gzip"' },
    });
    expect(gunzipSync(reply.body).toString()).toBe(ROW.repeat(20_000));
    expect([reply.headers['etag'], reply.headers['vary']]).toEqual(['"abc-gzip"', 'Accept-Encoding']);
    expect(reply.headers['accept-ranges']).toBeUndefined();
    expect(seen.headers.get('if-none-match')).toBe('"abc"');
  });

  it('is left as it is where a part of it was asked for', async () => {
    const { seen, download } = rows(1);
    front = await startFront({ portal: { download } });
    const reply = await front.ask('/data/requests.csv', {
      headers: { 'accept-encoding': 'gzip', range: 'bytes=0-9' },
    });
    expect(reply.headers['content-encoding']).toBeUndefined();
    expect(seen.headers.get('range')).toBe('bytes=0-9');
  });

  it('is not gone on with from a compressed copy: its tag stays another than that of the file', async () => {
    const { seen, download } = rows(1);
    front = await startFront({ portal: { download } });
    await front.ask('/data/requests.csv', { headers: { range: 'bytes=5-', 'if-range': '"abc-gzip"' } });
    expect(seen.headers.get('if-range')).toBe('"abc-gzip"');
  });

  it('answers HEAD without a body', async () => {
    const { seen, download } = rows(50);
    front = await startFront({ portal: { download } });
    const reply = await front.ask('/data/requests.csv', { method: 'HEAD' });
    expect([reply.status, reply.body.length, seen.method]).toEqual([200, 0, 'HEAD']);
    expect(seen.pulled).toBeLessThan(5);
  });

  it('goes no faster than it is read, and ends when its reader goes away', async () => {
    const { seen, download } = rows(100_000);
    front = await startFront({ portal: { download } });
    const socket = connect(front.port, '127.0.0.1');
    socket.write('GET /data/requests.csv HTTP/1.1\r\nHost: x\r\n\r\n');
    socket.once('data', () => socket.pause());
    await until(() => seen.pulled > 10);
    await sleep(300);
    const pulled = seen.pulled;
    await sleep(200);
    expect(seen.pulled).toBe(pulled);
    expect(pulled).toBeLessThan(10_000);
    socket.destroy();
    await until(() => seen.cancelled);
    expect(seen.cancelled).toBe(true);
  });

  it('is given up when its reader takes nothing for too long', async () => {
    const { seen, download } = rows(100_000);
    front = await startFront({ portal: { download }, limits: { stalled_ms: 200 } });
    const socket = connect(front.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET /data/requests.csv HTTP/1.1\r\nHost: x\r\n\r\n');
    socket.once('data', () => socket.pause());
    await until(() => seen.cancelled);
    expect(seen.cancelled).toBe(true);
    socket.destroy();
  });

  it('that breaks off breaks the connection, so that half a file never looks whole', async () => {
    let sent = 0;
    const body = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 1;
          if (sent > 3) controller.error(new Error('the database went away'));
          else controller.enqueue(new TextEncoder().encode(ROW.repeat(1_000)));
        },
      });
    front = await startFront({
      portal: { download: async () => new Response(body(), { headers: { 'content-type': 'text/csv' } }) },
    });
    await expect(front.ask('/data/requests.csv')).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });

  it('is refused while as many run as there are places, and nobody waits in vain', async () => {
    const { download } = rows(100_000);
    front = await startFront({ portal: { download }, limits: { downloads: 1, downloads_waiting: 0 } });
    const socket = connect(front.port, '127.0.0.1');
    socket.write('GET /data/requests.csv HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.pause();
    const refused = await front.ask('/data/requests.csv');
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
    socket.destroy();
    await until(() => front.front.gauges()['downloads'] === 0);
    expect(front.front.gauges()['downloads']).toBe(0);
  });
});
