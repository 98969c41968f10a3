/**
 * Makes the newest release of a benchmark's own database large: so many rows of requests in all, invented. The
 * manifest forgets the file of requests, whose size and digest are no longer those.
 */
import { createHash } from 'node:crypto';
import { manifestFiles } from '../../api/datasets/manifest.ts';
import type { Connection } from '../../db/connect.ts';
import { publisherTransaction } from '../../db/publish/publisher-transaction.ts';
import { manifestText } from '../../db/schema/manifest-text.ts';
import type { PublishedDatabase } from '../../db/schema/published.ts';

export async function widen(publisher: Connection<PublishedDatabase>, rows: number): Promise<void> {
  const { rows: counted } = await publisher.pool.query<{ all: number; open: number }>(
    `select count(*)::int as all, (count(*) filter (where disclosure = 'open'))::int as open
       from published.request_version where to_release is null`,
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
    [rows - (counted[0]?.all ?? 0), counted[0]?.open ?? 1],
  );
  await publisher.pool.query(
    `update published.release set manifest = jsonb_set(manifest::jsonb, '{files}', coalesce((
        select jsonb_agg(file) from json_array_elements(manifest -> 'files') file where file ->> 'dataset' <> 'requests'), '[]'))
      where release = (select max(release) from published.release)`,
  );
  await publisher.pool.query('analyze published.request_version');
}

/** As the publisher would have digested it when the release was cut. Out: the seconds that it took. */
export async function digestWide(
  publisher: Connection<PublishedDatabase>,
  time_zone: string,
): Promise<number> {
  const { release, manifest } = await publisher.db
    .selectFrom('published.release')
    .select(['release', 'manifest'])
    .orderBy('release', 'desc')
    .executeTakeFirstOrThrow();
  const startedAt = performance.now();
  await publisherTransaction(publisher.pool, async (client) => {
    const text = manifestText({ ...manifest, files: await manifestFiles(client, release, time_zone) });
    await client.query(
      'update published.release set manifest = $2, manifest_sha256 = $3 where release = $1',
      [release, text, createHash('sha256').update(text).digest('hex')],
    );
  });
  return (performance.now() - startedAt) / 1000;
}
