/** Statistics: which there are, and the figures of one. */
import { releaseOf } from '../context.ts';
import { checkCodes } from '../known-codes.ts';
import { badParameter, badParameters, nothingPublished, Refusal } from '../refusal.ts';
import {
  getStatisticInput,
  getStatisticOutput,
  groupingsOf,
  listStatisticsOutput,
} from '../schemas/statistics.ts';
import { statistics } from '../statistics/registry.ts';
import type { Statistic } from '../statistics/statistic.ts';
import type { Dimensions } from '../stores.ts';
import { publicProcedure } from '../trpc.ts';

const byId = new Map(statistics.map((statistic) => [statistic.definition.id, statistic]));

export const listStatistics = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/statistics',
      summary: 'Statistics and how each is computed',
      description:
        'Identifiers, units, definitions and methods. Each is computed over all requests of a release, those still waiting included.',
    },
  })
  .output(listStatisticsOutput)
  .query(() => ({ data: statistics.map((statistic) => statistic.definition) }));

export const getStatistic = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/statistics/{id}',
      summary: 'Figures of one statistic, grouped or whole',
      description:
        'Value, 95 % interval, number of requests, and how many still waited. A figure that cannot be given says why. All figures of an answer add up with those marked `remainder`.',
    },
  })
  .input(getStatisticInput.strict())
  .output(getStatisticOutput)
  .query(async ({ ctx, input }) => {
    const { id, release: asked, group_by, area_level, period_unit, ...filters } = input;
    const statistic = byId.get(id);
    if (statistic === undefined)
      throw new Refusal(
        'NOT_FOUND',
        'unknown_statistic',
        'There is no such statistic; /api/v1/statistics lists them.',
      );
    const { release } = await releaseOf(ctx, asked);
    const figures = await ctx.stores.figures(release);
    if (figures === undefined) throw nothingPublished();
    const dimensions = await ctx.stores.dimensions(release);
    checkCodes(filters, dimensions);
    checkNarrowing(statistic, { ...filters, group_by });
    const data = figures(statistic, {
      filters,
      group_by: groupingsOf(group_by),
      area_level: levelOf(dimensions, area_level),
      period_unit,
    });
    return { statistic: statistic.definition, data: [...data], release };
  });

/** A statistic of the whole release has no parts; a filter that changed nothing would mislead. */
function checkNarrowing(statistic: Statistic, given: Readonly<Record<string, string | undefined>>): void {
  if (statistic.source === 'cells') return;
  const wrong = Object.keys(given).filter((name) => given[name] !== undefined);
  if (wrong.length === 0) return;
  const detail = 'this statistic is of the whole release and cannot be narrowed';
  throw badParameters(wrong.map((parameter) => ({ parameter, detail, allowed: 'Leave it out' })));
}

/** The level asked for, or the finest. */
function levelOf({ areas }: Dimensions, asked: string | undefined): string {
  const levels = [...new Set(areas.toSorted((a, b) => a.depth - b.depth).map((area) => area.level))];
  if (asked === undefined) return levels.at(-1) ?? '';
  if (!levels.includes(asked))
    throw badParameter('area_level', 'no such level of areas in this release', levels.join(', '));
  return asked;
}
