/**
 * What every figure is counted from: per row its follow-up and what was seen within it, and to which groups it
 * belongs. Written after the text "Every statistic, from the published rows", not after the code that publishes.
 *
 * In:     the tables of a release; its cut-off and time zone
 * Out:    `period` (follow-up of each received period), `grp` (the groups of the dataset `statistics`),
 *         `fact` (rows that are alike, `rows` of them), `membership` (each with the groups it belongs to)
 */
import { literal } from '../engine.ts';

export interface At {
  readonly cut_off: string;
  readonly time_zone: string;
}

/** Ages in days of what is open, with the last day of each. */
const AGES: readonly (readonly [string, number])[] = [
  ['0-7', 7],
  ['8-14', 14],
  ['15-30', 30],
  ['31-60', 60],
  ['61-90', 90],
  ['91-180', 180],
  ['181-365', 365],
];
export const AGE_GROUPS = [...AGES.map(([name]) => name), '366+'];
const AGE_GROUP = `case ${AGES.map(([name, last]) => `when age <= ${last} then '${name}'`).join(' ')} else '366+' end`;

export function factStatements({ cut_off, time_zone }: At): readonly string[] {
  const cut = `timestamptz ${literal(cut_off)}`;
  const zone = literal(time_zone);
  return [
    `create table period as
       with known as (select distinct received_period from requests),
            ended as (
              select received_period, cast(case length(received_period)
                       when 7 then try_cast(received_period || '-01' as date) + interval 1 month
                       else try_cast(received_period as date) + interval 1 day end as date) as end_day
                from known where regexp_full_match(received_period, '\\d{4}-\\d{2}(-\\d{2})?'))
       select received_period, end_day,
              (epoch_ms(${cut}) - epoch_ms(timezone(${zone}, cast(end_day as timestamp)))) / 3600000.0::double as follow_up,
              greatest(0, date_diff('day', end_day, cast(timezone(${zone}, ${cut}) as date))) as age
         from ended where end_day is not null`,

    `create table line as
       with recursive up as (
         select area_code, area_code as ancestor, 0 as steps from areas
         union all
         select up.area_code, parent.parent_code, steps + 1
           from up join areas parent on parent.area_code = up.ancestor
          where parent.parent_code <> '' and steps < 20)
       select up.area_code, up.ancestor, a.level from up join areas a on a.area_code = up.ancestor`,

    // Area codes of rows that a level of areas cannot hold, for which there is no place at that level.
    `create table coarse as
       select distinct level.level, used.area_code
         from (select distinct area_code from requests) used, (select distinct level from areas) level
        where used.area_code in (select area_code from areas)
          and not exists (select 1 from line where line.area_code = used.area_code and line.level = level.level)`,

    `create table grp as
       with month as (
         select strftime(day, '%Y-%m') as month from (
           select unnest(generate_series(cast(min(substr(received_period, 1, 7)) || '-01' as date),
                                         cast(max(substr(received_period, 1, 7)) || '-01' as date), interval 1 month)) as day
             from period)),
       given as (
         select '' as group_by, '' as area_code, '' as service_code, '' as service_group, '' as agency_responsible,
                '' as received_period, false as remainder
         union all select 'area', area_code, '', '', '', '', false from areas
         union all select distinct 'area', area_code, '', '', '', '', true from coarse
         union all select distinct 'service', '', service_code, '', '', '', service_code = '' from requests
         union all select distinct 'group', '', '', service_group, '', '', service_group = '' from requests
         union all select distinct 'agency', '', '', '', agency_responsible, '', agency_responsible = '' from requests
         union all select 'period', '', '', '', '', month, false from month)
       select cast(row_number() over () as integer) as g, given.*,
              case when group_by = 'period' then
                (epoch_ms(${cut}) - epoch_ms(timezone(${zone}, cast(cast(received_period || '-01' as date) + interval 1 month as timestamp)))) / 3600000.0::double
              end as period_follow_up
         from given`,

    `create table fact as
       with seen as (
         select requests.*, period.follow_up as f, age, greatest(0, period.follow_up) as end_of_follow_up,
                greatest(0, 24 * date_diff('day', try_cast(received_period as date), first_response_due)) as first_response_due_hours,
                greatest(0, 24 * date_diff('day', try_cast(received_period as date), resolution_due)) as resolution_due_hours
           from requests join period using (received_period)
       ), told as (
         select area_code, service_code, service_group, agency_responsible, substr(received_period, 1, 7) as month,
                status = 'open' as is_open, outcome = 'waiting' as is_waiting, ${AGE_GROUP} as age_group,
                coalesce(first_response_hours <= f, false) as answered,
                case when coalesce(first_response_hours <= f, false) then first_response_hours else end_of_follow_up end as answer_time,
                case when outcome = 'resolved' and resolution_hours <= f then 'resolved'
                     when outcome in ('declined', 'merged') and closed_hours <= f then outcome else 'waiting' end as ending,
                case when outcome = 'resolved' and resolution_hours <= f then resolution_hours
                     when outcome in ('declined', 'merged') and closed_hours <= f then closed_hours
                     else end_of_follow_up end as ending_time,
                case when first_response_due is null then null else first_response_due_hours <= f end as answer_due,
                coalesce(first_response_on_time, false) as answer_on_time,
                case when resolution_due is null then null else resolution_due_hours <= f end as resolution_due,
                coalesce(resolution_on_time, false) as resolved_on_time,
                case when first_resolution_hours is null then null else first_resolution_hours + 720 <= f end as settled,
                reopened,
                case when resolution_hours is null then null else resolution_hours <= f end as resolution_seen,
                coalesce(reporter_says, '') as word
           from seen)
       select told.*, count(*) as rows from told group by all`,

    `create view membership as
       select 1 as g, fact.* from fact
       union all
       select grp.g, fact.* from fact join line using (area_code)
         join grp on grp.group_by = 'area' and not grp.remainder and grp.area_code = line.ancestor
       union all
       select grp.g, fact.* from fact join grp on grp.group_by = 'area' and grp.remainder and grp.area_code = fact.area_code
       union all
       select grp.g, fact.* from fact join grp on grp.group_by = 'service' and grp.service_code = fact.service_code
       union all
       select grp.g, fact.* from fact join grp on grp.group_by = 'group' and grp.service_group = fact.service_group
       union all
       select grp.g, fact.* from fact join grp on grp.group_by = 'agency' and grp.agency_responsible = fact.agency_responsible
       union all
       select grp.g, fact.* from fact join grp on grp.group_by = 'period' and grp.received_period = fact.month`,

    `create table coarser as
       with maybe as (
         select grp.g from requests join line on line.ancestor = requests.area_code and line.area_code <> requests.area_code
           join grp on grp.group_by = 'area' and not grp.remainder and grp.area_code = line.area_code
         union all
         select grp.g from requests join grp on grp.group_by = 'service' and not grp.remainder and requests.service_code = ''
           join services on services.service_code = grp.service_code and requests.service_group in ('', services.service_group)
         union all
         select grp.g from requests join grp on grp.group_by = 'group' and not grp.remainder and requests.service_group = ''
         union all
         select grp.g from requests join grp on grp.group_by = 'agency' and not grp.remainder and requests.agency_responsible = '')
       select grp.g, case when grp.remainder or grp.group_by = '' then null else count(maybe.g) end as coarser
         from grp left join maybe using (g) group by grp.g, grp.remainder, grp.group_by`,

    `create table tally as
       select grp.g, grp.period_follow_up,
              cast(coalesce(sum(rows), 0) as bigint) as n_rows, ${[
                ['n_open', 'is_open'],
                ['answer_standards', 'answer_due is not null'],
                ['answer_n', 'answer_due'],
                ['answer_x', 'answer_due and answer_on_time'],
                ['unanswered_x', 'answer_due and is_waiting'],
                ['resolution_standards', 'resolution_due is not null'],
                ['resolution_n', 'resolution_due'],
                ['resolution_x', 'resolution_due and resolved_on_time'],
                ['reopened_found', 'settled is not null'],
                ['reopened_n', 'settled'],
                ['reopened_x', 'settled and reopened'],
                ['word_found', 'resolution_seen is not null'],
                ['word_n', 'resolution_seen'],
                ['confirmed_x', `resolution_seen and word = 'confirmed'`],
                ['disputed_x', `resolution_seen and word = 'disputed'`],
                ...AGE_GROUPS.map((age, i) => [`age_${i}`, `is_open and age_group = '${age}'`]),
              ]
                .map(
                  ([name, where]) =>
                    `cast(coalesce(sum(rows) filter (where ${where}), 0) as bigint) as ${name}`,
                )
                .join(', ')}
         from grp left join membership using (g) group by grp.g, grp.period_follow_up`,
  ];
}
