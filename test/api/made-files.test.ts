import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MadeFiles, type Make } from '../../api/made-files.ts';
import { testPortal } from './portal.ts';

let files: MadeFiles;
beforeEach(() => {
  files = new MadeFiles({ most_bytes: 1000, at_once: 2, soon_ms: 1000 });
});
afterEach(() => files.close());

/** A file that grows when it is told to. */
function growing() {
  const seen = { made: 0, aborted: false };
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const make: Make = async (signal) => {
    seen.made += 1;
    signal.addEventListener('abort', () => {
      seen.aborted = true;
      controller?.error(signal.reason);
    });
    return new ReadableStream({
      start: (given) => {
        controller = given;
      },
    });
  };
  const grow = async (text: string) => {
    while (controller === undefined) await sleep(1);
    controller.enqueue(Buffer.from(text));
  };
  return { seen, make, grow, end: () => controller?.close() };
}
const made =
  (text: string): Make =>
  async () =>
    new Blob([text]).stream();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const textOf = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();

describe('a file that was made', () => {
  it('is made once for all who read it, and read in any part', async () => {
    const { seen, make, grow, end } = growing();
    const holds = Array.from({ length: 20 }, () => files.hold('key', null, make));
    const parts = holds.map((hold, i) => textOf(hold.stream(i % 5, 10)));
    await grow('01234');
    await grow('56789');
    end();
    expect(await Promise.all(parts)).toEqual(holds.map((_, i) => '0123456789'.slice(i % 5)));
    expect(await textOf(files.hold('key', null, make).stream(8, 10))).toBe('89');
    expect(seen.made).toBe(1);
  });

  it('can be read before it is whole', async () => {
    const { make, grow, end } = growing();
    const reader = files.hold('key', null, make).stream(0, 6).getReader();
    await grow('abc');
    await grow('def');
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('abc');
    end();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('def');
    expect((await reader.read()).done).toBe(true);
  });

  it('never looks whole where it is other than what was published', async () => {
    const hold = files.hold('key', sha256('right'), made('wrong'));
    await expect(textOf(hold.stream(0, 5))).rejects.toThrow('other than it was published');
    expect(await textOf(files.hold('key', sha256('right'), made('right')).stream(0, 5))).toBe('right');
  });

  it('is given up when nobody waits for the rest, and made anew when it is asked for again', async () => {
    const { seen, make, grow } = growing();
    const [one, two] = [files.hold('key', null, make), files.hold('key', null, make)];
    const reader = one.stream(0, 100).getReader();
    await grow('abc');
    await grow('def');
    await reader.read();
    await reader.cancel();
    expect(seen.aborted).toBe(false);
    two.release();
    two.release();
    expect(seen.aborted).toBe(true);
    expect(await textOf(files.hold('key', null, made('anew')).stream(0, 4))).toBe('anew');
  });

  it('makes room when there is too little: the longest unused goes first, and none that is read', async () => {
    const text = 'x'.repeat(400);
    const kept = files.hold('kept', null, made(text));
    await kept.whole();
    for (const key of ['a', 'b', 'c']) {
      const hold = files.hold(key, null, made(text));
      await hold.whole();
      hold.release();
    }
    expect(files.bytes).toBe(800);
    expect(await textOf(kept.stream(0, 400))).toBe(text);
  });

  it('says what its maker says, to all who wait, and the next one tries again', async () => {
    const failing: Make = async () => {
      throw new Error('the database is away');
    };
    const holds = [files.hold('key', null, failing), files.hold('key', null, failing)];
    for (const hold of holds) await expect(hold.whole()).rejects.toThrow('away');
    expect(await textOf(files.hold('key', null, made('back')).stream(0, 4))).toBe('back');
  });

  it('has no name on the disk', async () => {
    const { make, grow, end } = growing();
    const hold = files.hold('key', null, make);
    await grow('abc');
    await sleep(20);
    const names = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('majibu-made-'));
    const before = await names();
    end();
    await hold.whole();
    for (const name of before) expect(await readdir(`${tmpdir()}/${name}`).catch(() => [])).toEqual([]);
    hold.release();
  });
});

describe('downloads that are given up', () => {
  it('leave no connection taken, whatever the format, and the next one is whole', async () => {
    const test = await testPortal();
    const failures: unknown[] = [];
    const { download } = await test.portal.forRequest();
    const paths = ['csv', 'ndjson', 'parquet', 'xlsx'].flatMap((format) => [
      `/data/2/statistics.${format}`,
      `/data/requests.${format}?status=open`,
    ]);
    for (let round = 0; round < 6; round += 1)
      await Promise.all(
        paths.map(async (path, i) => {
          const abort = new AbortController();
          const request = new Request(`https://majibu.example${path}`, {
            signal: abort.signal,
            headers: (i + round) % 3 === 0 ? { range: 'bytes=100-' } : {},
          });
          const answering = download(request);
          if ((i + round) % 4 === 0) abort.abort();
          const answer = await answering;
          if (round % 2 === 0) await answer.body?.cancel();
          else {
            abort.abort();
            await answer.arrayBuffer().catch((error: unknown) => failures.push(error));
          }
        }),
      );
    for (const path of paths) {
      const answer = await download(new Request(`https://majibu.example${path}`));
      expect([path, answer.status, (await answer.arrayBuffer()).byteLength > 100]).toEqual([path, 200, true]);
    }
    await test.close();
  }, 60_000);
});
