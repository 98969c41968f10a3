/**
 * The API of one portal: what the composition root makes once and every HTTP request begins with.
 *
 * In:     a reader of the published database, the jurisdiction's public face, the portal's address, a clock
 * Out:    PortalService; `forRequest` settles the release and gives caller and handlers bound to it
 * Errors: none of its own: a database that is away shows in the answers (503), and is asked again
 */
import type { PublishedReader } from '../db/connect.ts';
import type { PortalState } from '../db/queries/releases.ts';
import type { Context } from './context.ts';
import { citedDataset, structuredData } from './descriptions/describe-page.ts';
import { handleDescription, isDescription } from './descriptions/handle-description.ts';
import { handleDownload } from './download.ts';
import { MadeFiles, type MadeFilesOptions } from './made-files.ts';
import { newestRelease } from './newest-release.ts';
import { handleOpen311 } from './open311/handle-open311.ts';
import type { PortalRequest, PublicJurisdiction } from './portal.ts';
import { handleRest } from './rest/handle-rest.ts';
import { openApiDocument } from './rest/openapi-document.ts';
import { appRouter } from './router.ts';
import { createStores, type Stores } from './stores.ts';
import { handleTrpc } from './trpc-handler.ts';

/** Those whose pages change only together with the live version; db/migrations/published/0009 says why no others. */
const TIERS_WITH_VERSION: ReadonlySet<string> = new Set(['open', 'guarded']);
/** On the disk, for files that are read by parts or take long to make. */
const MADE: MadeFilesOptions = { most_bytes: 1_000_000_000, at_once: 2, soon_ms: 5_000 };

export interface PortalService {
  forRequest(): Promise<PortalRequest>;
  /**
   * Asks the database now which release is the newest (null: none), and pins the requests that follow to it.
   * Throws when the database is away.
   */
  refresh(): Promise<number | null>;
  /**
   * As `refresh`; also how often rows were withdrawn from releases, and how often status pages changed: what was kept
   * before that holds no more.
   */
  edition(): Promise<Pick<PortalState, 'release' | 'revision' | 'live'>>;
  close(): Promise<void>;
}

export interface PortalOptions {
  readonly reader: PublishedReader;
  readonly jurisdiction: PublicJurisdiction;
  readonly public_url: string;
  readonly now: () => Date;
  /** hears of every error that the client is told nothing about */
  readonly failed?: (error: unknown) => void;
  readonly made?: Partial<MadeFilesOptions>;
}

export async function createPortal(options: PortalOptions): Promise<PortalService> {
  const { reader, jurisdiction, public_url } = options;
  let stores = createStores(reader, jurisdiction.time_zone);
  let revision = 0;
  const clock = () => options.now().getTime();
  const newest = newestRelease(reader.db, clock, (found) => {
    // A release changes only by a withdrawal; nothing that was remembered of any holds after one.
    if (found.revision !== revision) stores = createStores(reader, jurisdiction.time_zone);
    revision = found.revision;
    if (found.release !== null) warm(stores, found.release);
  });
  const openapi = once(() => openApiDocument(public_url, jurisdiction));
  const failed = options.failed ?? (() => undefined);
  const made = new MadeFiles({ ...MADE, ...options.made });
  return {
    async forRequest() {
      const { release, demonstration, available, revision } = await newest.known();
      const now = options.now();
      const context: Context = {
        db: reader.db,
        pool: reader.pool,
        release,
        available,
        stores,
        jurisdiction,
        now,
        live_tiers: new Set(),
      };
      return {
        api: appRouter.createCaller(context),
        release,
        revision,
        available,
        demonstration,
        jurisdiction,
        public_url,
        now,
        changesWithVersion: () =>
          context.live_tiers.size > 0 && context.live_tiers.isSubsetOf(TIERS_WITH_VERSION),
        trpc: (request) => handleTrpc(request, context, failed),
        open311: (request) => handleOpen311(request, { context, public_url, failed }),
        rest: (request) => handleRest(request, { context, public_url, openapi, failed }),
        download: (request) =>
          isDescription(new URL(request.url).pathname)
            ? handleDescription(request, { ...context, public_url, failed })
            : handleDownload(request, { ...context, made, public_url, failed }),
        structuredData: (dataset, language) => structuredData({ ...context, public_url }, dataset, language),
        citeDataset: (dataset, language) => citedDataset({ ...context, public_url }, dataset, language),
        catalogue: (request) => handleDescription(request, { ...context, public_url, failed }),
      };
    },
    refresh: async () => (await newest.ask()).release,
    edition: () => newest.ask(),
    async close() {
      await made.close();
      await reader.close();
    },
  };
}

/** Loads what most answers about a release need before the first of them is asked for. */
function warm(stores: Stores, release: number): void {
  // Should it fail, the first answer that needs it loads it, or says why it cannot.
  stores.figures(release).catch(() => undefined);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
