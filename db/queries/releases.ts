/** Releases: the newest number, one, or many, the newest first. Times are instants. */
import type { Selectable } from 'kysely';
import type { ReadOnly } from '../connect.ts';
import type { PublishedDatabase, Release } from '../schema/published.ts';

type Reader = ReadOnly<PublishedDatabase>;
export type ReleaseRow = Selectable<Release>;

/** What every request for a page or an answer begins with; `release` is null before the first. */
export interface PortalState {
  readonly release: number | null;
  readonly demonstration: boolean;
}

export async function portalState(db: Reader): Promise<PortalState> {
  const row = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('published.release')
        .select((e) => e.fn.max('release').as('release'))
        .as('release'),
      eb.selectFrom('published.portal').select('demonstration').as('live_demonstration'),
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
    demonstration: row.live_demonstration === true || row.released_demonstration === true,
  };
}

export async function getRelease(db: Reader, release: number): Promise<ReleaseRow | undefined> {
  return db.selectFrom('published.release').selectAll().where('release', '=', release).executeTakeFirst();
}

/** Releases below `before`, the newest first. */
export async function listReleases(
  db: Reader,
  page: { before: number | null; limit: number },
): Promise<ReleaseRow[]> {
  return db
    .selectFrom('published.release')
    .selectAll()
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
