/**
 * How many reports a table leaves out because they are published more coarsely than its rows.
 *
 * In:     the figures of requests received that are left over from a grouping; what they were asked for with
 * Out:    their number and the key of its figure; null where there are none
 */
import type { Filters } from '../../api/schemas/common.ts';
import type { Figure } from '../../api/schemas/statistics.ts';
import type { FigureKey, Remainder } from './figure-address.ts';
import { sumOf } from './sum-of-figures.ts';

export interface Coarser {
  readonly count: number;
  readonly key: FigureKey;
}

export function coarserThan(
  by: Remainder['by'],
  remainders: readonly Figure[],
  { area_level, ...filters }: Filters & { area_level?: string | undefined },
): Coarser | null {
  const sum = sumOf(remainders);
  if (!sum?.value) return null;
  const { statistic, release, member } = sum;
  return { count: sum.value, key: { statistic, release, member, filters, coarser_than: { by, area_level } } };
}
