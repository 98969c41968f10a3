/** A private link that reaches the server after all is not looked up, kept, logged or repeated. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFront, type TestFront } from './front-setup.ts';

const KEY = 'q3Jt0vXy-aB_cDeFgHiJkL';
let front: TestFront;
beforeAll(async () => {
  front = await startFront();
});
afterAll(() => front?.close());

it.each([
  ['GET', `/sw/find?code=${encodeURIComponent(`https://x.example/i/K7Q-M2F-9XH4#k=${KEY}`)}`],
  ['HEAD', `/sw/i/K7Q-M2F-9XH4%23k=${KEY}`],
  ['GET', `/sw/find?code=${KEY}`],
])('%s %s is sent on to an address without the secret', async (method, target) => {
  const before = front.rendered.length;
  const { status, headers, text } = await front.ask(target, { method });
  expect(status).toBe(303);
  expect(headers.location).toMatch(/^\/sw\/find\?code=[^?]*%23k%3D$/);
  expect(headers['cache-control']).toBe('no-store');
  expect(JSON.stringify(headers) + text + front.lines.join()).not.toContain(KEY);
  expect(front.rendered.length).toBe(before);
});

it('never sends anyone to another site', async () => {
  for (const target of [`//evil.example/find?code=${KEY}`, `/\\evil.example/find?code=${KEY}`])
    expect((await front.ask(target)).status).toBe(400);
});
