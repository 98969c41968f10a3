/**
 * A share of independent requests with its interval.
 *
 * In:     how many of n, 0 <= successes <= n, n > 0
 * Out:    the share and its 95 % interval, both from 0 to 1
 * Errors: none
 * Source: Wilson, JASA 22 (1927) 209; without continuity correction, as R's prop.test(x, n, correct = FALSE);
 *         recommended by Brown, Cai & DasGupta, Statistical Science 16 (2001) 101
 */
import { Z_95 } from './normal.ts';

export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export function wilson(successes: number, n: number): Share {
  const value = successes / n;
  const z2 = Z_95 * Z_95;
  const centre = (value + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z_95 * Math.sqrt((value * (1 - value)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  // Nothing lies outside: only rounding could put an end there.
  return {
    value,
    low: successes === 0 ? 0 : centre - half,
    high: successes === n ? 1 : centre + half,
  };
}
