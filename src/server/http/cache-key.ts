/**
 * One key for every way to write the same address: parameters in order, and those that only say where a visitor
 * came from left out. A page is rendered from the key, so that what a sharing service appends reaches nobody.
 *
 * In:     the request target, `/areas?b=2&a=1&utm_source=x`
 * Out:    `/areas?a=1&b=2`
 */
const ABOUT_THE_VISITOR = /^(utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|_ga)$/;

export function canonicalTarget(target: string): string {
  const mark = target.indexOf('?');
  if (mark < 0) return target;
  const path = target.slice(0, mark);
  const parts = target
    .slice(mark + 1)
    .split('&')
    .filter((part) => part !== '' && !ABOUT_THE_VISITOR.test(part.split('=', 1)[0] ?? ''));
  if (parts.length === 0) return path;
  // By name alone: the values of a repeated parameter keep their order.
  const byName = parts.map((part) => [part.split('=', 1)[0] ?? '', part] as const);
  byName.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `${path}?${byName.map(([, part]) => part).join('&')}`;
}

/** Origin form of a request target; RFC 9112 §3.2.2 has servers take the absolute form too. */
export function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  const authority = /^https?:\/\/[^/?#]*/i.exec(target)?.[0];
  if (authority === undefined) return target;
  const rest = target.slice(authority.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Whether every percent sign begins a byte, the bytes are UTF-8, and none is a NUL. */
export function isWellFormed(target: string): boolean {
  if (!target.startsWith('/') || target.startsWith('//') || target.includes('\\')) return false;
  try {
    return !decodeURIComponent(target).includes('\0');
  } catch {
    return false;
  }
}
