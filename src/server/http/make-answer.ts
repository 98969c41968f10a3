/**
 * Makes an answer that can be kept: the page or the API's JSON, with its headers, and for how long it holds.
 *
 * In:     a route and a canonical target
 * Out:    Made
 * Errors: Overloaded; Unavailable when the database is away; whatever the site throws
 */
import type { PortalRequest } from '../../../api/portal.ts';
import { markSvg } from '../../preview/draw-icon.ts';
import { StoredAnswer } from './answer.ts';
import type { HeaderPolicy } from './headers.ts';
import type { Gate, Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import type { Made } from './page-cache.ts';
import { NOTHING_PUBLISHED, type PortalSource, Unavailable } from './portal-source.ts';
import type { Route } from './routes.ts';
import { selfContained, type TextOf } from './self-contained.ts';
import type { Rendered, Site } from './site.ts';
import { offersLanguages } from './suggestion.ts';

/** A release-bound answer is made again after this, since pages also say what is due next. */
const RELEASE_MS = 60_000;
/** A status page holds until one changes, and no longer than others may keep it: it says how long somebody waits. */
const LIVE_MS = 15_000;
/** Where nobody knows whether one changed: enough to answer all who ask at once. */
const LIVE_UNKNOWN_MS = 400;
/** Larger answers are not worth their place. */
const MOST_BYTES = 8 * 1024 * 1024;

const CACHE_CONTROL = {
  release: 'public, max-age=60, stale-while-revalidate=86400',
  live: 'public, max-age=15',
} as const;

export interface MakerOptions {
  readonly source: PortalSource;
  readonly site: Site;
  readonly public_url: string;
  readonly files: ReadonlyMap<string, StoredAnswer>;
  readonly metrics: Metrics;
  readonly limits: Pick<Limits, 'render_ms'>;
}

export class Maker {
  readonly #options: MakerOptions;
  readonly #policy: HeaderPolicy;
  readonly #gate: Gate;
  readonly #texts = new Map<string, string>();
  #theme: string | null = null;

  constructor(options: MakerOptions, policy: HeaderPolicy, gate: Gate) {
    this.#options = options;
    this.#policy = policy;
    this.#gate = gate;
  }

  make(route: Route, target: string, suggested: string | null = null): Promise<Made> {
    return this.#gate.run(async () => {
      const started = performance.now();
      // Asked before: what changes while it is made makes it old.
      const { live } = this.#options.source;
      const { rendered, portal } = await within(
        this.#options.limits.render_ms,
        this.#render(route, target, suggested),
      );
      this.#options.metrics.made((performance.now() - started) / 1000);
      return this.#keep(route, rendered, portal.changesWithVersion() ? live : null);
    });
  }

  async #render(
    route: Route,
    target: string,
    suggested: string | null,
  ): Promise<{ rendered: Rendered; portal: PortalRequest }> {
    const { source, site, public_url } = this.#options;
    // Before the first release pages say so, and status pages are there already.
    const away = source.reason !== null && source.reason !== NOTHING_PUBLISHED;
    if (away && source.release === null) throw new Unavailable(source.reason);
    const portal = await source.forRequest();
    const rendered =
      route.name === 'api'
        ? await whole(await portal.rest(new Request(public_url + target)))
        : await site.render(target, portal, suggested);
    // A page that failed because its data is away is not a fault of the page.
    if ((away ? rendered.status >= 500 : rendered.status === 500) && source.reason !== null)
      throw new Unavailable(source.reason);
    if (route.name !== 'status' || route.kind !== 'page') return { rendered, portal };
    return { rendered: selfContained(rendered, await this.#within(rendered, portal)), portal };
  }

  /** Built stylesheets, the one that is made of the jurisdiction's colours, and the icon. */
  async #within({ body }: Rendered, portal: PortalRequest): Promise<TextOf> {
    const { site, files } = this.#options;
    if (this.#theme === null && body.includes('href="/theme.css')) {
      const made = await site.render('/theme.css', portal);
      if (made.status === 200) this.#theme = made.body.toString('utf8');
    }
    const theme = this.#theme;
    return (address) => {
      if (address.startsWith('/theme.css')) return theme;
      if (address.startsWith('/favicon.svg')) return markSvg(portal.jurisdiction.colours.accent);
      return this.#text(address, files);
    };
  }

  #text(address: string, files: ReadonlyMap<string, StoredAnswer>): string | null {
    const known = this.#texts.get(address) ?? files.get(address)?.text ?? null;
    if (known !== null) this.#texts.set(address, known);
    return known;
  }

  /** `live`: it holds while this is the live version; null: for a moment. */
  #keep(route: Route, { status, headers, body }: Rendered, live: number | null): Made {
    const own: Record<string, string> = {};
    for (const [name, value] of Object.entries(headers)) if (!ours.has(name)) own[name] = value;
    const keeps = route.keeps === 'live' ? 'live' : 'release';
    if (this.#options.source.release === null) own['cache-control'] = 'no-cache';
    own['cache-control'] ??= status === 200 ? CACHE_CONTROL[keeps] : 'no-cache';
    if (offersLanguages(route, this.#options.source.languages)) own['vary'] = 'Accept-Language';
    const answer = new StoredAnswer(status, this.#policy.complete(route.kind, own), body);
    const mayKeep =
      status === 200 &&
      own['set-cookie'] === undefined &&
      !/private|no-store|no-cache/.test(own['cache-control']) &&
      body.length <= MOST_BYTES;
    if (!mayKeep) return { answer, fresh_ms: 0 };
    if (keeps === 'release') return { answer, fresh_ms: RELEASE_MS };
    const { source } = this.#options;
    return live === null
      ? { answer, fresh_ms: LIVE_UNKNOWN_MS }
      : { answer, fresh_ms: LIVE_MS, holds: () => source.live === live };
  }
}

/** A database that goes silent, instead of away, must not keep people waiting. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable('the database does not answer in time')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Headers that the front sets itself, for each copy. */
const ours = new Set([
  'content-length',
  'etag',
  'vary',
  'transfer-encoding',
  'connection',
  'date',
  'content-encoding',
]);

async function whole(response: Response): Promise<Rendered> {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
}
