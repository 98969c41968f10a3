/** The bars that the detector is held to. What is not there to measure with is skipped, visibly. */
import { describe, expect, it } from 'vitest';
import { areSamplesThere, kenyanRecall, placeBlocks, presidioScores, rate, tweetBlocks } from './measure.ts';

describe('recall on generated Kenyan secrets in disguises', () => {
  it.each(kenyanRecall())('is 0.99 or more for $of', (score) => {
    expect(score.cases).toBeGreaterThan(80);
    expect([rate(score) >= 0.99, score.misses.slice(0, 5)]).toEqual([true, expect.anything()]);
  });
});

describe('false blocks', () => {
  it.each(placeBlocks())('are under 3 % for $of', (score) => {
    expect(score.cases).toBeGreaterThan(1_000);
    expect(rate(score)).toBeLessThan(0.03);
  });

  it.skipIf(!areSamplesThere)('are under 3 % for Swahili tweets', () => {
    const { tweets, falsely } = tweetBlocks();
    expect(tweets).toBe(2_263);
    expect(falsely.length / tweets).toBeLessThan(0.03);
  });
});

describe('texts from elsewhere', () => {
  it.skipIf(!areSamplesThere)('lose their numbers and addresses as well', () => {
    const { recall } = presidioScores();
    for (const score of recall.filter(({ of }) => /EMAIL|CREDIT|PHONE|SSN/.test(of)))
      expect([score.of, rate(score) >= 0.97, score.misses]).toEqual([score.of, true, expect.anything()]);
  });
});
