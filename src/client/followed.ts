/**
 * The reports that are kept on this phone, and nowhere else: their list in the phone's own storage, their pages as they
 * were last seen, and the worker that shows them where there is no connection. Nothing of this is there until the
 * first report is kept, and nothing is left when the last one is taken off.
 *
 * In:     addresses of status pages, what they say
 * Out:    Followed[]; empty where the phone keeps nothing
 * Errors: none: a phone that keeps nothing is no fault of the reader
 */
export interface Followed {
  /** path of the page: `/sw/i/K7Q-M2F-9XH4` */
  readonly address: string;
  readonly code: string;
  /** what the page last said, and when (ISO) */
  readonly title: string;
  readonly seen: string;
}

const KEY = 'majibu followed';
/** Known to the worker as well (offline-worker.ts). */
const CACHE = 'majibu followed 1';
const WORKER = '/offline.js';
const MOST = 50;

export function followed(): Followed[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter(isFollowed) : [];
  } catch {
    return [];
  }
}

/** False: this phone keeps nothing. */
export function follow(one: Followed): boolean {
  return write([one, ...followed().filter(({ code }) => code !== one.code)].slice(0, MOST));
}

export function unfollow(code: string): boolean {
  return write(followed().filter((one) => one.code !== code));
}

/**
 * Keeps the page and the list to be read without a connection, with what they are drawn with. Asked again at the next
 * visit, it takes up what a reader who left broke off; what is there already, the worker keeps up to date.
 */
export async function keepOffline(addresses: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  try {
    await navigator.serviceWorker.register(WORKER, { scope: '/' });
    const cache = await caches.open(CACHE);
    for (const address of addresses) if (!(await cache.match(address))) await keep(cache, address);
  } catch {
    // The list works without it.
  }
}

/** Takes a page off; with the last one, everything. */
export async function forgetOffline(address: string): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  try {
    if (followed().length > 0) {
      await (await caches.open(CACHE)).delete(address);
      return;
    }
    await caches.delete(CACHE);
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
  } catch {
    // Nothing was kept.
  }
}

/** A page or file, and what it names: styles and scripts of a page, modules of a script. */
async function keep(cache: Cache, address: string, begun = new Set<string>()): Promise<void> {
  begun.add(address);
  const answer = await fetch(address, { credentials: 'omit' });
  if (!answer.ok) return;
  const text = await answer.text();
  const headers = new Headers(answer.headers);
  headers.set('x-seen', new Date().toISOString());
  const type = answer.headers.get('content-type') ?? '';
  const named = type.includes('html')
    ? [...text.matchAll(/(?:href|src)="(\/(?:assets\/|theme\.css)[^"]*)"/g)].map(([, at = '']) => at)
    : type.includes('javascript')
      ? [...text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g)].map(
          ([, at = '']) => new URL(at, new URL(address, location.href)).pathname,
        )
      : [];
  // What it is drawn with comes first: a page that is there can be read.
  for (const at of named) if (!begun.has(at) && !(await cache.match(at))) await keep(cache, at, begun);
  await cache.put(address, new Response(text, { headers }));
}

function write(list: readonly Followed[]): boolean {
  try {
    if (list.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(list));
    return true;
  } catch {
    return false;
  }
}

function isFollowed(one: unknown): one is Followed {
  return (
    typeof one === 'object' &&
    one !== null &&
    'address' in one &&
    typeof one.address === 'string' &&
    /^(?:\/[\w-]+)+$/.test(one.address) &&
    'code' in one &&
    typeof one.code === 'string' &&
    'title' in one &&
    typeof one.title === 'string' &&
    'seen' in one &&
    typeof one.seen === 'string'
  );
}
