/**
 * The site as a function: an address in, a whole answer out. Astro's handler is given a request of our own
 * making, so that nothing of a visitor's headers can reach a page that is kept for others, and its answer is
 * caught in memory.
 *
 * In:     the handler that the build exports (`middleware` mode of @astrojs/node), the public address
 * Out:    Site
 * Errors: whatever breaks the answer off; a page that throws is Astro's own 500 page
 */
import { EventEmitter } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import type { PortalRequest } from '../../../api/portal.ts';

export interface Rendered {
  readonly status: number;
  /** names in lower case; several values of one name are joined */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Site {
  /** `suggested`: a language to offer the page in; all that is told of who asks */
  render(target: string, portal: PortalRequest, suggested?: string | null): Promise<Rendered>;
}

/** Astro's side of `middleware` mode, as far as it looks at what it is given. */
export type SiteHandler = (
  request: BareRequest,
  response: CaughtResponse,
  next: (error?: unknown) => void,
  locals: { portal: PortalRequest; suggested: string | null },
) => Promise<void>;

export function astroSite(handler: SiteHandler, publicUrl: string): Site {
  const { host, protocol } = new URL(publicUrl);
  /** Null: no page answers this address, not even the one that says so. */
  const rendered = (target: string, portal: PortalRequest, suggested: string | null) =>
    new Promise<Rendered | null>((resolve, reject) => {
      const request = new BareRequest(target, { host, accept: 'text/html' }, protocol === 'https:');
      const response = new CaughtResponse(request, resolve, reject);
      const next = (error?: unknown) => (error instanceof Error ? reject(error) : resolve(null));
      handler(request, response, next, { portal, suggested }).catch(reject);
    });
  return {
    async render(target, portal, suggested = null) {
      const first = target.split('/', 2)[1] ?? '';
      const language = portal.jurisdiction.languages.slice(1).includes(first) ? `/${first}` : '';
      const found =
        (await rendered(target, portal, suggested)) ?? (await rendered(`${language}/404`, portal, suggested));
      if (found === null) throw new Error('no page answers this address');
      return found;
    },
  };
}

/** What the site sees of a request: its address, and nothing that belongs to a visitor. */
class BareRequest extends EventEmitter {
  readonly method = 'GET';
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly encrypted?: true };

  constructor(url: string, headers: IncomingHttpHeaders, encrypted: boolean) {
    super();
    this.url = url;
    this.headers = headers;
    this.socket = encrypted ? { encrypted } : {};
  }
}

/** What the site writes its answer to. Not a stream: nothing reads along, and a stream would only cost turns. */
class CaughtResponse extends EventEmitter {
  readonly req: BareRequest;
  statusCode = 200;
  statusMessage = '';
  headersSent = false;
  readonly #headers: Record<string, string> = {};
  readonly #chunks: Buffer[] = [];
  readonly #done: (rendered: Rendered) => void;
  readonly #failed: (error: Error) => void;

  constructor(request: BareRequest, done: (rendered: Rendered) => void, failed: (error: Error) => void) {
    super();
    this.req = request;
    this.#done = done;
    this.#failed = failed;
  }

  writeHead(
    status: number,
    headers: Readonly<Record<string, string | readonly string[]>> | string = {},
  ): this {
    this.statusCode = status;
    this.headersSent = true;
    if (typeof headers === 'string') return this;
    for (const [name, value] of Object.entries(headers))
      this.#headers[name.toLowerCase()] = typeof value === 'string' ? value : value.join(', ');
    return this;
  }

  write(chunk: string | Uint8Array, then?: () => void): boolean {
    this.#chunks.push(Buffer.from(chunk));
    then?.();
    return true;
  }

  end(chunk?: string | Uint8Array): this {
    if (chunk !== undefined) this.write(chunk);
    this.#done({ status: this.statusCode, headers: this.#headers, body: Buffer.concat(this.#chunks) });
    this.emit('finish');
    this.emit('close');
    return this;
  }

  /** A page that breaks off in the middle is a failure, even where it was closed without saying why. */
  destroy(error?: Error): this {
    this.#failed(error ?? new Error('the page broke off'));
    this.emit('close');
    return this;
  }
}
