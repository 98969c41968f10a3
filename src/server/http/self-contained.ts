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

export function selfContained(page: Rendered, textOf: TextOf): Rendered {
  const policy = page.headers['content-security-policy'];
  if (!(page.headers['content-type'] ?? '').startsWith('text/html') || !policy?.includes("style-src 'self'"))
    return page;
  const { html, styles } = withoutLinks(page.body.toString('utf8'), textOf);
  const whole = withIcon(html, textOf).replace(MODULE, '<script type="module" fetchpriority="low"');
  const named = policyOf(policy, styles, !INLINE_SCRIPT.test(whole));
  return {
    ...page,
    headers: { ...page.headers, 'content-security-policy': named },
    body: withStyles(whole, styles),
  };
}

/** Stylesheets as one element of a page: one hash to name. */
interface Styles {
  readonly texts: readonly string[];
  readonly element: Buffer;
  readonly hash: string;
}

/** Where the first of its stylesheets stood. No text of a page can hold it: a page escapes what it is given. */
const PLACE = '<style></style>';

function withoutLinks(html: string, textOf: TextOf): { html: string; styles: Styles | null } {
  const texts: string[] = [];
  const addresses: string[] = [];
  const without = html.replace(STYLES, (link, address: string) => {
    const text = textOf(address.replaceAll('&amp;', '&'));
    if (text === null || !endsNoElement(address, text)) return link;
    addresses.push(address);
    return texts.push(text) === 1 ? PLACE : '';
  });
  return texts.length === 0
    ? { html, styles: null }
    : { html: without, styles: joined(addresses.join(' '), texts) };
}

/** All that is outside of the styles is written anew for each page; they are three quarters of it. */
function withStyles(html: string, styles: Styles | null): Buffer {
  const at = styles === null ? -1 : html.indexOf(PLACE);
  if (styles === null || at < 0) return Buffer.from(html);
  return Buffer.concat([
    Buffer.from(html.slice(0, at)),
    styles.element,
    Buffer.from(html.slice(at + PLACE.length)),
  ]);
}

/** As many as there are stylesheets, sets of them and policies, over a few builds. */
const MOST_KEPT = 64;

function keep<T>(kept: Map<string, T>, key: string, value: T): T {
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, value);
  return value;
}

/** The text that was looked through, by its address. */
const harmless = new Map<string, string>();
function endsNoElement(address: string, text: string): boolean {
  if (harmless.get(address) === text) return true;
  if (/<\/style/i.test(text)) return false;
  keep(harmless, address, text);
  return true;
}

const sets = new Map<string, Styles>();
function joined(addresses: string, texts: readonly string[]): Styles {
  const known = sets.get(addresses);
  if (known?.texts.every((text, i) => text === texts[i])) return known;
  const style = texts.map((text) => text.trim()).join('');
  const hash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
  return keep(sets, addresses, { texts, element: Buffer.from(`<style>${style}</style>`), hash });
}

function withIcon(html: string, textOf: TextOf): string {
  return html.replace(ICON, (link, before: string, address: string, after: string) => {
    const text = textOf(address);
    return text === null ? link : before + dataAddress(text) + after;
  });
}

const pictures = new Map<string, string>();

/** Quotes that end no attribute need no escape, which is twice as short. */
function dataAddress(svg: string): string {
  const written = () =>
    `data:image/svg+xml,${svg
      .trim()
      .replaceAll('"', "'")
      .replace(/[%#<>&{}]/g, encodeURIComponent)}`;
  return pictures.get(svg) ?? keep(pictures, svg, written());
}

const policies = new Map<string, string>();

/** The site names every style and script of its own by hash, although `'self'` already allows the files. */
function policyOf(policy: string, styles: Styles | null, scriptsAreFiles: boolean): string {
  const key = `${scriptsAreFiles} ${styles?.hash} ${policy}`;
  const known = policies.get(key);
  if (known !== undefined) return known;
  const named = policy
    .split(';')
    .map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      const files = sources.filter((source) => !source.startsWith("'sha256-"));
      if (name === 'style-src' && styles !== null) return [name, ...files, `'${styles.hash}'`].join(' ');
      if (name === 'script-src' && scriptsAreFiles) return [name, ...files].join(' ');
      return directive.trim();
    })
    .filter((directive) => directive !== '')
    .join('; ');
  return keep(policies, key, named);
}
