/**
 * What may be said of a figure: whether a promise is kept, and how a part stands beside the whole. The interval
 * decides, never the number alone; where it leaves both open, so does the word.
 *
 * In:     figures with their 95 % interval; reports needed before anything is said
 * Out:    one word of a closed list
 * Source: Goldstein & Spiegelhalter, J. R. Statist. Soc. A 159 (1996) 385: intervals that overlap rank nobody
 */
import type { Figure } from '../../api/schemas/statistics.ts';

/**
 * A promise of "3 days" that names no share is read as nine in ten reports: one that is never late is no promise
 * anybody can keep, and nine in ten is what the portal's waiting times say as well.
 */
export const KEPT_SHARE = 0.9;

const VERDICTS = ['met', 'missed', 'close', 'few', 'early', 'not_recorded', 'no_requests', 'none'] as const;
/** `close`: the interval holds the promised share; `none`: there is no promise to measure against. */
export type Verdict = (typeof VERDICTS)[number];

type Measured = Pick<Figure, 'value' | 'more_than' | 'n' | 'ci_low' | 'ci_high' | 'suppressed'>;

export function promiseVerdict(figure: Measured | undefined, enough: number): Verdict {
  if (!figure) return 'no_requests';
  const { value, n, ci_low, ci_high, suppressed } = figure;
  if (suppressed === 'no_standard') return 'none';
  if (suppressed === 'not_recorded' || suppressed === 'no_requests') return suppressed;
  if (suppressed === 'too_few') return 'few';
  if (value === null || ci_low === null || ci_high === null) return 'early';
  if (n < enough) return 'few';
  if (ci_low >= KEPT_SHARE) return 'met';
  return ci_high < KEPT_SHARE ? 'missed' : 'close';
}

/** `above`, `below`: the number is surely larger, smaller; whether that is good depends on what it measures. */
export type Comparison = 'above' | 'below' | 'alike' | 'few';

/** null: one of the two has no number. */
export function compared(
  part: Measured | undefined,
  whole: Measured | undefined,
  enough: number,
): Comparison | null {
  if (!part || !whole) return null;
  if ([part, whole].some(({ value, more_than }) => value === null && more_than === null)) return null;
  if (part.n < enough || whole.n < enough) return 'few';
  if (part.ci_low !== null && whole.ci_high !== null && part.ci_low > whole.ci_high) return 'above';
  if (part.ci_high !== null && whole.ci_low !== null && part.ci_high < whole.ci_low) return 'below';
  return 'alike';
}
