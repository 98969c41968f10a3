/**
 * What the address of a figure asks for.
 *
 * In:     release and statistic of the path, the parameters
 * Out:    the figure asked for, or the parameters that are wrong; a name that is none is told as `unknown` and
 *         never repeated, since anything can stand there
 * Errors: none; whether there is such a release, statistic or code only the API knows
 */
import { z } from 'zod';
import { filters } from '../../api/schemas/common.ts';
import { getStatisticInput } from '../../api/schemas/statistics.ts';
import type { FigureKey } from './figure-address.ts';

const parameters = z
  .strictObject({
    ...filters.shape,
    /** a day, an age, an outcome by a day: 30, 366+, resolved:30 */
    member: z
      .string()
      .regex(/^[\w.:+-]{1,64}$/)
      .optional(),
    remainder: z.enum(['area', 'service', 'group', 'agency']).optional(),
    area_level: getStatisticInput.shape.area_level,
  })
  .refine(({ remainder, area_level }) => area_level === undefined || remainder === 'area', {
    path: ['area_level'],
  });

export const FIGURE_PARAMETERS = [
  'area',
  'service',
  'group',
  'agency',
  'period',
  'member',
  'remainder',
  'area_level',
] as const;
export type FigureParameter = (typeof FIGURE_PARAMETERS)[number];

export interface AskedFigure extends Omit<FigureKey, 'release'> {
  /** null: a text that is no number of a release */
  readonly release: 'latest' | number | null;
}

export type ReadFigure =
  | { readonly kind: 'asked'; readonly asked: AskedFigure }
  | { readonly kind: 'wrong'; readonly wrong: readonly (FigureParameter | 'unknown')[] };

export function readFigureAddress(
  path: { readonly release: string; readonly statistic: string },
  query: URLSearchParams,
): ReadFigure {
  const twice = [...new Set(query.keys())].filter((name) => query.getAll(name).length > 1);
  const parsed = parameters.safeParse(Object.fromEntries([...query].filter(([, value]) => value !== '')));
  const wrong = [...twice, ...(parsed.error?.issues ?? []).map(({ path: [name] }) => name)].map(
    (name) => FIGURE_PARAMETERS.find((known) => known === name) ?? ('unknown' as const),
  );
  if (!parsed.success || wrong.length > 0) return { kind: 'wrong', wrong: [...new Set(wrong)] };
  const { member = null, remainder, area_level, ...narrowed } = parsed.data;
  return {
    kind: 'asked',
    asked: {
      release: releaseNumber(path.release),
      statistic: path.statistic,
      filters: narrowed,
      member,
      ...(remainder && { coarser_than: { by: remainder, area_level } }),
    },
  };
}

function releaseNumber(text: string): 'latest' | number | null {
  if (text === 'latest') return text;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
