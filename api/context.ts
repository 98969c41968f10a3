/**
 * What every procedure gets: a read-only handle, the release that this request is pinned to, and what is
 * remembered of releases between requests.
 */
import type { PublishedReader, ReadOnly } from '../db/connect.ts';
import type { ReleaseRow } from '../db/queries/releases.ts';
import type { PublishedDatabase, RequestLive } from '../db/schema/published.ts';
import type { PublicJurisdiction } from './portal.ts';
import { nothingPublished, Refusal, unavailable } from './refusal.ts';
import type { Stores } from './stores.ts';

export interface Context {
  readonly db: ReadOnly<PublishedDatabase>;
  /** of the same role, for COPY and for statements that are prepared once */
  readonly pool: PublishedReader['pool'];
  /** newest release when the request came in; null: none yet */
  readonly release: number | null;
  /** false: the database could not be asked which release is the newest, and none is known from before */
  readonly available: boolean;
  readonly stores: Stores;
  readonly jurisdiction: PublicJurisdiction;
  readonly now: Date;
  /** tiers of the requests whose live status this answer tells */
  readonly live_tiers: Set<RequestLive['tier']>;
}

/** The release asked for; "latest" is the one that this request is pinned to. */
export async function releaseOf(ctx: Context, asked: 'latest' | number): Promise<ReleaseRow> {
  if (!ctx.available) throw unavailable();
  if (ctx.release === null) throw nothingPublished();
  const row = await ctx.stores.release(asked === 'latest' ? ctx.release : asked);
  if (row === undefined)
    throw new Refusal(
      'NOT_FOUND',
      'unknown_release',
      `There is no such release; the newest is ${ctx.release}.`,
    );
  return row;
}
