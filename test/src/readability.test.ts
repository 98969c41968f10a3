/**
 * What the people who reported read, for those who read little: short sentences and plain words. The pages for those who
 * work with the data are not measured here.
 *
 * Source: Kincaid et al. 1975 (grade level); GOV.UK content design: 25 words at most, reading age 9 to 12
 */
import { describe, expect, it } from 'vitest';
import { dictionary } from '../setup/dictionaries.ts';

const FOR_EVERYONE = [
  'status.ts',
  'status-page.ts',
  'find.ts',
  'share.ts',
  'followed.ts',
  'private-view.ts',
  'failure.ts',
  'not-found.ts',
  'waiting.ts',
  'usual.ts',
];
/** Words of a sentence on average, and at most. Swahili says more in a word. */
const LIMITS = { en: { mean: 14, most: 22 }, sw: { mean: 12, most: 20 } } as const;
/** School years: twelve-year-olds are in the seventh. */
const GRADE = 7;
/** Explains a way of counting, for those who ask how figures are made. */
const FOR_THE_CURIOUS = new Set(['usual.ts', 'waiting.ts']);

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}{}<>’'-]+/gu) ?? [];
const sentencesOf = (text: string) =>
  text.split(/[.!?…]+(?:\s|$)|[”“]/).filter((part) => /\p{L}/u.test(part));

interface Read {
  readonly mean: number;
  readonly longest: string;
  readonly grade: number;
}

/** Labels of a word or three say nothing about sentences. */
function read(texts: readonly string[]): Read {
  const sentences = texts.flatMap(sentencesOf).filter((sentence) => wordsOf(sentence).length > 3);
  const counts = sentences.map((sentence) => wordsOf(sentence).length);
  const words = sentences.flatMap(wordsOf);
  const mean = words.length / Math.max(1, sentences.length);
  const most = Math.max(0, ...counts);
  return {
    mean,
    longest: sentences[counts.indexOf(most)] ?? '',
    grade:
      0.39 * mean + 11.8 * (words.reduce((sum, word) => sum + syllables(word), 0) / words.length) - 15.59,
  };
}

/** Runs of vowels; a final e is silent. */
const syllables = (word: string) =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/e$/, '')
        .match(/[aeiouy]+/g) ?? []
    ).length,
  );

describe.each(['en', 'sw'] as const)('the texts for everyone, in %s', (language) => {
  it.each(FOR_EVERYONE)('%s has short sentences', async (file) => {
    const found = read((await dictionary(language, file)).map(({ text }) => text));
    expect(wordsOf(found.longest).length, found.longest).toBeLessThanOrEqual(LIMITS[language].most);
    expect(found.mean).toBeLessThanOrEqual(LIMITS[language].mean);
  });
});

it.each(FOR_EVERYONE.filter((file) => !FOR_THE_CURIOUS.has(file)))(
  '%s can be read by a child of twelve',
  async (file) => {
    expect(read((await dictionary('en', file)).map(({ text }) => text)).grade).toBeLessThanOrEqual(GRADE);
  },
);

it('measures in earnest: a sentence of an office is seen to be one', () => {
  const official =
    'Notwithstanding the aforementioned considerations, the responsible department will endeavour to communicate a determination regarding your submission at its earliest convenience.';
  const found = read([official, 'It came in today.']);
  expect(wordsOf(found.longest).length).toBe(20);
  expect(found.grade).toBeGreaterThan(12);
  expect(read(['The office has your report. It has not answered yet.']).grade).toBeLessThan(6);
});
