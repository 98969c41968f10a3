/** Releases: the newest number, one, or many, the newest first. Times are instants. */
import { type Selectable, sql } from 'kysely';
import type { ReadOnly } from '../connect.ts';
import type { PublishedDatabase, Release, Withdrawal } from '../schema/published.ts';

type Reader = ReadOnly<PublishedDatabase>;
export interface ReleaseRow extends Selectable<Release> {
  /** what was withdrawn from it, the earliest day first; absent: nothing */
  readonly withdrawals?: readonly Omit<Withdrawal, 'release'>[] | null;
}

/** As JSON, so that a release is one row. */
const WITHDRAWALS = sql<ReleaseRow['withdrawals']>`(
  select json_agg(json_build_object('withdrawn_on', w.withdrawn_on, 'requests', w.requests, 'coarsened', w.coarsened,
                                    'manifest_sha256', w.manifest_sha256) order by w.withdrawn_on)
    from published.withdrawal w where w.release = published.release.release)`.as('withdrawals');

/** What every request for a page or an answer begins with; `release` is null before the first. */
export interface PortalState {
  readonly release: number | null;
  /** grows when rows are withdrawn from releases: what was remembered of any release holds no more */
  readonly revision: number;
  /** grows when what the public sees of a status page changed */
  readonly live: number;
  readonly demonstration: boolean;
}

export async function portalState(db: Reader): Promise<PortalState> {
  const row = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('published.release')
        .select((e) => e.fn.max('release').as('release'))
        .as('release'),
      eb
        .selectFrom('published.withdrawal')
        .select((e) =>
          sql<number>`coalesce(sum(${e.ref('requests')} + ${e.ref('coarsened')}), 0)::int`.as('revision'),
        )
        .as('revision'),
      eb.selectFrom('published.portal').select('demonstration').as('live_demonstration'),
      eb.selectFrom('published.portal').select('live_version').as('live_version'),
      eb
        .selectFrom('published.release')
        .select('demonstration')
        .orderBy('release', 'desc')
        .limit(1)
        .as('released_demonstration'),
    ])
    .executeTakeFirstOrThrow();
  return {
    release: row.release,
    revision: row.revision ?? 0,
    live: row.live_version ?? 0,
    demonstration: row.live_demonstration === true || row.released_demonstration === true,
  };
}

export async function getRelease(db: Reader, release: number): Promise<ReleaseRow | undefined> {
  return db
    .selectFrom('published.release')
    .selectAll()
    .select(WITHDRAWALS)
    .where('release', '=', release)
    .executeTakeFirst();
}

/** Releases below `before`, the newest first. */
export async function listReleases(
  db: Reader,
  page: { before: number | null; limit: number },
): Promise<ReleaseRow[]> {
  return db
    .selectFrom('published.release')
    .selectAll()
    .select(WITHDRAWALS)
    .$if(page.before !== null, (query) => query.where('release', '<', page.before))
    .orderBy('release', 'desc')
    .limit(page.limit)
    .execute();
}

export async function countReleases(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('published.release')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
}
