/** Releases: what each contained, what changed with it, and how it adds up. */
import { z } from 'zod';
import { countReleases, listReleases as queryReleases, type ReleaseRow } from '../../db/queries/releases.ts';
import { releaseOf } from '../context.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { unavailable } from '../refusal.ts';
import { releaseNumber } from '../schemas/common.ts';
import {
  getReleaseInput,
  getReleaseOutput,
  listReleasesInput,
  listReleasesOutput,
} from '../schemas/releases.ts';
import { publicProcedure } from '../trpc.ts';

const position = z.tuple([releaseNumber]);

export const listReleases = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/releases',
      summary: 'Releases, the newest first',
      description: 'What each release held, what changed with it, and how all that was received adds up.',
    },
  })
  .input(listReleasesInput.strict().prefault({}))
  .output(listReleasesOutput)
  .query(async ({ ctx, input }) => {
    if (!ctx.available) throw unavailable();
    const before = input.cursor === undefined ? null : decodeCursor(input.cursor, position)[0];
    const [rows, total] = await Promise.all([
      queryReleases(ctx.db, { before, limit: input.limit + 1 }),
      countReleases(ctx.db),
    ]);
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      data: page.map((row) => shape(row, ctx.jurisdiction.time_zone)),
      next: rows.length > input.limit && last ? encodeCursor([last.release]) : null,
      total,
    };
  });

export const getRelease = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/releases/{release}',
      summary: 'One release, with its files',
      description: 'One release, with the size and SHA-256 of each of its files.',
    },
  })
  .input(getReleaseInput.strict())
  .output(getReleaseOutput)
  .query(async ({ ctx, input }) => {
    const row = await releaseOf(ctx, input.release);
    return { ...shape(row, ctx.jurisdiction.time_zone), files: [...row.manifest.files] };
  });

function shape(row: ReleaseRow, time_zone: string) {
  return {
    ...row,
    time_zone,
    cut_off: row.cut_off.toISOString(),
    published_at: row.published_at.toISOString(),
    policy: withSteps(row.policy),
    privacy: row.privacy && { ...row.privacy, steps: row.privacy.steps.map((step) => ({ ...step })) },
    withdrawals: (row.withdrawals ?? []).map((withdrawal) => ({ ...withdrawal })),
    accounted_for: { ...row.accounted_for, withheld: { ...row.accounted_for.withheld } },
  };
}

function withSteps({ ladder, ...policy }: ReleaseRow['policy']) {
  return ladder === undefined ? policy : { ...policy, ladder: ladder.map((step) => ({ ...step })) };
}
