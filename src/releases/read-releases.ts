/** One page of the list of releases; null: the cursor is not one of this list. */

import { TRPCError } from '@trpc/server';
import type { PortalRequest } from '../../api/portal.ts';
import { asRefusal } from '../../api/trpc.ts';

const PAGE_SIZE = 60;

export async function readReleases({ api }: PortalRequest, cursor: string | null) {
  try {
    return await api.releases.list({ limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) });
  } catch (error) {
    if (error instanceof TRPCError && asRefusal(error)?.reason === 'bad_parameter') return null;
    throw error;
  }
}
