/** The real front on a port of its own, with a site and a portal made up for the test. */
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { PortalRequest } from '../../api/portal.ts';
import { StoredAnswer } from '../../src/server/http/answer.ts';
import { Front, type FrontOptions } from '../../src/server/http/front.ts';
import { headerPolicy } from '../../src/server/http/headers.ts';
import { LIMITS, type Limits } from '../../src/server/http/limits.ts';
import { type Listening, listen } from '../../src/server/http/listen.ts';
import { Metrics } from '../../src/server/http/metrics.ts';
import type { PortalSource } from '../../src/server/http/portal-source.ts';
import type { Rendered, Site } from '../../src/server/http/site.ts';
import type { ReporterDesk } from '../../src/server/reporter-desk.ts';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface TestFront {
  readonly port: number;
  readonly front: Front;
  readonly listening: Listening;
  readonly source: FakeSource;
  /** targets that the site was asked to render, in order, with the language that they are offered in */
  readonly rendered: string[];
  readonly failures: unknown[];
  readonly lines: string[];
  ask(target: string, how?: Ask): Promise<Reply>;
  close(): Promise<void>;
}

export interface Overrides {
  readonly render?: (
    target: string,
    suggested: string | null,
  ) => Promise<Partial<Rendered>> | Partial<Rendered>;
  readonly portal?: Partial<PortalRequest>;
  readonly limits?: Partial<Limits>;
  readonly options?: Partial<FrontOptions>;
  readonly clientOf?: (peer: string) => string | null;
}

export class FakeSource implements PortalSource {
  release: number | null = 7;
  revision = 0;
  get edition(): string {
    return `${this.release}.${this.revision}`;
  }
  /** as where nobody knows whether a status page changed */
  live: number | null = null;
  reason: string | null = null;
  readonly languages = ['en', 'sw'];
  readonly portal: PortalRequest;
  constructor(portal: Partial<PortalRequest>) {
    const nothing = async () => new Response(null, { status: 501 });
    const changesWithVersion = () => true;
    this.portal = {
      changesWithVersion,
      trpc: nothing,
      rest: nothing,
      download: nothing,
      ...portal,
    } as PortalRequest;
  }
  async forRequest(): Promise<PortalRequest> {
    return this.portal;
  }
  async close(): Promise<void> {}
}

/** No request has a private link. */
export const NO_DESK: ReporterDesk = {
  takes_words: false,
  box: async () => null,
  word: async () => 'refused',
  close: async () => undefined,
};

export const PAGE = `<!doctype html><title>x</title>${'<p>Barabara ya Iten haijatengenezwa.</p>'.repeat(200)}`;
/** As Astro writes it: scripts and styles by hash, and nothing else. */
export const SITE_POLICY = "script-src 'self' 'sha256-abc='; style-src 'self' 'sha256-def=';";

export async function startFront(overrides: Overrides = {}): Promise<TestFront> {
  const rendered: string[] = [];
  const failures: unknown[] = [];
  const lines: string[] = [];
  const site: Site = {
    async render(target, _portal, suggested = null) {
      rendered.push(suggested === null ? target : `${target} offered in ${suggested}`);
      const own = (await overrides.render?.(target, suggested)) ?? {};
      return {
        status: 200,
        headers: { 'content-type': 'text/html', 'content-security-policy': SITE_POLICY },
        body: Buffer.from(PAGE),
        ...own,
      };
    },
  };
  const public_url = overrides.options?.public_url ?? 'http://portal.example';
  const policy = headerPolicy(public_url);
  const limits = { ...LIMITS, ...overrides.limits };
  const source = new FakeSource(overrides.portal ?? {});
  const css = policy.complete('file', {
    'content-type': 'text/css',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  const front = new Front({
    public_url,
    source,
    desk: NO_DESK,
    site,
    files: new Map([
      ['/assets/site.abc.css', new StoredAnswer(200, css, Buffer.from('p{}'.repeat(500)), 'lasting')],
    ]),
    limits,
    proxies: 0,
    metrics: new Metrics(),
    log: (line) => lines.push(line),
    failed: (failure) => failures.push(failure),
    ...overrides.options,
  });
  const at = { host: '127.0.0.1', port: 0 };
  const listening = await listen(front.listener, at, limits, policy, overrides.clientOf);
  return {
    port: listening.port,
    front,
    listening,
    source,
    rendered,
    failures,
    lines,
    ask: (target, how) => ask(listening.port, target, how),
    close: () => listening.close(1_000),
  };
}

/** One request on a connection of its own; the address goes out as it is written. */
export function ask(
  port: number,
  target: string,
  { method = 'GET', headers = {}, body }: Ask = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path: target, method, headers, agent: false },
      (response) => {
        collect(response).then(resolve, reject);
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}

async function collect(response: IncomingMessage): Promise<Reply> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks);
  return { status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString('utf8') };
}
