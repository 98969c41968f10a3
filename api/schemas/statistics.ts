import { z } from 'zod';
import { filters, names, releaseNumber, releaseParameter } from './common.ts';

export const UNITS = ['count', 'hours', 'share'] as const;
export const SUPPRESSIONS = ['not_recorded', 'too_few', 'too_early', 'no_requests', 'no_standard'] as const;
export const GROUPINGS = ['area', 'service', 'group', 'agency', 'period'] as const;
export type Grouping = (typeof GROUPINGS)[number];

const ofDefinition = z.object({
  id: z.string().describe('Identifier, such as first_response_hours_median'),
  version: z.number().int().positive().describe('Grows when the method changes'),
  unit: z.enum(UNITS).describe('Unit of its values'),
  title: names.describe('Title, by language tag'),
  description: names.describe('What the figure says, in a sentence'),
  method: names.describe('How it is computed'),
  group_by: z.array(z.enum(GROUPINGS)).describe('What it can be grouped by'),
});
const statisticDefinition = ofDefinition.meta({ id: 'StatisticDefinition' });
export type StatisticDefinition = z.infer<typeof statisticDefinition>;

const ofFigure = z.object({
  statistic: z.string().describe('Identifier of the statistic'),
  version: z.number().int().positive().describe('Version of its method'),
  release: releaseNumber,
  filters: filters.describe('What it is narrowed to, the grouping included'),
  remainder: z
    .boolean()
    .describe(
      'True: only what is published more coarsely than the grouping asks for, such as requests known by county and not by ward. All figures of an answer add up with these.',
    ),
  coarser: z
    .number()
    .int()
    .nullable()
    .describe(
      'How many requests more are published too coarsely to tell whether they belong here, such as by county and not by ward, by group and not by service; null where nothing is narrowed, and for a remainder',
    ),
  member: z
    .string()
    .nullable()
    .describe(
      'For a statistic of several numbers, which: a number of days, a category, or both as "resolved:30"; else null',
    ),
  value: z.number().nullable().describe('The figure; null: see `more_than` and `suppressed`'),
  more_than: z
    .number()
    .nullable()
    .describe('The value is not reached within follow-up: it is more than this'),
  unit: z.enum(UNITS).describe('Unit of the value and its interval; a share is between 0 and 1'),
  n: z.number().int().describe('Requests that the figure speaks of'),
  censored: z
    .number()
    .int()
    .nullable()
    .describe('Of these, those whose follow-up ended before the event; null where that has no meaning'),
  ci_low: z.number().nullable().describe('Lower end of the 95 % interval'),
  ci_high: z.number().nullable().describe('Upper end of the 95 % interval; null also when it is not reached'),
  complete: z.boolean().describe('False: follow-up of the period is not complete yet'),
  suppressed: z
    .enum(SUPPRESSIONS)
    .nullable()
    .describe(
      'Why no value is given: the source does not record it, too few requests to say, nobody was followed for that long yet, no requests, or none for which there is a standard',
    ),
});
export const figure = ofFigure.meta({ id: 'Figure' });
export type Figure = z.infer<typeof figure>;

export const listStatisticsOutput = z.object({
  data: z.array(statisticDefinition).describe('Every statistic'),
});

export const getStatisticInput = filters.extend({
  id: z
    .string()
    .regex(/^[a-z0-9_]{1,64}$/, { error: 'must be the id of a statistic' })
    .describe('Identifier of the statistic, as in /api/v1/statistics'),
  release: releaseParameter,
  group_by: z
    .string()
    .max(40)
    .refine(isGrouping, {
      error: `must be up to three of ${GROUPINGS.join(', ')}, each once, separated by commas`,
    })
    .describe('Up to three of area, service, group, agency, period, separated by commas')
    .optional(),
  area_level: z
    .string()
    .regex(/^[\w-]{1,64}$/, { error: 'must be a level of areas' })
    .describe('With group_by=area: the level of areas, as in /api/v1/areas; default the finest')
    .optional(),
  period_unit: z
    .enum(['day', 'month', 'quarter', 'year'])
    .default('month')
    .describe('With group_by=period: day, month, quarter or year'),
});

export const getStatisticOutput = z.object({
  statistic: statisticDefinition,
  data: z.array(figure).describe('Its figures: one, or one for each group and member'),
  release: releaseNumber,
});

function isGrouping(text: string): boolean {
  const parts = text.split(',');
  const known: readonly string[] = GROUPINGS;
  return (
    parts.length <= 3 && new Set(parts).size === parts.length && parts.every((part) => known.includes(part))
  );
}

export function groupingsOf(text: string | undefined): readonly Grouping[] {
  const parts = text?.split(',') ?? [];
  return GROUPINGS.filter((grouping) => parts.includes(grouping));
}
