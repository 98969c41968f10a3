/**
 * The requests that an Open311 query asks for, a page of them.
 *
 * In:     the context, the checked query
 * Out:    the page, and whether there is another
 * Errors: Refusal for codes that the release does not have
 *
 * Pages have numbers, so a page far down would be counted up to. Where each page ended is remembered: whoever reads
 * page after page pays the same for each.
 */
import { LRUCache } from 'lru-cache';
import { listOpen311Requests } from '../../db/queries/open311-requests.ts';
import type { RequestPosition } from '../../db/queries/requests.ts';
import { localTime } from '../../db/schema/local-time.ts';
import { type Context, releaseOf } from '../context.ts';
import { checkCodes } from '../known-codes.ts';
import { badParameter } from '../refusal.ts';
import type { Dimensions, Stores } from '../stores.ts';
import { filterOf, type Open311Query } from './read-query.ts';
import { serviceRequest } from './service-request.ts';
import type { Fields } from './write.ts';

const REMEMBERED_PAGES = 10_000;
const pageEnds = new WeakMap<Stores, LRUCache<string, RequestPosition>>();

export interface FoundRequests {
  readonly items: readonly Fields[];
  readonly more: boolean;
  readonly release: number;
}

export async function findRequests(
  query: Open311Query,
  ctx: Context,
  public_url: string,
): Promise<FoundRequests> {
  const { time_zone, languages } = ctx.jurisdiction;
  const { release, cut_off } = await releaseOf(ctx, query.release);
  const dimensions = await ctx.stores.dimensions(release);
  checkAsked(query, dimensions);
  const filter = filterOf(query, cut_off, time_zone);
  const page = filter.ids === null ? query.page : 1;
  const size = filter.ids === null ? query.page_size : Math.max(1, filter.ids.length);
  const ends = endsOf(ctx.stores);
  const end = (number: number) => JSON.stringify([release, filter, size, number]);
  const before = page === 1 ? undefined : ends.get(end(page - 1));
  const start = before ? { after: before } : { skip: (page - 1) * size };
  const rows = await listOpen311Requests(ctx.db, release, filter, { start, limit: size + 1 });
  const kept = rows.slice(0, size);
  const last = kept.at(-1);
  if (last !== undefined && filter.ids === null)
    ends.set(end(page), {
      received_period: last.received_period,
      service_request_id: last.service_request_id,
    });
  const around = {
    ...dimensions,
    published: await publishedAt(ctx, new Set(kept.map((row) => row.from_release))),
    language: languages[0] ?? 'en',
    local: localTime(time_zone),
    public_url,
    release,
    extensions: query.extensions === 'true',
  };
  return { items: kept.map((row) => serviceRequest(row, around)), more: rows.length > size, release };
}

function checkAsked({ area, group, agency, service_code }: Open311Query, dimensions: Dimensions): void {
  checkCodes({ area, group, agency }, dimensions);
  const known = new Set(dimensions.services.map((service) => service.service_code));
  if (service_code?.some((code) => !known.has(code)))
    throw badParameter('service_code', 'no such service in this release', 'Codes from services.json');
}

function endsOf(stores: Stores): LRUCache<string, RequestPosition> {
  const known = pageEnds.get(stores);
  if (known) return known;
  const made = new LRUCache<string, RequestPosition>({ max: REMEMBERED_PAGES });
  pageEnds.set(stores, made);
  return made;
}

async function publishedAt({ stores }: Context, releases: ReadonlySet<number>): Promise<Map<number, Date>> {
  const rows = await Promise.all([...releases].map((release) => stores.release(release)));
  return new Map(rows.flatMap((row) => (row ? [[row.release, row.published_at] as const] : [])));
}
