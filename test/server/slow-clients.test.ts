/** One client that sends slowly, reads slowly or takes all that it can must leave the others what they need. */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { startFront, type TestFront } from './front-setup.ts';

let front: TestFront;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await front.close();
});

function open(head: string): Socket {
  const socket = connect(front.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(head);
  sockets.push(socket);
  return socket;
}
const until = async (condition: () => boolean) => {
  for (let i = 0; i < 300 && !condition(); i++) await sleep(10);
  return condition();
};
/** More than a connection on this machine holds back when nobody reads it. */
const HUGE = new Uint8Array(24 * 1024 * 1024);

describe('a body that never comes to its end', () => {
  it('takes no place from those who ask for pages', async () => {
    front = await startFront({ limits: { renders: 2, renders_waiting: 0 } });
    for (let i = 0; i < 5; i++)
      open('POST /api/trpc/areas.list HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
    await sleep(100);
    expect((await front.ask('/areas')).status).toBe(200);
    expect(front.front.gauges()['making']).toBe(0);
  });
});

describe('an answer that nobody reads', () => {
  it('of the API takes no place from those who ask for pages', async () => {
    let made = 0;
    const trpc = async () => {
      made += 1;
      return new Response(HUGE);
    };
    front = await startFront({ portal: { trpc }, limits: { renders: 2, renders_waiting: 0 } });
    for (let i = 0; i < 2; i++) open('GET /api/trpc/areas.list HTTP/1.1\r\nHost: x\r\n\r\n').pause();
    expect(await until(() => made === 2 && front.front.gauges()['making'] === 0)).toBe(true);
    expect((await front.ask('/areas')).status).toBe(200);
  });
});

describe('a page that nobody reads', () => {
  it('is given up after a while, with the memory that it takes', async () => {
    front = await startFront({ render: () => ({ body: Buffer.from(HUGE) }), limits: { stalled_ms: 200 } });
    const socket = open('GET /areas HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.pause();
    await sleep(1_500);
    let read = 0;
    socket.on('data', (chunk) => {
      read += chunk.length;
    });
    socket.resume();
    await Promise.race([closed, until(() => read >= HUGE.length)]);
    expect(read).toBeLessThan(HUGE.length);
  });
});

describe('connections', () => {
  it('of one client are so many at most, and free again when they close', async () => {
    front = await startFront({ clientOf: () => 'one', limits: { connections_per_client: 3 } });
    const closed = new Set<Socket>();
    const begin = () => {
      const socket = open('GET /are');
      socket.once('close', () => closed.add(socket));
      return socket;
    };
    const first = [begin(), begin(), begin()];
    await sleep(50);
    const fourth = begin();
    expect(await until(() => closed.has(fourth))).toBe(true);
    expect(first.some((socket) => closed.has(socket))).toBe(false);
    for (const socket of first) socket.destroy();
    await sleep(50);
    expect((await front.ask('/areas')).status).toBe(200);
  });

  it('of those who cannot be told apart are not counted', async () => {
    front = await startFront({ limits: { connections_per_client: 1 } });
    open('GET /are');
    expect((await front.ask('/areas')).status).toBe(200);
  });
});

/** A download without end, and how much of it was asked for. */
function endless() {
  const seen = { begun: 0, cancelled: 0 };
  const download = async () => {
    seen.begun += 1;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      cancel: () => {
        seen.cancelled += 1;
      },
    });
    return new Response(body, { headers: { 'content-type': 'application/octet-stream' } });
  };
  return { seen, download };
}
const from = (client: string) =>
  `GET /data/requests.parquet HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${client}\r\n\r\n`;

describe('downloads', () => {
  it('of one client leave places for others, and its own wait in line', async () => {
    const { seen, download } = endless();
    front = await startFront({
      portal: { download },
      options: { proxies: 1 },
      limits: { downloads: 3, downloads_waiting: 0, downloads_per_client: 2, wait_ms: 150 },
    });
    for (let i = 0; i < 2; i++) open(from('192.0.2.1')).pause();
    expect(await until(() => seen.begun === 2)).toBe(true);
    const third = await front.ask('/data/x.csv', { headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect([third.status, third.headers['retry-after']]).toEqual([503, '5']);
    open(from('192.0.2.2')).pause();
    expect(await until(() => seen.begun === 3)).toBe(true);
    for (const socket of sockets.splice(0)) socket.destroy();
    expect(await until(() => seen.cancelled === 3)).toBe(true);
    open(from('192.0.2.1')).pause();
    expect(await until(() => seen.begun === 4)).toBe(true);
  });

  it('end when their reader takes next to nothing, so that a byte now and then holds no place', async () => {
    const { seen, download } = endless();
    front = await startFront({ portal: { download }, limits: { stalled_ms: 300, slowest_bytes: 200e6 } });
    const socket = open('GET /data/requests.parquet HTTP/1.1\r\nHost: x\r\n\r\n');
    socket.on('data', () => socket.pause());
    const trickle = setInterval(() => socket.resume(), 20);
    expect(await until(() => seen.cancelled === 1)).toBe(true);
    clearInterval(trickle);
  });

  it('do not end while a reader waits for what is being made', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await sleep(100);
        if (++sent > 10) controller.close();
        else controller.enqueue(new Uint8Array(10));
      },
    });
    front = await startFront({
      portal: { download: async () => new Response(body, { headers: { 'content-type': 'text/x' } }) },
      limits: { stalled_ms: 300, slowest_bytes: 200e6 },
    });
    expect((await front.ask('/data/requests.parquet')).body).toHaveLength(100);
  });
});

describe('pictures', () => {
  it('count as the work that they are', async () => {
    front = await startFront({
      options: { proxies: 1 },
      limits: { client_burst: 25, client_per_second: 0.001 },
    });
    const ask = (n: number) =>
      front.ask(`/i/K7Q-M2F-9XH${n}.png`, { headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect([(await ask(1)).status, (await ask(2)).status, (await ask(3)).status]).toEqual([200, 200, 429]);
  });
});

describe('calls in a batch', () => {
  it('count one by one, so that a batch is no way around the limit', async () => {
    front = await startFront({
      portal: { trpc: async () => Response.json([]) },
      options: { proxies: 1 },
      limits: { client_burst: 25, client_per_second: 0.001 },
    });
    const batch = Array(10).fill('requests.get').join(',');
    const statuses = [];
    for (let i = 0; i < 3; i++)
      statuses.push(
        (await front.ask(`/api/trpc/${batch}?batch=1`, { headers: { 'x-forwarded-for': '192.0.2.1' } }))
          .status,
      );
    expect(statuses).toEqual([200, 200, 429]);
  });
});
