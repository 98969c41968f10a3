/**
 * Waiting times: Kaplan–Meier by window functions, with Greenwood's interval on the log–log scale.
 *
 * In:     `membership`: of each row a time, and whether it is that of an event or of the end of follow-up
 * Out:    `{measure}_curve`: per group the steps of its curve with their bounds; `{measure}_life`: per group n,
 *         events and the largest time; quantiles and shares by day read them
 * Source: Kaplan & Meier, JASA 53 (1958) 457; Greenwood 1926; Brookmeyer & Crowley, Biometrics 38 (1982) 29
 */
import { figures, followed, Z } from './figures.ts';
import type { Recorded } from './statements.ts';

export const DAYS = [1, 2, 3, 7, 14, 30, 60, 90, 180, 365] as const;
/** Products of fractions miss a level such as 0.5 by rounding; this much is the level itself. */
const ROUNDING = '1e-10';

type Measure = 'first_response' | 'resolution';

/** All events at a time and all who leave at it, events or not, of each group. */
const LEAVING: Readonly<Record<Measure, string>> = {
  first_response: `select g, answer_time as time, sum(rows) filter (where answered) as d, sum(rows) as leaving from membership group by all`,
  resolution: `select g, ending_time as time, sum(rows) filter (where ending = 'resolved') as d, sum(rows) as leaving from membership group by all`,
};

export function curveStatements(measure: Measure): readonly string[] {
  return [
    `create table ${measure}_leaving as
       select g, time, coalesce(d, 0)::double as d, leaving::double as leaving from (${LEAVING[measure]})`,
    `create table ${measure}_life as
       select g, sum(leaving) as total, sum(d) as events, max(time) as last_time from ${measure}_leaving group by g`,
    `create table ${measure}_curve as
       with risk as (
         select g, time, d, sum(leaving) over (partition by g order by time desc) as at_risk from ${measure}_leaving
       ), steps as (
         select g, time,
                product((at_risk - d) / at_risk) over so_far as s,
                sum(case when at_risk > d then d / (at_risk * (at_risk - d)) end) over so_far as greenwood
           from risk where d > 0 window so_far as (partition by g order by time rows unbounded preceding)
       )
       select g, time, s,
              case when s > 0 and s < 1 then pow(s, exp(${Z} * sqrt(greenwood) / -ln(s))) end as low,
              case when s > 0 and s < 1 then pow(s, exp(-${Z} * sqrt(greenwood) / -ln(s))) end as high
         from steps`,
  ];
}

const suppressed = (measure: Measure, { measures }: Recorded) =>
  [
    [String(!measures.includes(measure)), 'not_recorded', 'n_rows'],
    ['n_rows = 0', 'no_requests', '0'],
  ] as const;

export function quantile(statistic: string, measure: Measure, share: number) {
  const level = `(1 - ${share}::double + ${ROUNDING})`;
  const first = (column: string) =>
    `(select g, min(time) as t from ${measure}_curve where ${column} <= ${level} group by g)`;
  return (recorded: Recorded): string =>
    figures(statistic, 1, {
      unit: 'hours',
      from: `(select tally.*, total, events, last_time, reached.t as reached, low.t as low, high.t as high
                from tally left join ${measure}_life using (g) left join ${first('s')} reached using (g)
                left join ${first('low')} low using (g) left join ${first('high')} high using (g))`,
      value: 'reached',
      more_than: 'case when reached is null then last_time end',
      n: 'total',
      censored: 'total - events',
      ci_low: 'low',
      ci_high: 'high',
      complete: 'period_follow_up is null or coalesce(period_follow_up >= reached, false)',
      suppressed: suppressed(measure, recorded),
    });
}

export function byDay(statistic: string, measure: Measure) {
  return (recorded: Recorded): string =>
    figures(statistic, 1, {
      unit: 'share',
      from: `(select tally.*, total, events, last_time, day,
                     coalesce(at_day.s, 1) as s, at_day.low as low, at_day.high as high
                from tally cross join (select unnest([${DAYS.join(', ')}]) as day)
                left join ${measure}_life using (g)
                left join (
                  select g, day, arg_max(s, time) as s,
                         arg_max({'bound': low}, time).bound as low, arg_max({'bound': high}, time).bound as high
                    from ${measure}_curve join (select unnest([${DAYS.join(', ')}]) as day) on time <= 24 * day group by all
                ) at_day using (g, day))`,
      member: 'cast(day as varchar)',
      value: '1 - s',
      n: 'total',
      censored: 'total - events',
      ci_low: '1 - high',
      ci_high: '1 - low',
      complete: followed('24 * day'),
      suppressed: [
        ...suppressed(measure, recorded),
        ['24 * day > last_time and s <> 0', 'too_early', 'n_rows'],
      ],
    });
}
