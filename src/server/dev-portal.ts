/**
 * The portal for `astro dev`, where there is no HTTP front: DATABASE_URL must be set to a published database,
 * such as the one of a portal that runs beside it.
 */

import { createPortal, type PortalService } from '../../api/create-portal.ts';
import type { PortalRequest } from '../../api/portal.ts';
import { parseSettings } from '../../db/config.ts';
import { connectWeb } from '../../db/connect.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { publicJurisdiction } from './public-jurisdiction.ts';

let opened: Promise<PortalService> | null = null;

export async function portalForRequest(): Promise<PortalRequest> {
  opened ??= open();
  return (await opened).forRequest();
}

async function open(): Promise<PortalService> {
  const settings = parseSettings(process.env);
  if (settings.database_url === null) throw new Error('Set DATABASE_URL to a published database, web role.');
  return createPortal({
    reader: connectWeb(settings.database_url),
    jurisdiction: publicJurisdiction(await loadPack(settings.jurisdiction)),
    public_url: settings.public_url,
    now: () => new Date(),
  });
}
