/**
 * One key for every way to write the same address: letters as themselves and not as their bytes, no slash at the end,
 * parameters in order, and those left out that only say where a visitor came from. A page is rendered from the key, so
 * that what a sharing service appends reaches nobody, and the front and the site cannot read an address differently.
 *
 * In:     the request target, `/%61reas/?b=2&a=1&utm_source=x`
 * Out:    `/areas?a=1&b=2`
 * Source: RFC 3986 §6.2.2 (percent-encoding normalization)
 */
const ABOUT_THE_VISITOR = /^(utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|_ga)$/;
/** Status pages and their pictures take no parameters; `?v=` of a picture is for those who keep it by its address. */
const WITHOUT_PARAMETERS = /^\/(?:[a-z]{2,3}(?:-\w+)?\/)?i\/[^/]+(?<!\.atom)$/;
const UNRESERVED = /[\w.~-]/;

export function canonicalTarget(target: string): string {
  const mark = target.indexOf('?');
  const path = canonicalPath(mark < 0 ? target : target.slice(0, mark));
  if (mark < 0 || WITHOUT_PARAMETERS.test(path)) return path;
  const parts = plain(target.slice(mark + 1))
    .split('&')
    .filter((part) => part !== '' && !ABOUT_THE_VISITOR.test(part.split('=', 1)[0] ?? ''));
  if (parts.length === 0) return path;
  // By name alone: the values of a repeated parameter keep their order.
  const byName = parts.map((part) => [part.split('=', 1)[0] ?? '', part] as const);
  byName.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `${path}?${byName.map(([, part]) => part).join('&')}`;
}

function canonicalPath(path: string): string {
  const written = plain(path);
  return written.length > 1 && written.endsWith('/') ? written.slice(0, -1) : written;
}

/** Only what needs to be is written as its bytes. */
function plain(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%[0-9a-f]{2}/gi, (written) => {
    const character = String.fromCharCode(Number.parseInt(written.slice(1), 16));
    return UNRESERVED.test(character) ? character : written.toUpperCase();
  });
}

/** Origin form of a request target; RFC 9112 §3.2.2 has servers take the absolute form too. */
export function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  const authority = /^https?:\/\/[^/?#]*/i.exec(target)?.[0];
  if (authority === undefined) return target;
  const rest = target.slice(authority.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/**
 * Whether every percent sign begins a byte, the bytes are UTF-8, and none is a NUL; and whether the path says where it
 * leads: `..`, `//` and bytes that are written as bytes once more are read in one way here and in another elsewhere.
 */
export function isWellFormed(target: string): boolean {
  const [path = ''] = target.split('?', 1);
  if (!path.startsWith('/') || path.includes('//') || target.includes('\\')) return false;
  try {
    if (decodeURIComponent(target).includes('\0')) return false;
    const read = decodeURIComponent(path);
    return !/%[0-9a-f]{2}/i.test(read) && !/(^|[/\\])\.{1,2}([/\\]|$)/.test(read);
  } catch {
    return false;
  }
}
