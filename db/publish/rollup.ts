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

/** From the end of the received day to the end of the due day; none without a standard, which greatest() would call 0. */
const dueHours = (due: string) =>
  `case when disclosure = 'open' and ${due} is not null then greatest(0, (${due} - received_period::date) * 24) end as ${due}_hours`;
const MEASURED = `first_response_hours, resolution_hours, closed_hours, first_resolution_hours, outcome, reopened, reporter_says,
    first_response_on_time, resolution_on_time, ${dueHours('first_response_due')}, ${dueHours('resolution_due')}`;

/** The cells of rows: `key` is the columns that tell them apart, `rows` what gives them and what is measured. */
const cellsOf = (key: string, rows: string) => `
     with measured as (
       select ${key}, m.measure, m.hours, count(*)::integer as requests
         from (${rows}) counted
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
        group by ${key}, m.measure, m.hours
     )
     select ${key}, measure, sum(requests)::integer as requests,
            coalesce(array_agg(hours order by hours) filter (where hours is not null), '{}') as hours,
            coalesce(array_agg(requests order by hours) filter (where hours is not null), '{}') as counts
       from measured group by ${key}, measure
     having measure in ('first_response', 'resolution') or count(hours) > 0`;

export async function writeCells(publisher: pg.PoolClient, release: number): Promise<void> {
  // What this transaction has written is not in the planner's statistics yet; without them it takes the tables
  // for small and looks through them once per key.
  await analyzeRoughly(publisher);
  await publisher.query('drop table if exists touched_key, fresh_cell');
  await publisher.query(
    `create temporary table touched_key on commit drop as
     select distinct ${KEY} from published.request_version where from_release = ${release} or to_release = ${release}`,
  );
  await publisher.query('analyze touched_key');
  await publisher.query(
    `create temporary table fresh_cell on commit drop as ${cellsOf(
      KEY_COLUMNS,
      `select * from (select ${KEY}, ${MEASURED} from published.request_version where to_release is null) current
         join touched_key using (${KEY_COLUMNS})`,
    )}`,
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

/** A tenth of the usual sample: enough to tell how large the tables are, and a tenth of the time. */
async function analyzeRoughly(publisher: pg.PoolClient): Promise<void> {
  await publisher.query(
    `set local default_statistics_target = 10;
     analyze published.request_version, published.response_cell;
     set local default_statistics_target to default`,
  );
}

/** For the queries of readers, once the releases that were due are there. */
export async function analyzeReleased(publisher: pg.PoolClient): Promise<void> {
  await publisher.query(
    'analyze published.request_version, published.request_event, published.response_cell, published.release_figures',
  );
}

/** Notes the keys of rows that are about to leave or change; to be called again after they have. */
export async function touchKeys(publisher: pg.PoolClient, ids: readonly string[]): Promise<void> {
  await publisher.query(
    `create temporary table if not exists changed_key on commit drop as
     select ${KEY} from published.request_version with no data`,
  );
  await publisher.query(
    `insert into changed_key select distinct ${KEY} from published.request_version where service_request_id = any($1)`,
    [ids],
  );
}

/**
 * The cells of the keys that `touchKeys` noted, in every release: as if each had been written by the release at which
 * it began. A cell reaches over all the releases in a row in which it is the same.
 */
export async function rewriteCells(publisher: pg.PoolClient): Promise<void> {
  await publisher.query('drop table if exists rewritten_key');
  await publisher.query(
    `create temporary table rewritten_key on commit drop as select distinct * from changed_key`,
  );
  await publisher.query('analyze published.request_version, rewritten_key');
  await publisher.query(
    `delete from published.response_cell cell using rewritten_key touched where ${equal('cell', 'touched')}`,
  );
  await publisher.query(
    `with versions as (
       select * from (select ${KEY}, ${MEASURED}, from_release, to_release from published.request_version) version
         join rewritten_key using (${KEY_COLUMNS})
     ), bounds as (
       select *, row_number() over (partition by ${KEY_COLUMNS} order by bound) as place,
              lead(bound) over (partition by ${KEY_COLUMNS} order by bound) as until
         from (select distinct ${KEY_COLUMNS}, unnest(array[from_release, to_release]) as bound from versions) every_bound
        where bound is not null
     ), cells as (${cellsOf(
       `${KEY_COLUMNS}, place, bound, until`,
       `select * from bounds join versions using (${KEY_COLUMNS})
         where from_release <= bound and (to_release is null or to_release > bound)`,
     )}
     ), runs as (
       select *, place - row_number() over (partition by ${KEY_COLUMNS}, measure, requests, hours, counts order by place) as run
         from cells
     )
     insert into published.response_cell (${KEY_COLUMNS}, measure, requests, hours, counts, from_release, to_release)
     select ${KEY_COLUMNS}, measure, requests, hours, counts, min(bound),
            case when bool_or(until is null) then null else max(until) end
       from runs group by ${KEY_COLUMNS}, measure, requests, hours, counts, run`,
  );
  await publisher.query('drop table changed_key');
}

function equal(a: string, b: string): string {
  return KEY_COLUMNS.split(', ')
    .map((column) => `${a}.${column} = ${b}.${column}`)
    .join(' and ');
}
