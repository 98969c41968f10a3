/**
 * What the public can see, read with the web role: every version of every guarded row, the cells, the accounts, the
 * counts, the status pages, and what the server tells of itself to that role.
 *
 * In:     a pool of the web role; progress
 * Out:    PublicView
 * Errors: those of the database; AttackError when nothing has been released
 */
import type pg from 'pg';
import type { Progress } from '../progress.ts';
import type { AccountedFor, Policy, PrivacyStatement } from '../schema/published.ts';
import type {
  GuardedCell,
  PublicArea,
  PublicRelease,
  PublicSensitiveCount,
  PublicService,
  PublicStep,
  PublicView,
  RowVersion,
  StatusPage,
} from './types.ts';

export class AttackError extends Error {
  override name = 'AttackError';
}

interface ReleaseRow {
  readonly release: number;
  readonly label: string;
  readonly cut_off: Date;
  readonly demonstration: boolean;
  readonly policy: Policy;
  readonly accounted_for: AccountedFor;
  readonly privacy: PrivacyStatement | null;
}

const VERSION = `service_request_id as record_id, disclosure, area_code, service_code, service_group, agency_responsible,
  received_period, first_response_hours, first_resolution_hours, resolution_hours, closed_hours, status, outcome,
  reopened, reporter_says, reporters, from_release, to_release`;
const PLACE = `(ctid::text::point)[0] * 65536 + (ctid::text::point)[1]`;

export async function readPublic(web: pg.Pool, progress: Progress): Promise<PublicView> {
  const releases = await all<ReleaseRow>(
    web,
    `select release, label::text as label, cut_off, demonstration, policy, accounted_for, privacy
       from published.release order by release`,
  );
  const newest = releases.at(-1);
  if (!newest) throw new AttackError('Nothing has been released yet, so there is nothing to attack.');
  const asOf = 'where to_release is null';
  const place = (await mayRead(web, 'select ctid from published.request_version limit 1'))
    ? PLACE
    : 'null::float8';

  progress.phase('Reading what is public', releases.length + PREFIXES.length);
  const versions: RowVersion[] = [];
  for (const { release } of releases) {
    versions.push(
      ...(await all<RowVersion>(
        web,
        `select ${VERSION}, ${place} as place from published.request_version v
          where from_release = $1 and (disclosure = 'guarded' or exists (
            select from published.request_version other
             where other.service_request_id = v.service_request_id and other.disclosure = 'guarded'))`,
        [release],
      )),
    );
    progress.advance(1);
  }
  const pages: StatusPage[] = [];
  for (const prefix of PREFIXES) {
    pages.push(
      ...(await all<StatusPage>(
        web,
        `select service_request_id as code, tier, status, detail, ${place} as place,
                exists (select from published.request_version v where v.service_request_id = live.service_request_id) as released
           from published.request_live live where tier <> 'open' and service_request_id like $1 || '%'`,
        [prefix],
      )),
    );
    progress.advance(1);
  }
  const areas = await all<PublicArea>(
    web,
    `select area_code, level, depth, parent_code, population from published.area ${asOf}`,
  );
  const services = await all<PublicService>(
    web,
    `select service_code, service_group, tier from published.service ${asOf}`,
  );
  const cells = await all<GuardedCell>(
    web,
    `select received_period, area_code, service_code, service_group, agency_responsible, measure, requests, hours, counts,
            from_release, to_release from published.response_cell where disclosure = 'guarded'`,
  );
  const sensitive_counts = await all<PublicSensitiveCount>(
    web,
    'select quarter, service_group, requests, from_release, to_release from published.sensitive_count order by from_release',
  );
  const [published] = await all<{ steps: number }>(
    web,
    'select count(*)::int as steps from published.request_event',
  );
  const stray_steps = await all<PublicStep>(web, STRAY_STEPS);
  progress.done();
  const { policy } = newest;
  return {
    k: policy.k,
    demonstration: newest.demonstration,
    coarsest: policy.ladder?.at(-1)?.service ?? 'group',
    area_population: policy.area_population,
    sensitive_reporters: policy.sensitive_reporters,
    sensitive_rounding: policy.sensitive_rounding,
    releases: releases.map(
      ({ release, label, cut_off, accounted_for, privacy }): PublicRelease => ({
        release,
        label,
        cut_off,
        accounted_for,
        held: privacy?.held ?? null,
      }),
    ),
    areas: new Map(areas.map((area) => [area.area_code, area])),
    services: new Map(services.map((service) => [service.service_code, service])),
    versions,
    cells,
    sensitive_counts,
    pages,
    steps: published?.steps ?? 0,
    stray_steps,
    server_reads: await serverReads(web),
  };
}

const STRAY_STEPS = `
  with open_rows as (
    select service_request_id, range_agg(int4range(from_release, to_release)) as at
      from published.request_version where disclosure = 'open' group by service_request_id)
  select step.service_request_id as code, step.day::text as day, step.from_release, step.to_release
    from published.request_event step
    left join open_rows using (service_request_id)
    left join published.request_live live using (service_request_id)
   where open_rows.at is null or not int4range(step.from_release, step.to_release) <@ open_rows.at or live.tier <> 'open'`;

/** The first characters that a public code can have. */
const PREFIXES = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

async function all<T extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  return (await pool.query<T>(text, values)).rows;
}

async function mayRead(pool: pg.Pool, text: string): Promise<boolean> {
  try {
    await pool.query(text);
    return true;
  } catch {
    return false;
  }
}

/** Statistics of the server that tell a number of something that is not published. */
const SERVER: readonly (readonly [sql: string, words: (row: { name: string; n: number }) => string])[] = [
  [
    `select s.schemaname || '.' || s.relname as name, s.n_live_tup::int as n from pg_stat_user_tables s
      where s.schemaname = 'publisher' and s.n_live_tup > 0 order by 1`,
    ({ name, n }) => `the web role can read that ${name} has about ${n} rows (pg_stat_user_tables)`,
  ],
  [
    `select 'published.request_live' as name, count(*)::int as n from published.request_live where tier = 'sensitive'`,
    ({ n }) => `the web role, though no page, can count the sensitive status pages: ${n}`,
  ],
  [
    `select d.datname as name, d.tup_inserted::int as n from pg_stat_database d
      where d.datname like '%triage%' and d.tup_inserted > 0 and has_database_privilege(d.datname, 'connect') is false order by 1 limit 1`,
    ({ name }) =>
      `the web role can see how many rows come into database ${name} of the same server (pg_stat_database)`,
  ],
  [
    `select 'pg_stat_activity' as name, count(*)::int as n from pg_stat_activity
      where usename <> current_user and query is not null and query not in ('', '<insufficient privilege>')`,
    ({ n }) => (n === 0 ? '' : `the web role can read ${n} statements of other roles (pg_stat_activity)`),
  ],
  [
    `select schemaname || '.' || tablename as name, count(*)::int as n from pg_stats
      where schemaname in ('publisher', 'triage') group by 1`,
    ({ name }) => `the web role can read samples of ${name} (pg_stats)`,
  ],
];

async function serverReads(web: pg.Pool): Promise<string[]> {
  const found: string[] = [];
  for (const [sql, words] of SERVER)
    try {
      for (const row of await all<{ name: string; n: number }>(web, sql)) found.push(words(row));
    } catch {
      // What it may not ask, it does not learn.
    }
  return found.filter((text) => text !== '');
}
