/**
 * Names of feeds and entries that stay the same wherever they are read and however often: `tag:` URIs.
 *
 * In:     the portal's address, the jurisdiction's id, what is named (`requests/K7Q-M2F-9XH4`)
 * Out:    `tag:majibu.example,2026:elgeyo-marakwet/requests/K7Q-M2F-9XH4`
 * Law:    neither language, filter order nor port change a name; another host or jurisdiction does
 * Source: RFC 4151
 */

/** A year in which whoever runs a portal had its name: what RFC 4151 asks for. Never changed: names hang on it. */
const YEAR = '2026';

/** An instant that says nothing, for what must carry one and must not be dated. */
export const UNDATED = `${YEAR}-01-01T00:00:00Z`;

export function tagUri(public_url: string, jurisdiction_id: string, specific: string): string {
  const host = new URL(public_url).hostname.replace(/[^a-z0-9.-]/gi, '');
  return `tag:${host},${YEAR}:${escaped(jurisdiction_id)}/${specific.split('/').map(escaped).join('/')}`;
}

/** pchar of RFC 3986, without what would end the name. */
function escaped(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
