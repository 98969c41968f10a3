/** One page of the list of releases; null: the cursor is not one of this list. */
import type { PortalRequest } from '../../api/portal.ts';
import { refusalOf } from '../refusal.ts';

const PAGE_SIZE = 60;
/** What cursors are made of; anything else would be refused too, but not as a Refusal. */
const CURSOR = /^[\w-]{1,200}$/;

export async function readReleases({ api }: PortalRequest, cursor: string | null) {
  if (cursor !== null && !CURSOR.test(cursor)) return null;
  try {
    return await api.releases.list({ limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) });
  } catch (error) {
    if (refusalOf(error)?.reason === 'bad_parameter') return null;
    throw error;
  }
}
