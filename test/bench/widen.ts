/**
 * Makes the newest release of a benchmark's own database large: so many more rows of requests, invented. The
 * manifest forgets the file of requests, whose size and digest are no longer those.
 */
import type { Connection } from '../../db/connect.ts';
import type { PublishedDatabase } from '../../db/schema/published.ts';

export async function widen(publisher: Connection<PublishedDatabase>, rows: number): Promise<void> {
  const { rows: counted } = await publisher.pool.query<{ many: number }>(
    `select count(*)::int as many from published.request_version where to_release is null and disclosure = 'open'`,
  );
  // The count is a parameter, so that the rows are joined by a hash and not each with each.
  await publisher.pool.query(
    `insert into published.request_version (service_request_id, disclosure, area_code, area_level, service_code, service_group,
        agency_responsible, received_period, first_response_hours, resolution_hours, closed_hours, first_response_due,
        resolution_due, status, outcome, reopened, reporter_says, reporters, public_summary, from_release)
     select upper(substr(md5(n::text), 1, 10)) || n, 'open', v.area_code, v.area_level, v.service_code, v.service_group,
        v.agency_responsible, v.received_period, v.first_response_hours, v.resolution_hours, v.closed_hours,
        v.first_response_due, v.resolution_due, v.status, v.outcome, v.reopened, v.reporter_says, v.reporters,
        v.public_summary, (select max(release) from published.release)
       from generate_series(1, $1) n
       join (select *, row_number() over () as i from published.request_version
              where to_release is null and disclosure = 'open') v on v.i = 1 + n % $2::integer`,
    [rows, counted[0]?.many ?? 1],
  );
  await publisher.pool.query(
    `update published.release set manifest = jsonb_set(manifest::jsonb, '{files}', coalesce((
        select jsonb_agg(file) from json_array_elements(manifest -> 'files') file where file ->> 'dataset' <> 'requests'), '[]'))
      where release = (select max(release) from published.release)`,
  );
  await publisher.pool.query('analyze published.request_version');
}
