import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCode } from '../../../src/status/find-code.ts';

const CODE = 'K7Q-M2F-9XH4';

test.each([
  ['the code', 'K7Q-M2F-9XH4'],
  ['the code in small letters with spaces', '  k7q m2f 9xh4 '],
  ['a link', 'https://majibu.example/i/K7Q-M2F-9XH4'],
  ['a Swahili link with more after it', 'https://majibu.example/sw/i/k7q-m2f-9xh4?utm=x#top'],
  ['a forwarded message', 'Ripoti K7Q-M2F-9XH4: bado inasubiri. https://majibu.example/i/K7Q-M2F-9XH4'],
  ['a message with the code alone', 'Hello, my report is K7Q-M2F-9XH4. What is up?'],
])('%s is found', (_, text) => {
  expect(findCode(text)?.replace(/^(\w{3})-?(\w{3})-?(\w{4})$/, '$1-$2-$3')).toBe(CODE);
});

test.each([
  ['nothing', ''],
  ['a greeting', 'hello there'],
  ['a sentence', 'the road by the school is bad again this week'],
  ['a phone number', '+254 712 345 678 901'],
  ['signs', '???'],
])('%s is no code', (_, text) => {
  expect(findCode(text)).toBeNull();
});

test('a code with a character too few is still looked up, so that help can be given', () => {
  expect(findCode('K7Q-M2F-9XH')).toBe('K7Q-M2F-9XH');
});

test('whatever is typed, what is looked up is short and harmless in an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const found = findCode(text);
      if (found !== null) expect(found).toMatch(/^[0-9A-Z-]{1,64}$/);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(findCode(`x/i/${CODE}/${text}`)).toBe(CODE);
    }),
  );
});
