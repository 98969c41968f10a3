/** Released requests in the order in which they changed: what feeds are made of. */
import { z } from 'zod';
import { listChanges as queryChanges } from '../../db/queries/changes.ts';
import { releaseOf } from '../context.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { checkCodes } from '../known-codes.ts';
import { listChangesInput, listChangesOutput } from '../schemas/changes.ts';
import { releaseNumber } from '../schemas/common.ts';
import { publicProcedure } from '../trpc.ts';

const position = z.tuple([
  releaseNumber,
  releaseNumber,
  z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  z.string().regex(/^[\w-]{1,64}$/),
]);

export const listChanges = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/changes',
      summary: 'Released requests, those that changed last first',
      description:
        'Rows of the newest release, what it brought or changed first, then what the release before did. What the feeds are made of.',
    },
  })
  .input(listChangesInput.strict().prefault({}))
  .output(listChangesOutput)
  .query(async ({ ctx, input }) => {
    const { limit, cursor, ...filter } = input;
    const from = cursor === undefined ? null : decodeCursor(cursor, position);
    const { release } = await releaseOf(ctx, from === null ? 'latest' : from[0]);
    checkCodes(filter, await ctx.stores.dimensions(release));
    const after = from && { from_release: from[1], received_period: from[2], service_request_id: from[3] };
    const rows = await queryChanges(ctx.db, release, filter, { after, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const more = rows.length > limit && last !== undefined;
    const next = more
      ? encodeCursor([release, last.from_release, last.received_period, last.service_request_id])
      : null;
    return { data: page, next, release };
  });
