/**
 * npm run bench -- detector: how well personal data in public texts is found, and how often a text is stopped that
 * names nobody. Every miss is listed.
 */
import { findings } from '../../db/anonymise/detector/findings.ts';
import { kenyanSet } from '../db/anonymise/detector/kenyan-set.ts';
import {
  areSamplesThere,
  kenyanRecall,
  placeBlocks,
  presidioScores,
  rate,
  type Score,
  tweetBlocks,
} from '../db/anonymise/detector/measure.ts';

const RECALL = 0.99;
const FALSE_BLOCKS = 0.03;

export interface Printing {
  readonly say: (line: string) => void;
  readonly skip: (what: string, why: string) => void;
  /** a share of 1, and the least or the most that it may be */
  readonly share: (what: string, value: number, target: { least: number } | { most: number }) => void;
}

export function measureDetector({ say, skip, share }: Printing): void {
  const list = (texts: readonly string[]) => {
    if (texts.length > 0) say(`        ${texts.map((text) => JSON.stringify(text)).join(', ')}`);
  };
  const count = ({ found, cases }: Score) => `${found.toLocaleString('en')} of ${cases.toLocaleString('en')}`;

  say('\nThe detector on generated Kenyan secrets; unseen: disguises thought of after it was written');
  for (const score of kenyanRecall()) {
    share(`recall, ${score.of} (${count(score)})`, rate(score), { least: RECALL });
    list(score.misses);
  }

  say('\nTexts that name nobody');
  for (const score of placeBlocks())
    share(`stopped falsely, ${score.of} (${count(score)})`, rate(score), { most: FALSE_BLOCKS });
  if (!areSamplesThere) {
    skip('Swahili tweets, and names from elsewhere', 'their samples are not here');
  } else {
    const { tweets, blocked, falsely, by_kind } = tweetBlocks();
    share(
      `stopped falsely, Swahili tweets (${falsely.length} of ${tweets}; ${blocked} stopped in all)`,
      falsely.length / tweets,
      {
        most: FALSE_BLOCKS,
      },
    );
    list(falsely);
    say('      precision on tweets, by kind (tweets stopped that are about somebody, as read by hand)');
    for (const score of by_kind) say(`        ${score.of}: ${rate(score).toFixed(2)} (${count(score)})`);

    say('\nInvented texts from all over the world (presidio-research), which it was not made for');
    const { recall, names } = presidioScores();
    for (const score of recall) {
      say(`      recall, ${score.of}: ${rate(score).toFixed(3)} (${count(score)})`);
      list(score.misses);
    }
    say(
      `      precision, names and titles: ${(names.right / names.findings).toFixed(3)} (${names.right} of ${names.findings})`,
    );
    list(names.wrong);
  }

  const texts = kenyanSet('speed', 5).map((sample) => sample.text);
  const startedAt = performance.now();
  for (const text of texts) findings(text, { places: [], messages: [] });
  say(`\n      ${(((performance.now() - startedAt) * 1000) / texts.length).toFixed(0)} µs a text`);
}
