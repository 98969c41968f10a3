import { Agent, request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { PAGE, startFront, type TestFront } from './front-setup.ts';

let front: TestFront;
afterEach(() => front.close());

/** One connection that sends bytes as they are; `said` is all that came back. */
function open(port: number): { socket: Socket; said: () => string; closed: Promise<void> } {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    said += chunk;
  });
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return { socket, said: () => said, closed };
}

const until = async (condition: () => boolean) => {
  for (let i = 0; i < 300 && !condition(); i++) await sleep(10);
  expect(condition()).toBe(true);
};
const GET = (target: string, more = '') => `GET ${target} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
const count = (text: string, part: string) => text.split(part).length - 1;

describe('one connection', () => {
  it('is used for one request after the other', async () => {
    front = await startFront();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = new Set<number | undefined>();
    for (let i = 0; i < 50; i++) {
      const body = await new Promise<string>((resolve, reject) => {
        const asked = httpRequest(
          { host: '127.0.0.1', port: front.port, path: '/areas', agent },
          (response) => {
            ports.add(response.socket.localPort);
            let text = '';
            response.setEncoding('utf8').on('data', (chunk: string) => {
              text += chunk;
            });
            response.once('end', () => resolve(text));
            response.once('error', reject);
          },
        );
        asked.once('error', reject);
        asked.end();
      });
      expect(body).toBe(PAGE);
    }
    agent.destroy();
    expect(ports.size).toBe(1);
    expect(front.rendered).toEqual(['/areas']);
  });

  it('answers requests that were sent ahead in their order, kept ones and others', async () => {
    front = await startFront({
      render: async (target) => {
        if (target === '/slow') await sleep(100);
        return { body: Buffer.from(`<p>this is ${target}</p>`) };
      },
    });
    await front.ask('/kept');
    const { socket, said } = open(front.port);
    socket.write(
      GET('/kept') + GET('/slow') + GET('/kept') + GET('/assets/site.abc.css') + GET('/new') + GET('/kept'),
    );
    await until(() => count(said(), 'HTTP/1.1 200 OK') === 6 && said().endsWith('/kept</p>'));
    const order = [...said().matchAll(/this is (\/\w+)|p\{\}(?=$|HTTP)/g)].map((found) => found[1] ?? 'css');
    expect(order).toEqual(['/kept', '/slow', '/kept', 'css', '/new', '/kept']);
    socket.destroy();
  });

  it.each([
    ['that is to be closed', 'Connection: close\r\n', '1.1'],
    ['of HTTP/1.0', '', '1.0'],
  ])('%s is closed after a kept answer, which says so', async (_what, header, version) => {
    front = await startFront();
    await front.ask('/areas');
    const { socket, said, closed } = open(front.port);
    socket.write(`GET /areas HTTP/${version}\r\nHost: x\r\n${header}\r\n`);
    await closed;
    expect(said()).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(said().toLowerCase()).toContain('connection: close');
    expect(said().endsWith(Buffer.from(PAGE).toString('latin1'))).toBe(true);
  });

  it('gets the same headers for a kept answer as for one that was just made', async () => {
    front = await startFront();
    const ask = async () => {
      const { socket, said } = open(front.port);
      socket.write(GET('/areas'));
      await until(() => said().endsWith('</p>'));
      socket.destroy();
      return said().split('\r\n\r\n')[0]?.toLowerCase().split('\r\n').sort();
    };
    const [made, kept] = [await ask(), await ask()];
    const withoutDate = (lines: string[] | undefined) => lines?.filter((line) => !line.startsWith('date:'));
    expect(withoutDate(kept)).toEqual(withoutDate(made));
    expect(kept?.some((line) => line.startsWith('date: '))).toBe(true);
    expect(front.rendered).toHaveLength(1);
  });

  it('that is idle does not hold up closing down', async () => {
    front = await startFront();
    const { socket, said, closed } = open(front.port);
    socket.write(GET('/areas'));
    await until(() => said().endsWith('</p>'));
    await front.listening.close(5_000);
    await closed;
  });
});
