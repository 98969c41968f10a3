import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET, parsePublicCode, publicCode } from '../../db/public-code.ts';

const code = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 9, maxLength: 9 }).map((bytes) => {
  const left = [...bytes];
  return publicCode(() => left.pop() ?? 0);
});
const character = fc.integer({ min: 0, max: 31 }).map((i) => CODE_ALPHABET.charAt(i));
const position = fc.constantFrom(0, 1, 2, 4, 5, 6, 8, 9, 10, 11);

describe('a public code', () => {
  it('has the form K7Q-M2F-9XH4 and reads back as itself', () => {
    fc.assert(
      fc.property(code, (c) => {
        expect(c).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(parsePublicCode(c)).toEqual({ ok: true, code: c });
      }),
    );
  });

  it('is read in any case, with or without hyphens and spaces, with O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(code, fc.constantFrom('I', 'l', 'i', 'L'), (c, one) => {
        const typed = ` ${c.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', one)} `;
        expect(parsePublicCode(typed)).toEqual({ ok: true, code: c });
      }),
    );
  });

  it('tells every single wrong character', () => {
    fc.assert(
      fc.property(code, position, character, (c, at, wrong) => {
        fc.pre(c[at] !== wrong);
        const typed = c.slice(0, at) + wrong + c.slice(at + 1);
        expect(parsePublicCode(typed)).toEqual({ ok: false, reason: 'mistyped' });
      }),
      { numRuns: 2000 },
    );
  });

  it('tells every swap of two characters', () => {
    fc.assert(
      fc.property(code, position, position, (c, a, b) => {
        fc.pre(c[a] !== c[b]);
        const characters = [...c];
        [characters[a], characters[b]] = [c.charAt(b), c.charAt(a)];
        expect(parsePublicCode(characters.join(''))).toEqual({ ok: false, reason: 'mistyped' });
      }),
      { numRuns: 2000 },
    );
  });

  it('is told apart from text that is no code at all', () => {
    for (const text of ['', 'hello', 'K7Q-M2F-9XH', 'K7Q-M2F-9XH44', 'U7Q-M2F-9XH4', 'K7Q-M2F-9X\u0000H'])
      expect(parsePublicCode(text)).toEqual({ ok: false, reason: 'malformed' });
  });
});
