/**
 * The HTTP front: what stands between the network and the site. Kept answers go out at once; everything else is
 * checked, counted, made once for all who wait for it, completed with headers and kept.
 *
 * In:     the site, the portal, built files, limits
 * Out:    a request listener; `drain` waits for what runs
 * Errors: none leave it: every failure is an answer
 * Source: runtime.md "The HTTP front" and surface.md "Headers" of the design
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { MAX_BATCH } from '../../../api/fair-use.ts';
import type { ReporterDesk } from '../reporter-desk.ts';
import { type StoredAnswer, sendVariant } from './answer.ts';
import { canonicalTarget, isWellFormed, originForm } from './cache-key.ts';
import { clientAddress } from './client-address.ts';
import { chooseEncoding } from './encoding.ts';
import { type HeaderPolicy, headerPolicy } from './headers.ts';
import { ClientGates, ClientLimit, Gate, type Limits, Overloaded } from './limits.ts';
import { Maker } from './make-answer.ts';
import type { Metrics, Served } from './metrics.ts';
import { type Extra, OwnAnswers, refusalForm } from './own-answers.ts';
import { PageCache } from './page-cache.ts';
import { passThrough } from './pass-through.ts';
import { type PortalSource, Unavailable } from './portal-source.ts';
import { targetWithoutKey } from './private-links.ts';
import { TooLarge } from './read-body.ts';
import { ReporterRequests } from './reporter-requests.ts';
import { type Route, routeOf } from './routes.ts';
import type { Site } from './site.ts';
import { Suggestions } from './suggestion.ts';

const PICTURE_COST = 10;

export interface FrontOptions {
  readonly public_url: string;
  readonly source: PortalSource;
  readonly desk: ReporterDesk;
  readonly site: Site;
  readonly files: ReadonlyMap<string, StoredAnswer>;
  readonly limits: Limits;
  /** proxies in front whose X-Forwarded-For is believed */
  readonly proxies: number;
  readonly metrics: Metrics;
  /** a line per request: method, route, status, milliseconds; null: none */
  readonly log: ((line: string) => void) | null;
  /** a failure that nobody expected, without anything of the request */
  readonly failed: (failure: unknown) => void;
}

export class Front {
  readonly #options: FrontOptions;
  readonly #policy: HeaderPolicy;
  readonly #own: OwnAnswers;
  readonly #cache: PageCache;
  readonly #suggestions: Suggestions;
  readonly #clients: ClientLimit;
  readonly #renders: Gate;
  readonly #downloads: Gate;
  readonly #downloadsOfClients: ClientGates;
  readonly #maker: Maker;
  readonly #reporter: ReporterRequests;

  constructor(options: FrontOptions) {
    const { limits } = options;
    this.#options = options;
    this.#policy = headerPolicy(options.public_url);
    this.#own = new OwnAnswers(this.#policy);
    this.#cache = new PageCache(limits.cache_bytes);
    this.#suggestions = new Suggestions(options.source.languages);
    this.#clients = new ClientLimit(limits.client_burst, limits.client_per_second);
    this.#renders = new Gate(limits.renders, limits.renders_waiting, limits.wait_ms);
    this.#downloads = new Gate(limits.downloads, limits.downloads_waiting, limits.wait_ms);
    this.#downloadsOfClients = new ClientGates(
      () => new Gate(limits.downloads_per_client, limits.downloads_waiting_per_client, limits.wait_ms),
    );
    this.#maker = new Maker(options, this.#policy, this.#renders);
    this.#reporter = new ReporterRequests({ ...options, policy: this.#policy });
  }

  readonly listener = (request: IncomingMessage, response: ServerResponse): void => {
    const { method, url = '' } = request;
    if (method === 'GET' || method === 'HEAD') {
      const target = canonicalTarget(url);
      const file = this.#options.files.get(target);
      if (file) {
        this.#send(request, response, file, 'file');
        return;
      }
      const kept = this.#cache.fresh(this.#key(target, this.#suggested(request, target)));
      if (kept) {
        this.#options.metrics.cache('hit');
        this.#send(request, response, kept, 'page');
        return;
      }
    }
    this.#answer(request, response).catch((failure: unknown) => {
      this.#options.failed(failure);
      response.destroy();
    });
  };

  gauges(): Record<string, number> {
    return {
      cache_bytes: this.#cache.bytes,
      cache_answers: this.#cache.size,
      making: this.#renders.running,
      making_waiting: this.#renders.waiting,
      downloads: this.#downloads.running,
      release: this.#options.source.release ?? 0,
      ready: this.#options.source.reason === null ? 1 : 0,
      resident_memory_bytes: process.memoryUsage.rss(),
    };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { limits, source, proxies, metrics } = this.#options;
    const address = originForm(request.url ?? '');
    const target = canonicalTarget(address);
    const path = target.split('?', 1)[0] ?? target;
    const route = routeOf(path, source.languages);
    if (address.length > limits.address_bytes) return this.#refuse(request, response, 414, route);
    if (address === '*' && request.method === 'OPTIONS')
      return this.#options204(response, 'GET, HEAD, OPTIONS');
    if (!isWellFormed(address)) return this.#refuse(request, response, 400, route);
    const withoutKey = targetWithoutKey(address);
    if (withoutKey !== null) return this.#sendOn(response, withoutKey);

    const allow = route.methods.join(', ');
    if (!route.methods.includes(request.method ?? ''))
      return this.#refuse(request, response, 405, route, { allow });
    if ((path === '/healthz' || path === '/readyz') && request.method !== 'OPTIONS')
      return this.#health(request, response, path);
    if (request.method === 'OPTIONS') return this.#options204(response, allow, route);
    if (request.method !== 'POST' && hasBody(request)) return this.#refuse(request, response, 413, route);

    const client = clientAddress(request, proxies);
    const wait = client === null ? 0 : this.#clients.take(client, costOf(route, path));
    if (wait > 0) return this.#refuse(request, response, 429, route, { retryAfter: wait });

    if (route.name === 'reporter') {
      const status = await this.#reporter.answer(request, response, path, client);
      metrics.answered(route.name, status);
      return this.#log(request, route.name, status, 0);
    }
    try {
      if (route.name === 'download')
        await this.#downloadsOfClients.run(client, () => this.#stream(request, response, route, target));
      else if (route.keeps === 'stream') await this.#stream(request, response, route, target);
      else await this.#make(request, response, route, target);
    } catch (failure) {
      this.#explain(request, response, route, failure);
    }
  }

  async #make(
    request: IncomingMessage,
    response: ServerResponse,
    route: Route,
    target: string,
  ): Promise<void> {
    const suggested = this.#suggested(request, target);
    const key = this.#key(target, suggested);
    this.#options.metrics.cache('miss');
    try {
      const answer = await this.#cache.make(key, () => this.#maker.make(route, target, suggested));
      this.#send(request, response, answer, route.name, key);
    } catch (failure) {
      // What holds for a release goes on holding while the database is away.
      const stale =
        route.keeps === 'release'
          ? (this.#cache.stale(key) ?? this.#cache.stale(this.#key(target, null)))
          : null;
      if (!stale) throw failure;
      this.#send(request, response, stale, route.name);
    }
  }

  /** A page in which another language is offered is another page. */
  #key(target: string, suggested: string | null): string {
    const { edition } = this.#options.source;
    return suggested === null ? `${edition} ${target}` : `${edition} ${target} ${suggested}`;
  }

  #suggested(request: IncomingMessage, target: string): string | null {
    return this.#suggestions.for(request.headers['accept-language'], target);
  }

  async #stream(
    request: IncomingMessage,
    response: ServerResponse,
    route: Route,
    target: string,
  ): Promise<void> {
    const { source, limits, public_url, metrics } = this.#options;
    if (source.reason !== null && source.release === null) throw new Unavailable(source.reason);
    const gate = route.name === 'download' ? this.#downloads : this.#renders;
    const portal = await source.forRequest();
    const status = await passThrough(
      { request, response, route, target, portal, limits, public_url },
      gate,
      (own) => this.#policy.complete(route.kind, own),
    );
    metrics.answered(route.name, status);
    this.#log(request, route.name, status, 0);
  }

  /** A failure as an answer, where nothing has been sent yet. */
  #explain(request: IncomingMessage, response: ServerResponse, route: Route, failure: unknown): void {
    if (response.headersSent) {
      this.#options.failed(failure);
      response.destroy();
    } else if (failure instanceof TooLarge) this.#refuse(request, response, 413, route);
    else if (failure instanceof Overloaded) this.#refuse(request, response, 503, route, { retryAfter: 5 });
    else if (failure instanceof Unavailable || this.#options.source.reason !== null)
      this.#refuse(request, response, 503, route, { retryAfter: 30 });
    else {
      this.#options.failed(failure);
      this.#refuse(request, response, 500, route);
    }
  }

  #refuse(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    route: Route | null,
    extra: Extra = {},
  ): void {
    const path = originForm(request.url ?? '').split('?', 1)[0] ?? '';
    const kind = route?.kind ?? 'page';
    // What was sent and not read must not be taken for the next request.
    if (hasBody(request)) response.shouldKeepAlive = false;
    this.#send(
      request,
      response,
      this.#own.get(status, kind, refusalForm(kind, path), this.#language(path), extra),
      route?.name ?? 'refused',
    );
  }

  #language(path: string): string {
    const { languages } = this.#options.source;
    const first = path.split('/', 2)[1] ?? '';
    return languages.includes(first) ? first : (languages[0] ?? 'en');
  }

  #health(request: IncomingMessage, response: ServerResponse, path: string): void {
    const { source, metrics } = this.#options;
    const reason = path === '/readyz' ? source.reason : null;
    const status = reason === null ? 200 : 503;
    const body = `${reason ?? 'ok'}\n`;
    response.writeHead(
      status,
      this.#policy.complete('file', {
        'content-type': 'text/plain',
        'content-length': String(Buffer.byteLength(body)),
        'cache-control': 'no-store',
      }),
    );
    response.end(request.method === 'HEAD' ? undefined : body);
    metrics.answered('health', status);
  }

  #options204(response: ServerResponse, allow: string, route?: Route): void {
    const own: Record<string, string> = { allow };
    if (route?.kind === 'data') {
      own['access-control-allow-methods'] = allow;
      own['access-control-allow-headers'] = 'content-type, range, if-none-match';
      own['access-control-max-age'] = '86400';
    }
    response.writeHead(204, this.#policy.complete(route?.kind ?? 'file', own));
    response.end();
    this.#options.metrics.answered(route?.name ?? 'refused', 204);
  }

  /** To where the secret of a private link is no longer in the address. */
  #sendOn(response: ServerResponse, location: string): void {
    response.writeHead(
      303,
      this.#policy.complete('file', { location, 'cache-control': 'no-store', 'content-length': '0' }),
    );
    response.end();
    this.#options.metrics.answered('refused', 303);
  }

  #send(
    request: IncomingMessage,
    response: ServerResponse,
    answer: StoredAnswer,
    served: Served,
    key?: string,
  ): void {
    const started = performance.now();
    const variant = answer.variant(chooseEncoding(request.headers['accept-encoding']));
    const finish = (ready: Awaited<typeof variant>) => {
      const status = sendVariant(request, response, answer.status, ready);
      this.#options.metrics.answered(served, status);
      this.#log(request, served, status, performance.now() - started);
    };
    if (!(variant instanceof Promise)) finish(variant);
    else
      variant.then(
        (ready) => {
          finish(ready);
          if (key) this.#cache.reweigh(key, answer);
        },
        (failure: unknown) => {
          this.#options.failed(failure);
          response.destroy();
        },
      );
  }

  #log(request: IncomingMessage, served: Served, status: number, ms: number): void {
    this.#options.log?.(`${request.method} ${served} ${status} ${ms.toFixed(1)} ms`);
  }
}

/** In answers as pages are: a batch of calls is as many as it has, and a picture takes as long as ten. */
function costOf(route: Route, path: string): number {
  if (route.name === 'trpc') return Math.min(path.split(',').length, MAX_BATCH);
  return route.name === 'status' && path.endsWith('.png') ? PICTURE_COST : 1;
}

function hasBody(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}
