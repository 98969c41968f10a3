import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutKey } from '../../src/client/without-key.ts';

const KEY = 'q1w2e3r4t5y6u7i8o9p0_-';
const CODE = 'K7Q-M2F-9XH4';

describe('a private link that is pasted into the box for codes', () => {
  it.each([
    ['a link', `https://majibu.example/i/${CODE}#k=${KEY}`],
    ['a link in another language', `https://majibu.example/sw/i/${CODE}#k=${KEY}`],
    [
      'a message around it',
      `Your report ${CODE}: https://majibu.example/i/${CODE}?fbclid=x#k=${KEY} Keep it.`,
    ],
    ['a code as people type it', `majibu.example/i/k7qm2f9xh4#k=${KEY}`],
  ])('is opened here, and its key is not sent: %s', (_, pasted) => {
    const { text, link } = withoutKey(pasted);
    expect(link).toMatch(/^\/i\/[\w-]+#k=q1w2e3r4t5y6u7i8o9p0_-$/);
    expect(text).not.toContain(KEY);
  });

  it.each([
    ['its end alone', `#k=${KEY}`],
    ['its end without the sign', `k=${KEY}`],
    [
      'a link that a program has written as a value',
      `https%3A%2F%2Fmajibu.example%2Fi%2F${CODE}%23k%3D${KEY}`,
    ],
    ['a link to another kind of page', `https://majibu.example/find#k=${KEY}`],
  ])('loses its key also where it is no whole link: %s', (_, pasted) => {
    expect(withoutKey(pasted)).toEqual({ text: expect.not.stringContaining(KEY), link: null });
  });

  it('changes no code and nothing else that people paste', () => {
    for (const text of [CODE, 'k7q m2f 9xh4', `https://majibu.example/i/${CODE}`, 'ok = it is #1', ''])
      expect(withoutKey(text)).toEqual({ text, link: null });
  });

  it('never leads off this portal, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const { link } = withoutKey(`${before}/i/${CODE}#k=${KEY}${after}`);
        return link !== null && new URL(link, 'https://majibu.example').origin === 'https://majibu.example';
      }),
    );
  });
});
