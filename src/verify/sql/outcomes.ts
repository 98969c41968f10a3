/**
 * Outcomes beside each other, none hiding another: Aalen–Johansen, with its variance in closed form.
 *
 * In:     `membership`: of each row the time and the cause at which its waiting ended
 * Out:    figures of `outcomes_by_day`: states resolved, declined, merged and waiting at each day
 * Source: Aalen & Johansen, Scand. J. Statist. 5 (1978) 141
 */
import { DAYS } from './curves.ts';
import { figures, followed, Z } from './figures.ts';
import type { Recorded } from './statements.ts';

const CAUSES = ['resolved', 'declined', 'merged'] as const;

export const outcomeStatements: readonly string[] = [
  `create table outcome_step as
     with leaving as (
       select g, ending_time as time, sum(rows)::double as leaving, ${CAUSES.map(
         (cause) => `coalesce(sum(rows) filter (where ending = '${cause}'), 0)::double as d_${cause}`,
       ).join(', ')}
         from membership group by all
     ), risk as (
       select *, d_resolved + d_declined + d_merged as d,
              sum(leaving) over (partition by g order by time desc) as n from leaving
     ), steps as (
       select *, product((n - d) / n) over so_far as s,
              sum(case when n > d then d / (n * (n - d)) end) over so_far as greenwood
         from risk where d > 0 window so_far as (partition by g order by time rows unbounded preceding)
     )
     select *, coalesce(lag(s) over (partition by g order by time), 1) as s_before from steps`,
  `create table outcome_life as
     select g, sum(rows) as total, coalesce(sum(rows) filter (where ending <> 'waiting'), 0) as events,
            max(ending_time) as last_time from membership group by g`,
  `create table outcome_cause as ${CAUSES.map(
    (cause) =>
      `select g, time, '${cause}' as cause, n, d, d_${cause} as dj, s_before,
              sum(s_before * d_${cause} / n) over (partition by g order by time rows unbounded preceding) as p from outcome_step`,
  ).join(' union all ')}`,
  `create table outcome_day as
     with day as (select unnest([${DAYS.join(', ')}]) as day),
     at_day as (
       select g, day, cause, max(time) as time, max(p) as p from outcome_cause join day on time <= 24 * day group by all
     ), cause_day as (
       select at_day.g, at_day.day, at_day.cause, at_day.p,
              sum(k.s_before * k.s_before * k.dj * (k.n - k.dj) / (k.n * k.n * k.n)
                  + case when k.n > k.d then (at_day.p - k.p) * (at_day.p - k.p) * k.d / (k.n * (k.n - k.d)) else 0 end
                  - 2 * k.s_before * (at_day.p - k.p) * k.dj / (k.n * k.n)) as variance
         from at_day join outcome_cause k on k.g = at_day.g and k.cause = at_day.cause and k.time <= at_day.time group by all
     )
     select * from cause_day
     union all
     select g, day, 'waiting', arg_max(s, time), arg_max(s * s * greenwood, time)
       from outcome_step join day on time <= 24 * day group by g, day`,
];

const band = (sign: '' | '-') =>
  `case when p > 0 and p <= 1 - 1e-12 then pow(p, exp(${sign}${Z} * sqrt(greatest(variance, 0)) / (p * -ln(p)))) end`;

export const outcomes = ({ measures }: Recorded): string =>
  figures('outcomes_by_day', 1, {
    unit: 'share',
    from: `(select tally.*, total, events, last_time, day, cause,
                   coalesce(outcome_day.p, case cause when 'waiting' then 1 else 0 end) as p, variance,
                   coalesce(waiting.p, 1) as still_waiting
              from tally cross join (select unnest([${DAYS.join(', ')}]) as day)
              cross join (select unnest([${[...CAUSES, 'waiting'].map((cause) => `'${cause}'`).join(', ')}]) as cause)
              left join outcome_life using (g) left join outcome_day using (g, day, cause)
              left join (select g, day, p from outcome_day where cause = 'waiting') waiting using (g, day))`,
    member: `cause || ':' || cast(day as varchar)`,
    value: 'p',
    n: 'total',
    censored: 'total - events',
    ci_low: band(''),
    ci_high: band('-'),
    complete: followed('24 * day'),
    suppressed: [
      [String(!measures.includes('resolution')), 'not_recorded', 'n_rows'],
      ['n_rows = 0', 'no_requests', '0'],
      ['24 * day > last_time and still_waiting <> 0', 'too_early', 'n_rows'],
    ],
  });
