/**
 * The API of one portal: what the composition root makes once and every HTTP request begins with.
 *
 * In:     a reader of the published database, the jurisdiction's public face, the portal's address, a clock
 * Out:    PortalService; `forRequest` settles the release and gives caller and handlers bound to it
 * Errors: none of its own: a database that is away shows in the answers (503), and is asked again
 */
import type { PublishedReader } from '../db/connect.ts';
import type { Context } from './context.ts';
import { newestRelease } from './newest-release.ts';
import type { PortalRequest, PublicJurisdiction } from './portal.ts';
import { appRouter } from './router.ts';
import { createStores } from './stores.ts';
import { handleTrpc } from './trpc-handler.ts';

export interface PortalService {
  forRequest(): Promise<PortalRequest>;
  close(): Promise<void>;
}

export interface PortalOptions {
  readonly reader: PublishedReader;
  readonly jurisdiction: PublicJurisdiction;
  readonly public_url: string;
  readonly now: () => Date;
}

export async function createPortal(options: PortalOptions): Promise<PortalService> {
  const { reader, jurisdiction, public_url } = options;
  const stores = createStores(reader.db, jurisdiction.time_zone);
  const newest = newestRelease(reader.db, () => options.now().getTime());
  return {
    async forRequest() {
      const { release, demonstration, available } = await newest();
      const now = options.now();
      const context: Context = { db: reader.db, release, available, stores, jurisdiction, now };
      return {
        api: appRouter.createCaller(context),
        release,
        available,
        demonstration,
        jurisdiction,
        public_url,
        now,
        trpc: (request) => handleTrpc(request, context),
        rest: notYet,
        download: notYet,
      };
    },
    close: () => reader.close(),
  };
}

async function notYet(): Promise<Response> {
  return new Response(null, { status: 501 });
}
