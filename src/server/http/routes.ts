/**
 * What the front does with an address: who answers it, for how long the answer holds, and who may use it.
 * The one place where addresses are told apart before the site's own pages.
 *
 * In:     a path as the client sent it, and the languages of the jurisdiction
 * Out:    Route
 */
import type { AnswerKind } from './headers.ts';

export interface Route {
  /** named in logs and metrics instead of the address, which could hold a code */
  readonly name:
    | 'page'
    | 'embed'
    | 'status'
    | 'reporter'
    | 'api'
    | 'trpc'
    | 'download'
    | 'feed'
    | 'open_data'
    | 'site_file';
  readonly kind: AnswerKind;
  /** `release`: holds as long as the release does. `live`: seconds. `stream`: passes through, never kept */
  readonly keeps: 'release' | 'live' | 'stream';
  readonly methods: readonly string[];
}

const READ = ['GET', 'HEAD', 'OPTIONS'] as const;

const page: Route = { name: 'page', kind: 'page', keeps: 'release', methods: READ };
const embed: Route = { name: 'embed', kind: 'embed', keeps: 'release', methods: READ };
const status: Route = { name: 'status', kind: 'page', keeps: 'live', methods: READ };
const statusFile: Route = { name: 'status', kind: 'file', keeps: 'live', methods: READ };
/** The private view asks these of the reporter's own token. */
const reporter: Route = { name: 'reporter', kind: 'file', keeps: 'stream', methods: ['POST', 'OPTIONS'] };
const api: Route = { name: 'api', kind: 'data', keeps: 'release', methods: READ };
const apiLive: Route = { name: 'api', kind: 'data', keeps: 'live', methods: READ };
const trpc: Route = { name: 'trpc', kind: 'data', keeps: 'stream', methods: [...READ, 'POST'] };
const download: Route = { name: 'download', kind: 'data', keeps: 'stream', methods: READ };
const feed: Route = { name: 'feed', kind: 'data', keeps: 'release', methods: READ };
const openData: Route = { name: 'open_data', kind: 'data', keeps: 'release', methods: READ };
const statusFeed: Route = { name: 'feed', kind: 'data', keeps: 'live', methods: READ };
const worker: Route = { name: 'site_file', kind: 'worker', keeps: 'release', methods: READ };
const siteFile: Route = { name: 'site_file', kind: 'file', keeps: 'release', methods: READ };

export function routeOf(path: string, languages: readonly string[]): Route {
  const [, first = '', second = '', third = ''] = path.split('/', 4);
  if (first === 'api') {
    if (second === 'trpc') return trpc;
    // The detail of one request is what its status page shows: live.
    return second === 'v1' && third === 'requests' && path.split('/').length > 4 ? apiLive : api;
  }
  if (first === 'i' && /^\/i\/[^/]+\/(view|word)$/.test(path)) return reporter;
  const [head, next] = languages.includes(first) ? [second, third] : [first, second];
  if (head === 'i' && next.endsWith('.atom')) return statusFeed;
  if (head === 'i') return /\.\w+$/.test(next) ? statusFile : status;
  if (head === 'embed' && /^(figure|chart|map)$/.test(next)) return embed;
  if (first === 'data' && second !== '' && /\.[\w-]+$/.test(path)) return download;
  if (first === 'data.json' || first.startsWith('catalog.')) return openData;
  if (first === 'open311' || first === 'log' || first === 'oembed') return openData;
  if (first === 'feeds' || path.endsWith('.atom')) return feed;
  if (path === '/offline.js') return worker;
  if (/\.\w{2,11}$/.test(path)) return siteFile;
  return page;
}
