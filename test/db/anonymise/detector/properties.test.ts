import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findings } from '../../../../db/anonymise/detector/findings.ts';
import { kenyanSet } from './kenyan-set.ts';

const search = (text: string, messages: readonly string[] = []) => findings(text, { places: [], messages });
const PIECES = [
  '0',
  '7',
  '12',
  ' ',
  '.',
  '-',
  'na',
  'saba',
  'seven',
  'double',
  'mia',
  '@',
  'dot',
  'KDA',
  'ID',
  'Mr',
  'Kip',
  '\u200b',
  '🔟',
  '️⃣',
  'O',
  'l',
  'İ',
  'ﬁ',
  '½',
  '\ud800',
  "'",
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 140 }),
  fc.string({ unit: 'grapheme', maxLength: 140 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

describe('whatever the text', () => {
  it('finding ends, and points into it', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, message) => {
        for (const { start, end, reason } of search(text, [message]))
          if (!(start >= 0 && start < end && end <= text.length && reason.length > 0)) return false;
        return true;
      }),
      { numRuns: 2_000 },
    );
  });

  it('characters that nobody sees change nothing', () => {
    const samples = kenyanSet('invisible', 2).map((sample) => sample.text);
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(
          fc.tuple(
            fc.nat(200),
            fc.constantFrom('\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\ufe0f'),
          ),
          { maxLength: 8 },
        ),
        (text, inserted) => {
          const units = [...text];
          for (const [at, character] of inserted) units.splice(at % (units.length + 1), 0, character);
          const kindsOf = (one: string) =>
            search(one)
              .map((finding) => finding.kind)
              .join();
          return kindsOf(units.join('')) === kindsOf(text);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('a reason never holds a word of the text', () => {
    const secret = 'Kiprop 0712345678 kiprop@gmail.com KDA 123B ID no 5544 TJK7X4K2P1';
    for (const { reason } of search(secret))
      for (const word of secret.split(' ')) if (/\d|@/.test(word)) expect(reason).not.toContain(word);
  });
});

describe('a long hostile text', () => {
  it.each([
    ['digits', '1 '],
    ['number words', 'saba na '],
    ['glued words', 'sabasita'],
    ['letters', 'a.'],
    ['dots', '. dot '],
    ['at signs', 'a@'],
    ['capitals', 'Ab '],
    ['ids', 'id no 12 '],
    ['single letters', 'K i p '],
    ['codes', 'TJ7 '],
    ['spaces', '0   '],
    ['brackets', '(at)[dot]'],
    ['words that begin a plate', 'KDA '],
  ])(
    'of %s is read to its end',
    (_, piece) => {
      const text = piece.repeat(Math.ceil(8_000 / piece.length));
      // A search that takes longer as the square of the length does not come to its end in the time of a test.
      const found = search(text);
      for (const { start, end } of found) expect(end).toBeGreaterThan(start);
    },
    60_000,
  );
});
