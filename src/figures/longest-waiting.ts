/** The open reports of a selection that have waited longest, with what is needed to name them. */
import type { PortalRequest } from '../../api/portal.ts';
import type { Filters } from '../../api/schemas/common.ts';
import type { Release } from '../../api/schemas/releases.ts';
import { dimensions } from './page-dimensions.ts';

const SHOWN = 8;

export async function longestWaiting(api: PortalRequest['api'], release: Release, filters: Filters) {
  const [answer, { areas, services }] = await Promise.all([
    api.requests.list({ ...filters, sort: '-waiting', status: 'open', limit: SHOWN }),
    dimensions(api),
  ]);
  return { answer, release, areas, services };
}
