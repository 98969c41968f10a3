/**
 * The rollup `response_times`, counted anew from the rows.
 *
 * In:     table `requests`
 * Out:    table `cell`: lines as the file has them
 */

/** What happened to a row, and after how many hours; null: it did not. */
const MEASURES: Readonly<Record<string, string>> = {
  first_response: 'first_response_hours',
  resolution: 'resolution_hours',
  declined: `case when outcome = 'declined' then closed_hours end`,
  merged: `case when outcome = 'merged' then closed_hours end`,
  first_resolution: 'first_resolution_hours',
  reopened: 'case when reopened then first_resolution_hours end',
  confirmed: `case when reporter_says = 'confirmed' then resolution_hours end`,
  disputed: `case when reporter_says = 'disputed' then resolution_hours end`,
  first_response_due: 'answer_due',
  first_response_on_time: 'case when first_response_on_time then answer_due end',
  unanswered_due: `case when outcome = 'waiting' then answer_due end`,
  resolution_due: 'resolved_due',
  resolution_on_time: 'case when resolution_on_time then resolved_due end',
};
/** There for every cell, so that those who wait are counted. */
const ALWAYS = ['first_response', 'resolution'];
export const CELL_MEASURES = Object.keys(MEASURES);

const KEY = 'received_period, area_code, service_code, service_group, agency_responsible, disclosure';
export const CELL_KEY = [...KEY.split(', '), 'measure'];

const dueHours = (due: string) =>
  `case when disclosure = 'open' and ${due} is not null then greatest(0, 24 * date_diff('day', try_cast(received_period as date), ${due})) end`;

/** As many of the measures as the file itself has, or one that it should have and has not. */
export function cellStatements(): readonly string[] {
  const lines = CELL_MEASURES.map((measure) => {
    const hours = MEASURES[measure];
    const counted = `select ${KEY}, '${measure}' as measure, ${hours} as hours, count(*) as requests_at_hours from dated where (${hours}) is not null group by all`;
    if (!ALWAYS.includes(measure)) return counted;
    const none = `select ${KEY}, '${measure}', null, 0 from dated group by all having count(${hours}) = 0`;
    return `${counted} union all ${none}`;
  });
  return [
    `create table cell as
       with dated as (
         select *, ${dueHours('first_response_due')} as answer_due, ${dueHours('resolution_due')} as resolved_due from requests
       ), total as (select ${KEY}, count(*) as requests from requests group by all),
       lines as (${lines.join(' union all ')})
       select lines.*, total.requests from lines join total using (${KEY})`,
  ];
}
