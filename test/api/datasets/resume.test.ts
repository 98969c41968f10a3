import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutOut } from '../../../api/datasets/file-body.ts';
import { type TestPortal, testPortal } from '../portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  const { download } = await test.portal.forRequest();
  return download(new Request(`https://majibu.example${path}`, { method, headers }));
}
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

describe.each(['requests.csv', 'requests.ndjson', 'areas.geojson', 'requests.parquet', 'requests.xlsx'])(
  '/data/2/%s',
  (file) => {
    const path = `/data/2/${file}`;

    it('is put together from any of its parts', async () => {
      const whole = await bytesOf(await ask(path));
      const middle = Math.floor(whole.length / 3);
      const [head, tail, last] = await Promise.all(
        [`bytes=0-${middle - 1}`, `bytes=${middle}-`, 'bytes=-10'].map((range) => ask(path, { range })),
      );
      expect(head?.status).toBe(206);
      expect(head?.headers.get('content-length')).toBe(String(middle));
      expect(head?.headers.get('content-range')).toBe(`bytes 0-${middle - 1}/${whole.length}`);
      expect(tail?.headers.get('content-range')).toBe(`bytes ${middle}-${whole.length - 1}/${whole.length}`);
      if (!head || !tail || !last) throw new Error('no answer');
      expect(Buffer.concat([await bytesOf(head), await bytesOf(tail)]).equals(whole)).toBe(true);
      expect((await bytesOf(last)).equals(whole.subarray(-10))).toBe(true);
    });

    it('says how large it is, that it comes in parts, and the tag of its bytes, to GET and to HEAD alike', async () => {
      const [get, head] = await Promise.all([ask(path), ask(path, {}, 'HEAD')]);
      const whole = await bytesOf(get);
      expect([...head.headers]).toEqual([...get.headers]);
      expect(head.headers.get('content-length')).toBe(String(whole.length));
      expect(head.headers.get('accept-ranges')).toBe('bytes');
      expect(head.headers.get('etag')).toBe(`"${createHash('sha256').update(whole).digest('hex')}"`);
    });

    it('is sent whole where a part would not fit what the client has, or several are asked for', async () => {
      const whole = await bytesOf(await ask(path));
      const asked: Record<string, string>[] = [
        { range: 'bytes=5-9', 'if-range': '"other"' },
        { range: 'bytes=0-1,4-5' },
      ];
      for (const headers of asked) {
        const answer = await ask(path, headers);
        expect([headers, answer.status]).toEqual([headers, 200]);
        expect((await bytesOf(answer)).equals(whole)).toBe(true);
      }
    });

    it('says how large it is where nothing of it lies in the range', async () => {
      const { headers } = await ask(path, {}, 'HEAD');
      const answer = await ask(path, { range: 'bytes=99999999-' });
      expect([answer.status, answer.headers.get('content-range')]).toEqual([
        416,
        `bytes */${headers.get('content-length')}`,
      ]);
      expect((await answer.json()).status).toBe(416);
    });

    it('is not sent in part to a client that has it', async () => {
      const etag = (await ask(path, {}, 'HEAD')).headers.get('etag') ?? '';
      expect((await ask(path, { range: 'bytes=0-4', 'if-none-match': etag })).status).toBe(304);
    });
  },
);

describe('parts of a file that can become another', () => {
  it('are not sent: of the newest release, of a filter, for spreadsheets', async () => {
    for (const path of [
      '/data/requests.csv',
      '/data/2/requests.csv?status=open',
      '/data/2/requests.csv?bom=true',
    ]) {
      const answer = await ask(path, { range: 'bytes=0-4' });
      expect([path, answer.status, answer.headers.get('accept-ranges')]).toEqual([path, 200, null]);
      await answer.body?.cancel();
    }
  });

  it('are sent of Parquet, which is read by parts: their tag tells when it has become another', async () => {
    const answer = await ask('/data/requests.parquet', { range: 'bytes=0-3' });
    expect([answer.status, (await bytesOf(answer)).toString()]).toEqual([206, 'PAR1']);
  });
});

describe('a part that is cut out of a file as it passes', () => {
  const chunks = ['abc', 'defg', 'h', 'ijklm'];
  const source = (seen: { cancelled: boolean }) => {
    const rest = [...chunks];
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        const next = rest.shift();
        if (next === undefined) controller.close();
        else controller.enqueue(Buffer.from(next));
      },
      cancel() {
        seen.cancelled = true;
      },
    });
  };
  it('is that part, wherever chunks end, and the rest is not asked for', async () => {
    const text = chunks.join('');
    for (let from = 0; from < text.length; from += 1)
      for (let until = from + 1; until <= text.length; until += 1) {
        const seen = { cancelled: false };
        expect(await new Response(cutOut(source(seen), { from, until })).text()).toBe(
          text.slice(from, until),
        );
        if (until <= 7) expect(seen.cancelled).toBe(true);
      }
  });
});
