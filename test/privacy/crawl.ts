/**
 * Fetches the given addresses and every page of the portal that can be reached from them by links.
 *
 * Out: status, headers and body of each, as text
 */
export interface Fetched {
  readonly path: string;
  readonly status: number;
  /** headers and body */
  readonly text: string;
}

const MOST = 900;

export async function crawl(base: string, seeds: readonly string[]): Promise<Fetched[]> {
  const waiting = ['/', '/sw/', ...seeds];
  const seen = new Set(waiting);
  const fetched: Fetched[] = [];
  for (let path = waiting.shift(); path !== undefined && fetched.length < MOST; path = waiting.shift()) {
    const answer = await fetch(base + path, { redirect: 'manual' });
    const type = answer.headers.get('content-type') ?? '';
    const body = await answer.text();
    fetched.push({ path, status: answer.status, text: `${JSON.stringify([...answer.headers])}\n${body}` });
    const location = answer.headers.get('location');
    const links = type.startsWith('text/html')
      ? [...body.matchAll(/(?:href|src|action)="([^"#]+)/g)].map((match) => match[1] ?? '')
      : [];
    for (const link of location ? [location, ...links] : links) {
      const url = URL.parse(link.replaceAll('&amp;', '&'), base + path);
      if (!url || url.origin !== new URL(base).origin) continue;
      const next = url.pathname + url.search;
      // Filters and pages of lists multiply without end; one level of them is enough.
      if (seen.has(next) || (url.search && path.includes('?'))) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return fetched;
}
