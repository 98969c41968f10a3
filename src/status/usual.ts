/**
 * Whether a wait is usual: "8 of 10 such reports in Keiyo South were answered within 7 days."
 *
 * In:     the figures of `answered_by_day` or `resolved_by_day` for one place and kind of report (the share
 *         of requests by 1, 2, 3, 7 … days; `member` is the number of days), and how many requests a figure
 *         needs before it is quoted
 * Out:    tenths (0 to 10, rounded down) and the days within which so many were answered; null: too few
 * Method: the first of the days by which 8 of 10 were; if they never were, the first by which half were;
 *         else what the longest of the days shows. Reports still waiting count, as in the figures.
 * Errors: none
 */
import type { Figure } from '../../api/schemas/statistics.ts';

export interface Usual {
  readonly tenths: number;
  readonly days: number;
}

export function usual(figures: readonly Figure[], ranked: number): Usual | null {
  const points = figures
    .flatMap((figure) => {
      const days = Number(figure.member);
      return figure.member === null || figure.value === null || !Number.isInteger(days)
        ? []
        : [{ days, share: figure.value, n: figure.n }];
    })
    .sort((a, b) => a.days - b.days);
  if (points.length === 0 || points.some((point) => point.n < ranked)) return null;
  const reached = (share: number) => points.find((point) => point.share >= share);
  const point = reached(0.8) ?? reached(0.5) ?? points.at(-1);
  if (point === undefined) return null;
  return { tenths: Math.floor(point.share * 10 + 1e-9), days: point.days };
}
