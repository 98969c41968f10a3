/**
 * The styles of a status page in the page itself: on a slow link each file of them costs a round trip before anything
 * is seen, and who opens a shared link mostly opens one page. Each is named by its hash in the policy of the page.
 *
 * In:     a rendered page, and how a stylesheet's address becomes its text (null: it stays a link)
 * Out:    the page with its styles in it, where its policy names styles at all
 * Errors: none
 * Source: CSP level 3, hash sources
 */
import { createHash } from 'node:crypto';
import type { Rendered } from './site.ts';

export type StyleText = (address: string) => string | null;

const LINK = /<link rel="stylesheet" href="([^"]+)"\s*\/?>/g;
const hashes = new Map<string, string>();
/** As many as there are stylesheets, over a few builds. */
const MOST_HASHES = 64;

export function inlineStyles(page: Rendered, styleText: StyleText): Rendered {
  const policy = page.headers['content-security-policy'];
  if (!(page.headers['content-type'] ?? '').startsWith('text/html') || !policy?.includes("style-src 'self'"))
    return page;
  const used: string[] = [];
  const html = page.body.toString('utf8').replace(LINK, (link, address: string) => {
    const text = styleText(address.replaceAll('&amp;', '&'));
    if (text === null || /<\/style/i.test(text)) return link;
    used.push(`'${hashOf(text)}'`);
    return `<style>${text}</style>`;
  });
  if (used.length === 0) return page;
  const headers = {
    ...page.headers,
    'content-security-policy': policy.replace("style-src 'self'", `style-src 'self' ${used.join(' ')}`),
  };
  return { ...page, headers, body: Buffer.from(html) };
}

function hashOf(text: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
  if (hashes.size >= MOST_HASHES) hashes.clear();
  hashes.set(text, hash);
  return hash;
}
