import { z } from 'zod';
import { filters, names, releaseNumber, releaseParameter } from './common.ts';

export const UNITS = ['count', 'hours', 'share'] as const;
export const SUPPRESSIONS = ['not_recorded', 'too_few', 'no_requests'] as const;
export const GROUPINGS = ['area', 'service', 'group', 'agency', 'period'] as const;

export const statisticDefinition = z.object({
  id: z.string().describe('Identifier, such as first_response_hours_median'),
  version: z.number().int().positive(),
  unit: z.enum(UNITS),
  title: names,
  description: names.describe('What the figure says, in a sentence'),
  method: names.describe('How it is computed'),
  group_by: z.array(z.enum(GROUPINGS)),
});
export type StatisticDefinition = z.infer<typeof statisticDefinition>;

export const figure = z.object({
  statistic: z.string(),
  version: z.number().int().positive(),
  release: releaseNumber,
  filters: filters.describe('What it is narrowed to, the grouping included'),
  member: z
    .string()
    .nullable()
    .describe('For a statistic of several numbers, which: a number of days, a category; else null'),
  value: z.number().nullable(),
  more_than: z
    .number()
    .nullable()
    .describe('The value is not reached within follow-up: it is more than this'),
  unit: z.enum(UNITS),
  n: z.number().int().describe('Requests that the figure speaks of'),
  censored: z
    .number()
    .int()
    .nullable()
    .describe('Of these, still waiting when follow-up ended; null where that has no meaning'),
  ci_low: z.number().nullable().describe('Lower end of the 95 % interval'),
  ci_high: z.number().nullable().describe('Upper end of the 95 % interval; null also when it is not reached'),
  complete: z.boolean().describe('False: follow-up of the period is not complete yet'),
  suppressed: z.enum(SUPPRESSIONS).nullable().describe('Why no value is given'),
});
export type Figure = z.infer<typeof figure>;

export const listStatisticsOutput = z.object({ data: z.array(statisticDefinition) });

export const getStatisticInput = filters.extend({
  id: z.string().regex(/^[a-z0-9_]{1,64}$/),
  release: releaseParameter,
  group_by: z
    .string()
    .regex(/^[a-z]+(,[a-z]+){0,2}$/)
    .optional()
    .describe('Up to three of area, service, group, agency, period, separated by commas'),
  area_level: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .describe('With group_by=area: the level of areas; default the finest'),
  period_unit: z.enum(['day', 'month', 'quarter', 'year']).default('month').describe('With group_by=period'),
});

export const getStatisticOutput = z.object({
  statistic: statisticDefinition,
  data: z.array(figure),
  release: releaseNumber,
});
