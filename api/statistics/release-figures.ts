/**
 * Figures of one release, each answer computed once: a release never changes, so neither do its figures.
 * Bounded in figures kept; the least recently asked for are forgotten.
 */
import { LRUCache } from 'lru-cache';
import type { Figure } from '../schemas/statistics.ts';
import { figures, type ReleaseCells } from './figures.ts';
import type { Question } from './grouping.ts';
import type { Statistic } from './statistic.ts';

export type ReleaseFigures = (statistic: Statistic, question: Question) => readonly Figure[];

const MAX_FIGURES_KEPT = 50_000;

export function rememberFigures(at: ReleaseCells): ReleaseFigures {
  const answers = new LRUCache<string, readonly Figure[]>({
    maxSize: MAX_FIGURES_KEPT,
    sizeCalculation: (answer) => answer.length + 1,
  });
  return (statistic, question) => {
    const { area, service, group, agency, period } = question.filters;
    const { group_by, area_level, period_unit } = question;
    const key = JSON.stringify([
      statistic.definition.id,
      [area, service, group, agency, period],
      [group_by, area_level, period_unit],
    ]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = figures(statistic, at, question);
    answers.set(key, answer);
    return answer;
  };
}
