/**
 * Shows kept pages where there is no connection, with the day on which they were seen. It keeps nothing of its own
 * accord: pages are kept when their reader asks for it (followed.ts), and brought up to date here by every visit.
 * A page that is gone is thrown away. What a private link opens comes by POST and is never kept.
 */
interface WorkerEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'fetch', listener: (event: WorkerEvent) => void): void;
}
declare const self: Worker;

// A module to the compiler, so that its names are its own; left out where it is served.
export {};

const KEPT = 'majibu followed 1';
const MOST_FILES = 80;
const PAGE = /^\/(?:[a-z]{2,3}(?:-[A-Za-z]+)?\/)?(?:i\/[\w-]+|find)$/;
const FILE = /^\/(?:assets\/|theme\.css$|favicon\.svg$)/;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(begin()));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (mode === 'navigate' && PAGE.test(pathname)) event.respondWith(page(event.request, pathname));
  else if (FILE.test(pathname)) event.respondWith(file(event.request));
});

async function begin(): Promise<void> {
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
  await self.clients.claim();
}

async function page(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(pathname);
  try {
    const answer = await fetch(request);
    if (kept && answer.status === 200 && !answer.redirected)
      await cache.put(pathname, await seenNow(answer.clone()));
    else if (kept && (answer.status === 404 || answer.status === 410)) await cache.delete(pathname);
    return answer;
  } catch (failure) {
    if (!kept) throw failure;
    return withoutConnection(kept);
  }
}

/** An answer with the time at which it was seen; its own `Date` can be older. */
async function seenNow(answer: Response): Promise<Response> {
  const headers = new Headers(answer.headers);
  headers.set('x-seen', new Date().toISOString());
  return new Response(await answer.text(), { headers });
}

/** The page as it was, and a line that says so: it stands hidden in every page that can be kept. */
async function withoutConnection(kept: Response): Promise<Response> {
  const html = await kept.text();
  const language = /<html[^>]* (?:data-locale|lang)="([\w-]+)"/.exec(html)?.[1] ?? 'en';
  const date = new Date(kept.headers.get('x-seen') ?? Number.NaN);
  const seen = Number.isNaN(date.getTime()) ? '' : writeTime(date, language);
  const told = html
    .replace(/ data-offline hidden>/, '>')
    .replace(/(<time data-offline-seen>)[^<]*/, `$1${seen}`);
  return new Response(told, { headers: kept.headers });
}

/** As write-time.ts has it, which this script cannot load: in Swahili digits need the part of the day beside them. */
function writeTime(date: Date, language: string): string {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, options).format(date);
  if (!language.startsWith('sw')) return write({ dateStyle: 'full', timeStyle: 'short' });
  const part = write({ dayPeriod: 'long' }).split(' ').at(-1);
  return `${write({ dateStyle: 'full' })}, ${write({ timeStyle: 'short' })} ${part}`;
}

/** Files named by their content: the kept one is the right one. */
async function file(request: Request): Promise<Response> {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    const files = (await cache.keys()).filter(({ url }) => FILE.test(new URL(url).pathname));
    for (const old of files.slice(0, Math.max(0, files.length - MOST_FILES))) await cache.delete(old);
  }
  return answer;
}
