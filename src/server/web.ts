/**
 * The web process: listens at once, then opens the site and the portal, and serves until it is told to stop.
 * It knows the addresses of the web role and of the reporter's, and of nothing else.
 *
 * In:     Settings with the web role's address
 * Out:    resolves when everything has been closed; `onListening` and `onChange` say how far it is
 * Errors: CommandError: port taken, no built site, a role that may do more than it is for;
 *         PackError
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createPortal } from '../../api/create-portal.ts';
import type { Settings } from '../../db/config.ts';
import { connectReporter, connectWeb, type PublishedReader } from '../../db/connect.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import type { Pack } from '../../db/jurisdictions/types.ts';
import { listen as listenTo, PUBLISHED_CHANGED } from '../../db/notices.ts';
import { excessPrivileges } from '../../db/privileges.ts';
import { isSiteBuilt, siteFolder } from './built-site.ts';
import { CommandError } from './commands/types.ts';
import { rememberEmptyDigest } from './empty-digest.ts';
import { explainFailure } from './explain-failure.ts';
import { peerAddress } from './http/client-address.ts';
import { Front } from './http/front.ts';
import { headerPolicy } from './http/headers.ts';
import { LIMITS } from './http/limits.ts';
import { type Listening, listen } from './http/listen.ts';
import { Metrics } from './http/metrics.ts';
import { type PortalSource, watchPortal } from './http/portal-source.ts';
import { astroSite, type SiteHandler } from './http/site.ts';
import { readStaticFiles } from './http/static-files.ts';
import { toldToPrograms } from './http/told-to-programs.ts';
import { publicJurisdiction } from './public-jurisdiction.ts';
import { describe, quietConsole } from './quiet-console.ts';
import { reporterDesk } from './reporter-desk.ts';
import { tooPowerful } from './role-words.ts';

/** A download that began may take this long to end; then it is cut off. */
const FINISH_MS = 10_000;

export interface Web {
  readonly settings: Settings;
  readonly database_url: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  readonly debug: boolean;
  readonly onListening: (port: number) => void;
  /** null: ready */
  readonly onChange: (reason: string | null) => void;
}

export async function runWeb(web: Web): Promise<void> {
  const { settings, say, signal } = web;
  process.env['NODE_ENV'] = 'production';
  rememberEmptyDigest(crypto.subtle);
  quietConsole(console, (line) => say(`The site reported ${line}`), web.debug);
  const pack = await loadPack(settings.jurisdiction);
  const site = await builtSite(say);

  // Port 0 asks the system for one, so the address that people see is known when it listens.
  let front: Front | null = null;
  const policy = headerPolicy(settings.public_url);
  const files = await readStaticFiles(path.join(siteFolder, 'client'), policy);
  const listening = await listen(
    (request, response) => {
      if (front) front.listener(request, response);
      else {
        response.writeHead(503, policy.complete('file', { 'retry-after': '1', 'content-length': '0' }));
        response.end();
      }
    },
    settings,
    LIMITS,
    policy,
    settings.trusted_proxies === 0 ? peerAddress : undefined,
  );
  const public_url = settings.public_url.replace(/:0$/, `:${listening.port}`);

  const refused = new AbortController();
  const failed = (failure: unknown) => say(`An answer failed: ${describe(failure) ?? 'unknown error'}`);
  // Two connections more than all who may hold one: the look at the newest release never waits, and one listens.
  const reader = connectWeb(web.database_url, 18);
  const { reporter_database_url } = settings;
  const reporter = reporter_database_url === null ? null : connectReporter(reporter_database_url);
  const desk = reporterDesk(reader, reporter, (why) => refused.abort(why));
  const source = await openSource(web, { reader, public_url, pack, refused, failed });
  const metrics = new Metrics();
  front = new Front({
    public_url,
    source,
    desk,
    site: toldToPrograms(astroSite(site, public_url), source.languages),
    files,
    limits: LIMITS,
    proxies: settings.trusted_proxies,
    metrics,
    log: settings.log_requests ? say : null,
    failed,
  });
  const operator = await listenForOperator(settings, metrics, front);
  web.onListening(listening.port);

  await aborted(AbortSignal.any([signal, refused.signal]));
  await Promise.all([listening.close(FINISH_MS), operator?.close(1_000)]);
  await Promise.all([source.close(), desk.close()]);
  if (refused.signal.aborted) throw refused.signal.reason;
}

async function builtSite(say: (line: string) => void): Promise<SiteHandler> {
  if (!(await isSiteBuilt()))
    say('The built site is missing or older than its sources: "npm run build" makes it.');
  const folder = path.join(siteFolder, 'server');
  try {
    const built: { handler: SiteHandler } = await import(pathToFileURL(path.join(folder, 'entry.mjs')).href);
    await loadPages(path.join(folder, 'chunks'));
    return built.handler;
  } catch (error) {
    throw new CommandError(`The built site in ${siteFolder} cannot be loaded. Run "npm run build" first.`, {
      cause: error,
    });
  }
}

/** Every page now, not when it is first asked for: a build that runs meanwhile replaces the files. */
async function loadPages(folder: string): Promise<void> {
  // The library that resizes pictures is large and never used: it is left where it is.
  const files = (await readdir(folder)).filter((file) => file.endsWith('.mjs') && !file.startsWith('sharp'));
  for (const file of files) await import(pathToFileURL(path.join(folder, file)).href);
}

interface SourceParts {
  readonly reader: PublishedReader;
  readonly public_url: string;
  readonly pack: Pack;
  readonly refused: AbortController;
  readonly failed: (failure: unknown) => void;
}

async function openSource(
  web: Web,
  { reader, public_url, pack, refused, failed }: SourceParts,
): Promise<PortalSource> {
  const portal = await createPortal({
    reader,
    jurisdiction: publicJurisdiction(pack),
    public_url,
    now: () => new Date(),
    failed,
  });
  let checked = false;
  return watchPortal(
    {
      languages: pack.languages,
      forRequest: () => portal.forRequest(),
      async newestRelease() {
        if (!checked) {
          const excess = await excessPrivileges(reader.pool, 'web');
          checked = true;
          if (excess.length) refused.abort(new CommandError(tooPowerful('web', excess)));
        }
        // Not one answer goes out while it closes.
        if (refused.signal.aborted) throw new CommandError('the role in DATABASE_URL can do too much');
        // Asked through the portal, so that an answer is of the release that it is kept under.
        return portal.edition();
      },
      listen: (ring) => listenTo(reader.pool, PUBLISHED_CHANGED, ring),
      explain: (error) => explainFailure(error, false).message,
      close: () => portal.close(),
    },
    web.onChange,
  );
}

/** Metrics are for the operator: on a port of their own, never on the public one. */
async function listenForOperator(
  settings: Settings,
  metrics: Metrics,
  front: Front,
): Promise<Listening | null> {
  if (settings.metrics_port === null) return null;
  const policy = headerPolicy(settings.public_url);
  return listen(
    (request, response) => {
      const found = request.url === '/metrics';
      const body = found ? metrics.text(front.gauges()) : 'Metrics are at /metrics\n';
      response.writeHead(
        found ? 200 : 404,
        policy.complete('file', { 'content-type': 'text/plain; version=0.0.4' }),
      );
      response.end(body);
    },
    { host: settings.host, port: settings.metrics_port, setting: 'METRICS_PORT' },
    LIMITS,
    policy,
  );
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
