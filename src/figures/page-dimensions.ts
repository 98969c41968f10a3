/** Names of areas, services and offices as they are at the release of the page, or at another. */

import type { PortalRequest } from '../../api/portal.ts';
import type { Agency, Area, Service } from '../../api/schemas/dimensions.ts';

export interface Dimensions {
  readonly areas: readonly Area[];
  readonly services: readonly Service[];
  readonly agencies: readonly Agency[];
}

export async function dimensions(
  api: PortalRequest['api'],
  release: 'latest' | number = 'latest',
): Promise<Dimensions> {
  const [areas, services, agencies] = await Promise.all([
    api.areas.list({ release }),
    api.services.list({ release }),
    api.agencies.list({ release }),
  ]);
  return { areas: areas.data, services: services.data, agencies: agencies.data };
}
