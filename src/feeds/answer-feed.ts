/**
 * A feed as an HTTP answer; refusals as `application/problem+json`, in the language asked for, repeating nothing.
 *
 * In:     the locals and the address of an endpoint, what makes the feed
 * Out:    a Response
 * Errors: whatever is neither refused nor missing
 * Source: RFC 4287 §7 (media type), RFC 9457 (problem details)
 */
import { STATUS_CODES } from 'node:http';
import type { APIContext } from 'astro';
import { atom, type Feed } from '../../api/feeds/atom.ts';
import { feeds as en } from '../i18n/en/feeds.ts';
import { texts } from '../i18n/index.ts';
import { feeds as sw } from '../i18n/sw/feeds.ts';
import { type PageContext, pageContext } from '../page-context.ts';
import { refusalOf } from '../refusal.ts';
import { ATOM } from './feed-frame.ts';
import { feedLanguage } from './feed-query.ts';

type Missing = keyof typeof en.missing;

const STATUS: Readonly<Record<Missing, number>> = {
  wrong: 400,
  unknown: 404,
  withdrawn: 410,
  nothing: 503,
  away: 503,
};

/** `make` gets a page in the language of the feed; null: there is no such feed. */
export async function answerFeed(
  { locals, url }: Pick<APIContext, 'locals' | 'url'>,
  make: (page: PageContext) => Promise<Feed | Missing>,
): Promise<Response> {
  const { languages } = locals.portal.jurisdiction;
  let lang = languages[0] ?? 'en';
  try {
    lang = feedLanguage(url.searchParams.get('lang') || undefined, languages);
    const feed = await make(pageContext({ locals: { ...locals, lang } }));
    if (typeof feed === 'string') return refused(feed, lang);
    return new Response(atom(feed), { headers: { 'Content-Type': `${ATOM}; charset=utf-8` } });
  } catch (error) {
    const refusal = refusalOf(error);
    const missing = refusal ? missingOf(refusal.reason) : null;
    if (missing === null) throw error;
    return refused(missing, lang, refusal?.problems);
  }
}

function missingOf(reason: string): Missing | null {
  if (reason === 'bad_parameter') return 'wrong';
  if (reason === 'unknown_release') return 'unknown';
  if (reason === 'nothing_published') return 'nothing';
  return reason === 'unavailable' ? 'away' : null;
}

function refused(missing: Missing, lang: string, errors: readonly unknown[] = []): Response {
  const status = STATUS[missing];
  const detail = texts(lang, { en, sw }).missing[missing];
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail,
    ...(errors.length > 0 && { errors }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(status === 503 && { 'Retry-After': '10' }),
    },
  });
}
