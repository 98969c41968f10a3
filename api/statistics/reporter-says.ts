/**
 * What the reporters say of the resolutions: beside the county's own word, never merged with it.
 *
 * In:     which word of theirs
 * Out:    the statistic: of those resolved, the share with that word; a report on which the reporter said nothing
 *         counts among all
 */
import { type ShareParts, shareStatistic } from './share.ts';
import { type CellStatistic, records } from './statistic.ts';

const METHOD = {
  en: 'Of the reports that are resolved within follow-up, those on whose resolution the reporter said so. Most say nothing; silence is no consent and counts as neither. When no resolved row of the release has a word of its reporter, the source is taken not to record it. Interval: Wilson, 95%.',
  sw: 'Kati ya ripoti zilizotatuliwa ndani ya muda wa ufuatiliaji, zile ambazo aliyeripoti alisema hivyo kuhusu utatuzi. Wengi hawasemi chochote; ukimya si kukubali wala kukataa. Ikiwa katika toleo hakuna mstari wa ripoti iliyotatuliwa wenye neno la aliyeripoti, chanzo huchukuliwa kuwa hakirekodi hilo. Kadirio: Wilson, 95%.',
};

export function reporterSays(
  word: 'confirmed' | 'disputed',
  texts: Omit<ShareParts['texts'], 'id' | 'method'>,
): CellStatistic {
  return shareStatistic({
    texts: { id: word, method: { ...METHOD }, ...texts },
    isRecorded: (by) => records('resolution')(by) && by.reporter,
    counted: word,
    covered: 'resolved_seen',
    concerned: 'resolved',
    unconcerned: 'too_early',
  });
}
