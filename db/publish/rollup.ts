/**
 * The rollup cells of a release: recomputed for the keys that the release touched, from its rows alone.
 *
 * In:     the publisher's transaction, after the rows of the release were written
 * Out:    `published.response_cell`: per key and measure the number of requests and a histogram over hours.
 *         `first_response` and `resolution` are there for every key, the others where any was.
 */
import type pg from 'pg';

const KEY = `received_period, area_code, coalesce(service_code, '') as service_code, coalesce(service_group, '') as service_group,
    coalesce(agency_responsible, '') as agency_responsible, disclosure`;
const KEY_COLUMNS = 'received_period, area_code, service_code, service_group, agency_responsible, disclosure';

/** From the end of the received day to the end of the due day. */
const dueHours = (due: string) =>
  `case when disclosure = 'open' then greatest(0, (${due} - received_period::date) * 24) end as ${due}_hours`;
const MEASURED = `first_response_hours, resolution_hours, closed_hours, first_resolution_hours, outcome, reopened, reporter_says,
    first_response_on_time, resolution_on_time, ${dueHours('first_response_due')}, ${dueHours('resolution_due')}`;

export async function writeCells(publisher: pg.PoolClient, release: number): Promise<void> {
  // What this transaction has written is not in the planner's statistics yet; without them it takes the tables
  // for small and looks through them once per key.
  await publisher.query('analyze published.request_version, published.response_cell');
  await publisher.query('drop table if exists touched_key, fresh_cell');
  await publisher.query(
    `create temporary table touched_key on commit drop as
     select distinct ${KEY} from published.request_version where from_release = ${release} or to_release = ${release}`,
  );
  await publisher.query('analyze touched_key');
  await publisher.query(
    `create temporary table fresh_cell on commit drop as
     with current as (
       select ${KEY}, ${MEASURED} from published.request_version where to_release is null
     ), measured as (
       select ${KEY_COLUMNS}, m.measure, m.hours, count(*)::integer as requests
         from current join touched_key using (${KEY_COLUMNS})
         cross join lateral (values
           ('first_response', first_response_hours),
           ('resolution', resolution_hours),
           ('declined', case outcome when 'declined' then closed_hours end),
           ('merged', case outcome when 'merged' then closed_hours end),
           ('first_resolution', first_resolution_hours),
           ('reopened', case when reopened then first_resolution_hours end),
           ('confirmed', case reporter_says when 'confirmed' then resolution_hours end),
           ('disputed', case reporter_says when 'disputed' then resolution_hours end),
           ('first_response_due', first_response_due_hours),
           ('first_response_on_time', case when first_response_on_time then first_response_due_hours end),
           ('unanswered_due', case outcome when 'waiting' then first_response_due_hours end),
           ('resolution_due', resolution_due_hours),
           ('resolution_on_time', case when resolution_on_time then resolution_due_hours end)) as m (measure, hours)
        group by ${KEY_COLUMNS}, m.measure, m.hours
     )
     select ${KEY_COLUMNS}, measure, sum(requests)::integer as requests,
            coalesce(array_agg(hours order by hours) filter (where hours is not null), '{}') as hours,
            coalesce(array_agg(requests order by hours) filter (where hours is not null), '{}') as counts
       from measured group by ${KEY_COLUMNS}, measure
     having measure in ('first_response', 'resolution') or count(hours) > 0`,
  );
  await publisher.query('analyze fresh_cell');
  await publisher.query(
    `update published.response_cell cell set to_release = ${release}
       from touched_key touched
      where cell.to_release is null and ${equal('cell', 'touched')}
        and not exists (select from fresh_cell fresh where ${equal('cell', 'fresh')} and cell.measure = fresh.measure
                           and (cell.requests, cell.hours, cell.counts) = (fresh.requests, fresh.hours, fresh.counts))`,
  );
  await publisher.query(
    `insert into published.response_cell (${KEY_COLUMNS}, measure, requests, hours, counts, from_release)
     select ${KEY_COLUMNS}, measure, requests, hours, counts, ${release} from fresh_cell fresh
      where not exists (select from published.response_cell cell
                         where cell.to_release is null and ${equal('cell', 'fresh')} and cell.measure = fresh.measure)`,
  );
}

function equal(a: string, b: string): string {
  return KEY_COLUMNS.split(', ')
    .map((column) => `${a}.${column} = ${b}.${column}`)
    .join(' and ');
}
