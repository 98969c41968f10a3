/**
 * Counts added up: what is published more coarsely than asked for can lie at several levels.
 *
 * In:     figures of one statistic
 * Out:    one figure of the same address as the first; null where there is none, or where it is no count
 */
import type { Figure } from '../../api/schemas/statistics.ts';

export function sumOf(figures: readonly Figure[]): Figure | null {
  const [first] = figures;
  if (!first || figures.some(({ unit, value }) => unit !== 'count' || value === null)) return null;
  const sum = (of: (figure: Figure) => number) => figures.reduce((total, figure) => total + of(figure), 0);
  return {
    ...first,
    value: sum(({ value }) => value ?? 0),
    n: sum(({ n }) => n),
    complete: figures.every(({ complete }) => complete),
  };
}
