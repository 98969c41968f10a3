/**
 * A status page in one answer: its styles and its icon are in it, and its script waits until everything is drawn. On a
 * slow link each file before the drawing costs a round trip, and who opens a shared link mostly opens one page. The
 * page's policy names what is in it by its hash, and nothing else.
 *
 * In:     a rendered page, and how the address of a stylesheet or of the icon becomes its text (null: it stays a link)
 * Out:    the page with what it needs in it, where its policy names styles at all
 * Errors: none
 * Source: CSP level 3, hash sources; HTML, fetch priority
 */
import { createHash } from 'node:crypto';
import type { Rendered } from './site.ts';

export type TextOf = (address: string) => string | null;

const STYLES = /<link rel="stylesheet" href="([^"]+)"\s*\/?>/g;
const ICON = /(<link rel="icon" href=")(\/[^"]+)(" type="image\/svg\+xml")/;
const MODULE = /<script type="module"(?= src=)/g;
/** Runs as it stands in the page: neither a file nor data. */
const INLINE_SCRIPT = /<script(?![^>]*\s(?:src=|type="application\/))/i;
const hashes = new Map<string, string>();
/** As many as there are sets of stylesheets, over a few builds. */
const MOST_HASHES = 64;

export function selfContained(page: Rendered, textOf: TextOf): Rendered {
  const policy = page.headers['content-security-policy'];
  if (!(page.headers['content-type'] ?? '').startsWith('text/html') || !policy?.includes("style-src 'self'"))
    return page;
  const { html, style } = withStyles(page.body.toString('utf8'), textOf);
  const whole = withIcon(html, textOf).replace(MODULE, '<script type="module" fetchpriority="low"');
  const named = policyOf(policy, style, !INLINE_SCRIPT.test(whole));
  return {
    ...page,
    headers: { ...page.headers, 'content-security-policy': named },
    body: Buffer.from(whole),
  };
}

/** All in one element, where the first of them stood: one hash to name. Null: none is in the page. */
function withStyles(html: string, textOf: TextOf): { html: string; style: string | null } {
  const texts: string[] = [];
  const place = '<style></style>';
  const without = html.replace(STYLES, (link, address: string) => {
    const text = textOf(address.replaceAll('&amp;', '&'));
    if (text === null || /<\/style/i.test(text)) return link;
    texts.push(text.trim());
    return texts.length === 1 ? place : '';
  });
  if (texts.length === 0) return { html, style: null };
  const style = texts.join('');
  return { html: without.replace(place, () => `<style>${style}</style>`), style };
}

function withIcon(html: string, textOf: TextOf): string {
  return html.replace(ICON, (link, before: string, address: string, after: string) => {
    const text = textOf(address);
    return text === null ? link : before + dataAddress(text) + after;
  });
}

/** Quotes that end no attribute need no escape, which is twice as short. */
const dataAddress = (svg: string): string =>
  `data:image/svg+xml,${svg
    .trim()
    .replaceAll('"', "'")
    .replace(/[%#<>&{}]/g, encodeURIComponent)}`;

/** The site names every style and script of its own by hash, although `'self'` already allows the files. */
function policyOf(policy: string, style: string | null, scriptsAreFiles: boolean): string {
  return policy
    .split(';')
    .map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      const files = sources.filter((source) => !source.startsWith("'sha256-"));
      if (name === 'style-src' && style !== null) return [name, ...files, `'${hashOf(style)}'`].join(' ');
      if (name === 'script-src' && scriptsAreFiles) return [name, ...files].join(' ');
      return directive.trim();
    })
    .filter((directive) => directive !== '')
    .join('; ');
}

function hashOf(text: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
  if (hashes.size >= MOST_HASHES) hashes.clear();
  hashes.set(text, hash);
  return hash;
}
