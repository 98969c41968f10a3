/**
 * Every figure of a release that is published as data: each statistic whole, by area at every level, by service,
 * by group, by office and by month of receipt.
 *
 * In:     a release with its packed cells and dimensions
 * Out:    figures with what they are grouped by, statistic by statistic, each once: what is published at an area
 *         itself is a remainder of every finer level, and the same figure
 */
import type { Figure, Grouping } from '../schemas/statistics.ts';
import { figures, figuresOfGroups, groupsOf, type ReleaseCells } from './figures.ts';
import type { Question } from './grouping.ts';
import { statistics } from './registry.ts';

export interface GroupedFigure extends Figure {
  /** null: of everything */
  readonly group_by: Grouping | null;
}

export function everyFigure(at: ReleaseCells): GroupedFigure[] {
  const asked = questions(at).map(({ group_by: [group_by = null], ...question }) => ({
    group_by,
    groups: groupsOf(at, { ...question, group_by: group_by === null ? [] : [group_by] }),
  }));
  return statistics.flatMap((statistic) => {
    if (statistic.source === 'release')
      return figures(statistic, at, by([])).map((figure): GroupedFigure => ({ ...figure, group_by: null }));
    return asked
      .filter(({ group_by }) => group_by === null || statistic.definition.group_by.includes(group_by))
      .flatMap(({ group_by, groups }) =>
        figuresOfGroups(statistic, at, groups).map((figure): GroupedFigure => ({ ...figure, group_by })),
      )
      .filter(firstOfItsKind());
  });
}

function questions({ dimensions }: ReleaseCells): Question[] {
  const levels = new Set(dimensions.areas.toSorted((a, b) => a.depth - b.depth).map((area) => area.level));
  return [
    by([]),
    ...Array.from(levels, (level) => by(['area'], level)),
    by(['service']),
    by(['group']),
    by(['agency']),
    by(['period']),
  ];
}

const by = (group_by: readonly Grouping[], area_level = ''): Question => ({
  filters: {},
  group_by,
  area_level,
  period_unit: 'month',
});

function firstOfItsKind(): (figure: GroupedFigure) => boolean {
  const seen = new Set<string>();
  return ({ group_by, filters: { area, service, group, agency, period }, remainder, member }) => {
    const key = JSON.stringify([group_by, area, service, group, agency, period, remainder, member]);
    return seen.size < seen.add(key).size;
  };
}
