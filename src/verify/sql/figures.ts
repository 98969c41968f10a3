/**
 * How a statement gives figures: the columns that all of them have, and what is said instead of a value.
 */

/** What a recomputed figure is compared by, beside statistic and group. */
export const FIGURE_COLUMNS = [
  'g',
  'statistic',
  'version',
  'member',
  'unit',
  'value',
  'more_than',
  'n',
  'censored',
  'ci_low',
  'ci_high',
  'complete',
  'suppressed',
] as const;

export interface Parts {
  /** over the tables named in `from` */
  readonly value: string;
  readonly more_than?: string;
  readonly n: string;
  readonly censored?: string;
  readonly ci_low?: string;
  readonly ci_high?: string;
  readonly complete: string;
  /** conditions in their order, with what is said and the n that is given then */
  readonly suppressed?: readonly (readonly [when: string, reason: string, n: string])[];
  readonly member?: string;
  readonly unit: 'count' | 'hours' | 'share';
  readonly from: string;
}

export function figures(statistic: string, version: number, parts: Parts): string {
  const reasons = parts.suppressed ?? [];
  const reason = choose(
    reasons.map(([when, said]) => [when, `'${said}'`]),
    'null',
  );
  const n = choose(
    reasons.map(([when, , number]) => [when, number]),
    parts.n,
  );
  const shown = (value: string | undefined, type: string) =>
    `cast(${value === undefined ? 'null' : `case when suppressed is null then ${value} end`} as ${type})`;
  return `
    with told as (select *, ${reason} as suppressed, ${n} as told_n from ${parts.from})
    select g, '${statistic}' as statistic, ${version} as version, ${parts.member ?? `''`} as member, '${parts.unit}' as unit,
           ${shown(parts.value, 'double')} as value, ${shown(parts.more_than, 'double')} as more_than,
           cast(told_n as bigint) as n, ${shown(parts.censored, 'bigint')} as censored,
           ${shown(parts.ci_low, 'double')} as ci_low, ${shown(parts.ci_high, 'double')} as ci_high,
           coalesce(suppressed is null and (${parts.complete}), false) as complete, suppressed
      from told`;
}

function choose(cases: readonly (readonly [when: string, then: string])[], otherwise: string): string {
  if (cases.length === 0) return otherwise;
  return `case ${cases.map(([when, then]) => `when ${when} then ${then}`).join(' ')} else ${otherwise} end`;
}

/** Follow-up of the period that a figure is of, where it is of one. */
export const followed = (hours: string): string => `period_follow_up is null or period_follow_up >= ${hours}`;

/** 97.5th percentile of the normal distribution. */
export const Z = '1.959963984540054';
