/** Requests: the released rows page by page, and one request as its status page shows it. */
import { z } from 'zod';
import { parsePublicCode } from '../../db/public-code.ts';
import {
  getRecord as queryRecord,
  getRequest as queryRequest,
  listRequests as queryRequests,
} from '../../db/queries/requests.ts';
import { localTime, mondayOf } from '../../db/schema/local-time.ts';
import type { LiveDetail } from '../../db/schema/published.ts';
import { type Context, releaseOf } from '../context.ts';
import { decodeCursor, encodeCursor, wrongCursor } from '../cursor.ts';
import { checkCodes } from '../known-codes.ts';
import { Refusal, unavailable } from '../refusal.ts';
import { releaseNumber } from '../schemas/common.ts';
import {
  getRequestInput,
  getRequestOutput,
  listRequestsInput,
  listRequestsOutput,
  SORTS,
} from '../schemas/requests.ts';
import { publicProcedure } from '../trpc.ts';

const position = z.tuple([
  releaseNumber,
  z.enum(SORTS),
  z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  z.string().regex(/^[\w-]{1,64}$/),
]);

export const listRequests = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/requests',
      summary: 'Released requests, filtered and sorted',
      description:
        'One row for each request of the release that matches. Codes that the release does not know are refused. Page by page with the cursor: the list stays that of the release of its first page, whatever is published meanwhile.',
    },
  })
  .input(listRequestsInput.strict().prefault({}))
  .output(listRequestsOutput)
  .query(async ({ ctx, input }) => {
    const { release: asked, sort, limit, cursor, ...filter } = input;
    const from = cursor === undefined ? null : decodeCursor(cursor, position);
    if (from !== null && from[1] !== sort) throw wrongCursor('belongs to a list in another order');
    if (from !== null && asked !== 'latest' && asked !== from[0])
      throw wrongCursor('belongs to a list of another release');
    const { release } = await releaseOf(ctx, from === null ? asked : from[0]);
    checkCodes(filter, await ctx.stores.dimensions(release));
    const after = from && { received_period: from[2], service_request_id: from[3] };
    const [rows, total] = await Promise.all([
      queryRequests(ctx.db, release, filter, { sort, after, limit: limit + 1 }),
      ctx.stores.requests({ release, filter, sort }),
    ]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const more = rows.length > limit && last !== undefined;
    const next = more ? encodeCursor([release, sort, last.received_period, last.service_request_id]) : null;
    return { data: page, next, total, release };
  });

export const getRequest = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/requests/{code}',
      summary: 'One request: what is known of it now, and its row in the newest release; or a guarded row',
      description:
        'The live status under a public code, as its status page shows it; or the row of a guarded request under its own id, which is tied to no status page. `kind` says which. Of a sensitive or withheld request nothing is told but its status, and not which of the two it is.',
    },
  })
  .input(getRequestInput.strict())
  .output(getRequestOutput)
  .query(async ({ ctx, input }) => {
    const code = readCode(input.code);
    if (!ctx.available) throw unavailable();
    const row = await queryRequest(ctx.db, ctx.pool, code, ctx.release);
    if (row === undefined) return recordOf(code, ctx);
    ctx.live_tiers.add(row.tier);
    if (row.tier === 'withdrawn')
      throw new Refusal(
        'NOT_FOUND',
        'withdrawn',
        'This report was withdrawn from publication. Nothing is shown of it any more.',
      );
    return {
      kind: 'status' as const,
      ...row,
      // Why nothing but the status is shown could itself tell what a report is about.
      tier: row.tier === 'open' || row.tier === 'guarded' ? row.tier : ('status_only' as const),
      detail: row.detail && liveDetail(row.detail, ctx),
      release: row.released && ctx.release,
    };
  });

/** Ids of guarded rows look like codes. Whoever follows one gets the row, which says that it is no status page. */
async function recordOf(id: string, { db, release }: Context) {
  const released = release === null ? undefined : await queryRecord(db, id, release);
  if (released === undefined || release === null)
    throw new Refusal(
      'NOT_FOUND',
      'unknown_code',
      'No request with this code is published. A new one can take a few minutes to appear.',
    );
  return { kind: 'record' as const, service_request_id: released.service_request_id, released, release };
}

/** Public codes check themselves, so a slip of the finger is told apart from a code that nobody was given. */
function readCode(text: string): string {
  const parsed = parsePublicCode(text);
  if (parsed.ok) return parsed.code;
  const allowed = 'Ten letters and digits, such as K7Q-M2F-9XH4';
  if (parsed.reason === 'mistyped') {
    const detail =
      'One character of this code seems to be wrong. Please compare it with the message you got.';
    throw new Refusal('BAD_REQUEST', 'mistyped_code', detail, {
      problems: [{ parameter: 'code', detail, allowed }],
    });
  }
  const detail = 'This is not a code: a code has ten letters and digits, such as K7Q-M2F-9XH4.';
  throw new Refusal('BAD_REQUEST', 'malformed_code', detail, {
    problems: [{ parameter: 'code', detail, allowed }],
  });
}

function liveDetail({ received_week, ...detail }: LiveDetail, { now, jurisdiction }: Context) {
  return {
    ...detail,
    timeline: [...detail.timeline],
    weeks_waiting: received_week === null ? null : weeksSince(received_week, now, jurisdiction.time_zone),
  };
}

/** Whole weeks from a Monday to the Monday of this week, so that the number turns on Mondays. */
function weeksSince(monday: string, now: Date, time_zone: string): number {
  const thisMonday = mondayOf(localTime(time_zone).day(now));
  return Math.max(0, Math.round((Date.parse(thisMonday) - Date.parse(monday)) / (7 * 86_400_000)));
}
