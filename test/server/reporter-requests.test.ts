/** What the private view asks, over the real front: who may ask, how, how often, and that refusals are all alike. */
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { publicCode } from '../../db/public-code.ts';
import type { ReporterDesk } from '../../src/server/reporter-desk.ts';
import { type Ask, NO_DESK, type Overrides, startFront, type TestFront } from './front-setup.ts';

const CODE = publicCode(() => 7);
const UNKNOWN = publicCode(() => 9);
/** one character wrong, which the last one shows */
const MISTYPED = CODE.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
const TOKEN = createHash('sha256').update('the reporter').digest();
const OTHER = createHash('sha256').update('somebody else').digest('base64url');
const token = TOKEN.toString('base64url');
const ONE_CLIENT = { 'x-forwarded-for': '192.0.2.1' };

let front: TestFront;
afterEach(() => front.close());

const asked: string[] = [];
const desk: ReporterDesk = {
  takes_words: true,
  box: async (code, given) => (code === CODE && TOKEN.equals(given) ? 'Ym94' : null),
  async word(code, given, word) {
    asked.push(word);
    return code === CODE && TOKEN.equals(given) ? 'recorded' : 'refused';
  },
  close: async () => undefined,
};
const open = async (own: Overrides = {}) => {
  front = await startFront({ ...own, options: { desk, ...own.options } });
};
const post = (target: string, body: unknown, own: Ask = {}) =>
  front.ask(target, {
    method: 'POST',
    body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    ...own,
    headers: { 'content-type': 'application/json', ...own.headers },
  });

describe('the private view', () => {
  it('is given to whoever shows its token, and kept nowhere', async () => {
    await open();
    const reply = await post(`/i/${CODE}/view`, { token });
    expect([reply.status, JSON.parse(reply.text)]).toEqual([200, { sealed: 'Ym94', takes_words: true }]);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.headers['etag']).toBeUndefined();
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    expect(reply.headers['referrer-policy']).toBe('no-referrer');
    expect(front.front.gauges()['cache_answers']).toBe(0);
  });

  it('takes a code as people type it', async () => {
    await open();
    expect((await post(`/i/${CODE.toLowerCase().replaceAll('-', '')}/view`, { token })).status).toBe(200);
  });

  it('refuses another token, an unknown code and a report without a link in one way, to the byte', async () => {
    await open({ options: { desk: { ...desk, box: async () => null } } });
    const replies = [
      await post(`/i/${CODE}/view`, { token: OTHER }),
      await post(`/i/${UNKNOWN}/view`, { token }),
      await post(`/i/${CODE}/word`, { token: OTHER, word: 'confirmed' }),
      await post(`/i/${UNKNOWN}/word`, { token, word: 'disputed' }),
    ];
    const told = replies.map(({ status, text, headers: { date: _, ...headers } }) =>
      JSON.stringify([status, text, headers]),
    );
    expect(new Set(told).size).toBe(1);
    expect(JSON.parse(replies[0]?.text ?? '')).toMatchObject({ status: 403, reason: 'wrong_link' });
  });

  it('tells a mistyped code, which says nothing of any report', async () => {
    await open();
    const reply = await post(`/i/${MISTYPED}/view`, { token });
    expect([reply.status, JSON.parse(reply.text).reason]).toEqual([404, 'mistyped_code']);
  });
});

describe('what is sent', () => {
  it.each([
    ['GET', 405],
    ['HEAD', 405],
    ['PUT', 405],
    ['DELETE', 405],
    ['OPTIONS', 204],
  ])('by %s is not taken', async (method, status) => {
    await open();
    for (const what of ['view', 'word']) {
      const reply = await front.ask(`/i/${CODE}/${what}`, { method });
      expect([reply.status, reply.headers['allow']]).toEqual([status, 'POST, OPTIONS']);
      expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no token', '{}'],
    ['a number as token', '{"token":1}'],
    ['a token that is too short', `{"token":"${token.slice(1)}"}`],
    ['a token that is too long', `{"token":"${token}A"}`],
    ['a token of other characters', `{"token":"${'+'.repeat(43)}"}`],
    ['more than is asked for', `{"token":"${token}","word":"confirmed","at":"2020-01-01"}`],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
    ['a deep nest', '['.repeat(250) + ']'.repeat(250)],
  ])('is refused where it is %s', async (_, body) => {
    await open();
    asked.length = 0;
    const reply = await post(`/i/${CODE}/word`, body);
    expect([reply.status, JSON.parse(reply.text).reason]).toEqual([400, 'malformed']);
    expect(asked).toEqual([]);
    expect(reply.text).not.toContain(token.slice(2, 20));
  });

  it.each(['resolved', 'CONFIRMED', '', 'confirmed; drop table'])('knows no word "%s"', async (word) => {
    await open();
    expect((await post(`/i/${CODE}/word`, { token, word })).status).toBe(400);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    '',
  ])('as "%s" is refused: a form of another site can send that', async (type) => {
    await open();
    const reply = await post(
      `/i/${CODE}/word`,
      { token, word: 'confirmed' },
      { headers: { 'content-type': type } },
    );
    expect(reply.status).toBe(415);
  });

  it('is not read beyond its limit, announced or not', async () => {
    await open();
    const huge = Buffer.alloc(200_000, 'a');
    expect((await post(`/i/${CODE}/word`, huge)).status).toBe(413);
    expect(
      (await post(`/i/${CODE}/word`, huge, { headers: { 'transfer-encoding': 'chunked' } })).status,
    ).toBe(413);
  });

  it('comes from a page of this site, or from a program', async () => {
    await open();
    const from = async (headers: Record<string, string>) =>
      (await post(`/i/${CODE}/word`, { token, word: 'confirmed' }, { headers })).status;
    expect(await from({})).toBe(200);
    expect(await from({ origin: 'http://portal.example' })).toBe(200);
    expect(await from({ origin: 'http://portal.example', 'sec-fetch-site': 'same-origin' })).toBe(200);
    const others: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://portal.example', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of others) expect(await from(headers), JSON.stringify(headers)).toBe(403);
  });
});

describe('guessing', () => {
  it('of one code by one client ends after a few attempts, and a right token does not help then', async () => {
    await open({ options: { proxies: 1 } });
    const from = (given: string) => post(`/i/${CODE}/view`, { token: given }, { headers: ONE_CLIENT });
    const statuses: number[] = [];
    for (let i = 0; i < 16; i++) statuses.push((await from(OTHER)).status);
    expect(statuses.slice(0, 12)).toEqual(Array(12).fill(403));
    expect(statuses.slice(12)).toEqual(Array(4).fill(429));
    const right = await from(token);
    expect(right.status).toBe(429);
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
  });

  it.each([
    ['one client', ONE_CLIENT],
    ['clients that cannot be told apart', {}],
  ])('of many codes by %s ends as well, known or not in one way', async (_, headers) => {
    await open({ limits: { reporter_burst: 5 }, options: { proxies: 'x-forwarded-for' in headers ? 1 : 0 } });
    const codes = [UNKNOWN, CODE, UNKNOWN, CODE, UNKNOWN, CODE, UNKNOWN];
    const statuses: number[] = [];
    for (const code of codes)
      statuses.push((await post(`/i/${code}/view`, { token: OTHER }, { headers })).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429, 429]);
  });

  it('by whole armies keeps no reporter from their own view and word', async () => {
    await open({ options: { proxies: 1 } });
    const from = (client: string, what: string, body: unknown) =>
      post(`/i/${CODE}/${what}`, body, { headers: { 'x-forwarded-for': client } });
    const guesses = [];
    for (let i = 0; i < 90; i++) guesses.push((await from(`192.0.2.${i}`, 'view', { token: OTHER })).status);
    expect(guesses.at(-1)).toBe(429);
    expect((await from('198.51.100.7', 'view', { token })).status).toBe(200);
    expect((await from('198.51.100.7', 'word', { token, word: 'disputed' })).status).toBe(200);
  });

  it('from behind a proxy that nobody told us of keeps no reporter from their own view', async () => {
    await open();
    for (let i = 0; i < 100; i++) await post(`/i/${CODE}/view`, { token: OTHER });
    expect((await post(`/i/${CODE}/view`, { token: OTHER })).status).toBe(429);
    expect((await post(`/i/${CODE}/view`, { token })).status).toBe(200);
  });

  it('is not what a town does whose people share an address and open their own views', async () => {
    await open({ options: { proxies: 1 }, limits: { reporter_burst: 3, reporter_per_second: 0.001 } });
    for (let i = 0; i < 20; i++)
      expect((await post(`/i/${CODE}/view`, { token }, { headers: ONE_CLIENT })).status).toBe(200);
  });

  it('and words are limited, right or not: each of them is a question to the triage database', async () => {
    await open({ options: { proxies: 1 } });
    const statuses: number[] = [];
    for (let i = 0; i < 14; i++)
      statuses.push(
        (await post(`/i/${CODE}/word`, { token, word: 'confirmed' }, { headers: ONE_CLIENT })).status,
      );
    expect(statuses.slice(-3)).toEqual([200, 429, 429]);
  });

  it('by one client keeps no other from their own view', async () => {
    await open({ options: { proxies: 1 } });
    const from = (client: string, given: string) =>
      post(`/i/${CODE}/view`, { token: given }, { headers: { 'x-forwarded-for': client } });
    for (let i = 0; i < 100; i++) await from('192.0.2.1', OTHER);
    expect((await from('192.0.2.1', token)).status).toBe(429);
    expect((await from('198.51.100.7', token)).status).toBe(200);
  });

  it('by many clients together is held back, by code', async () => {
    await open({ options: { proxies: 1 } });
    const statuses: number[] = [];
    for (let i = 0; i < 70; i++)
      statuses.push(
        (await post(`/i/${CODE}/view`, { token: OTHER }, { headers: { 'x-forwarded-for': `192.0.2.${i}` } }))
          .status,
      );
    expect(statuses.filter((status) => status === 403).length).toBeLessThan(66);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('what is told of it', () => {
  it('is a line without code and token, and a failure without either', async () => {
    const failing = async () => {
      throw new Error(`connection lost while asking for ${CODE}`);
    };
    await open({ options: { desk: { ...NO_DESK, takes_words: true, box: failing, word: failing } } });
    const reply = await post(`/i/${CODE}/word`, { token, word: 'confirmed' });
    expect([reply.status, JSON.parse(reply.text).reason]).toEqual([503, 'unavailable']);
    expect(reply.text).not.toContain(CODE);
    expect(front.failures).toHaveLength(1);
    expect(front.lines).toEqual([expect.stringMatching(/^POST reporter 503 [\d.]+ ms$/)]);
  });
});
