/**
 * The headers that every answer carries, whatever made it.
 *
 * In:     the public address, the kind of answer, the headers that its maker set
 * Out:    headers with lower-case names, complete
 * Source: surface.md "Headers" of the design; OWASP HTTP Headers cheat sheet
 */
import { RATE_LIMIT_POLICY } from '../../../api/fair-use.ts';

/**
 * `page`: HTML. `embed`: HTML that any site may frame. `data`: open data and API, which any site may use.
 * `worker`: a script that runs beside the pages, and asks for what they ask for. `file`: everything else.
 */
export type AnswerKind = 'page' | 'embed' | 'data' | 'worker' | 'file';

/** What a script on another site may read of an answer beside its body (Fetch, CORS-safelisted response headers). */
const EXPOSED = 'Content-Disposition, Content-Range, ETag, Link, RateLimit, RateLimit-Policy, Retry-After';

const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What pages need beyond what the site's own policy names. The site names its scripts and styles by hash. */
const PAGE_DIRECTIVES: readonly (readonly [string, string])[] = [
  ['default-src', "'self'"],
  ['img-src', "'self' data:"],
  ['object-src', "'none'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
  ['frame-ancestors', "'none'"],
];

export interface HeaderPolicy {
  complete(kind: AnswerKind, own: Readonly<Record<string, string>>): Record<string, string>;
}

export function headerPolicy(publicUrl: string): HeaderPolicy {
  const always: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
  if (publicUrl.startsWith('https:'))
    always['strict-transport-security'] = 'max-age=31536000; includeSubDomains';
  return {
    complete(kind, own) {
      const headers = { ...own, ...always };
      const type = headers['content-type'];
      if (type !== undefined) headers['content-type'] = withCharset(type);
      const isEmbed = kind === 'embed';
      const isPage = kind === 'page' || isEmbed || (type ?? '').startsWith('text/html');
      const policy = isPage
        ? pagePolicy(own['content-security-policy'])
        : kind === 'worker'
          ? `${NOTHING}; connect-src 'self'`
          : NOTHING;
      headers['content-security-policy'] = isEmbed ? framedAnywhere(policy) : policy;
      if (isPage && !isEmbed) headers['cross-origin-opener-policy'] = 'same-origin';
      headers['cross-origin-resource-policy'] = kind === 'data' || isEmbed ? 'cross-origin' : 'same-origin';
      if (kind === 'data') {
        headers['access-control-allow-origin'] = '*';
        headers['access-control-expose-headers'] = EXPOSED;
        headers['ratelimit-policy'] = RATE_LIMIT_POLICY;
      }
      return headers;
    },
  };
}

/** As many as there are sets of scripts and styles, over a few builds. */
const MOST_POLICIES = 256;
const policies = new Map<string | undefined, string>();

function pagePolicy(own: string | undefined): string {
  const known = policies.get(own);
  if (known !== undefined) return known;
  if (policies.size >= MOST_POLICIES) policies.clear();
  const policy = completedPolicy(own);
  policies.set(own, policy);
  return policy;
}

/** The site's own policy, completed by the directives that it does not set. */
function completedPolicy(own: string | undefined): string {
  if (own === undefined)
    return `${NOTHING}; style-src 'self'; img-src 'self'`.replace("form-action 'none'", "form-action 'self'");
  const directives = own.split(';').flatMap((directive) => directive.trim() || []);
  const named = new Set(directives.map((directive) => directive.split(/\s/, 1)[0]));
  const missing = PAGE_DIRECTIVES.filter(([name]) => !named.has(name)).map((directive) =>
    directive.join(' '),
  );
  return [...directives, ...missing].join('; ');
}

/** What an embed needs of the site's own policy. It has no control that a site around it could trick someone into using. */
const EMBED_KEEPS = new Set(['default-src', 'style-src', 'img-src', 'base-uri', 'object-src']);

function framedAnywhere(policy: string): string {
  const kept = policy.split('; ').filter((directive) => EMBED_KEEPS.has(directive.split(' ', 1)[0] ?? ''));
  return [...kept, "script-src 'none'", "form-action 'none'", 'frame-ancestors *'].join('; ');
}

/** Text without a charset is read in whatever the reader's system uses. JSON is UTF-8 by its own definition. */
function withCharset(type: string): string {
  if (/charset=/i.test(type)) return type;
  return /^(text\/|application\/(javascript|xml|atom\+xml|x-ndjson)|image\/svg\+xml)/.test(type)
    ? `${type}; charset=utf-8`
    : type;
}
