/**
 * The answers that the front gives itself: refusals and errors, in words and without anything of the request.
 *
 * In:     a status, the kind of answer, in which form whoever asked reads refusals, the language
 * Out:    StoredAnswer
 * Source: RFC 9457 (problem details); Open311 GeoReport v2, "Errors"
 */
import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { rateLimitSpent } from '../../../api/fair-use.ts';
import {
  formatOf,
  OPEN311_FORMATS,
  type Open311Format,
  open311ErrorText,
} from '../../../api/open311/write.ts';
import { refusals as en } from '../../i18n/en/refusals.ts';
import { languages, texts } from '../../i18n/index.ts';
import { refusals as sw } from '../../i18n/sw/refusals.ts';
import { StoredAnswer } from './answer.ts';
import type { AnswerKind, HeaderPolicy } from './headers.ts';

export interface Extra {
  /** seconds */
  readonly retryAfter?: number;
  /** of 405: methods */
  readonly allow?: string;
}

/** How whoever asked reads a refusal: as a page, as a problem, or as Open311 has it in one of its forms. */
export type RefusalForm = 'page' | 'problem' | Open311Format;

export function refusalForm(kind: AnswerKind, path: string): RefusalForm {
  if (kind !== 'data') return 'page';
  return path.startsWith('/open311/') ? formatOf(path) : 'problem';
}

/** Its words in a language, and their media type. */
export function refusalBody(
  status: number,
  form: RefusalForm,
  language: string,
): { readonly body: string; readonly type: string } {
  const said: Readonly<Record<number, string>> = texts(language, { en, sw }).said;
  const text = said[status] ?? STATUS_CODES[status] ?? '';
  if (form === 'page') return { body: page(status, text, language), type: 'text/html' };
  if (form !== 'problem') return { body: open311ErrorText(form, status, text), type: OPEN311_FORMATS[form] };
  const problem = { type: 'about:blank', title: STATUS_CODES[status], status, detail: text };
  return { body: JSON.stringify(problem), type: 'application/problem+json; charset=utf-8' };
}

export class OwnAnswers {
  readonly #policy: HeaderPolicy;
  readonly #known = new Map<string, StoredAnswer>();

  constructor(policy: HeaderPolicy) {
    this.#policy = policy;
  }

  /** Each is made once. */
  get(
    status: number,
    kind: AnswerKind,
    form: RefusalForm,
    language: string,
    extra: Extra = {},
  ): StoredAnswer {
    const key = [status, kind, form, language, extra.retryAfter, extra.allow].join(' ');
    const known = this.#known.get(key);
    if (known) return known;
    const { body, type } = refusalBody(status, form, language);
    const own: Record<string, string> = { 'cache-control': 'no-store', 'content-type': type };
    if (form === 'page') own['content-security-policy'] = POLICY;
    if (extra.retryAfter !== undefined) own['retry-after'] = String(extra.retryAfter);
    if (status === 429) own['ratelimit'] = rateLimitSpent(extra.retryAfter ?? 1);
    if (extra.allow !== undefined) own['allow'] = extra.allow;
    const answer = new StoredAnswer(status, this.#policy.complete(kind, own), Buffer.from(body));
    if (this.#known.size < 500) this.#known.set(key, answer);
    return answer;
  }
}

/** Of the page alone, since nothing else may be within reach. Ink on paper, as src/styles/tokens.css. */
const STYLE =
  ':root{color-scheme:light dark;--paper:#fcfbf7;--ink:#1c1f1b;--accent:#1f5c3a}@media(prefers-color-scheme:dark){:root{--paper:#141713;--ink:#ebe9e0;--accent:#8fc3a3}}body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 -apple-system,"Segoe UI",Roboto,"Noto Sans",system-ui,sans-serif}main{max-width:36rem;margin:auto;padding:2rem 1rem;border-top:6px solid var(--accent)}h1{margin:0 0 1rem;font:650 1.75rem/1.18 Charter,"Noto Serif",Georgia,serif;text-wrap:balance}a{color:var(--accent)}';
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The first sentence is the title. */
function page(status: number, text: string, language: string): string {
  const lang = languages.spoken(language, en);
  const t = texts(language, { en, sw });
  const [first = text, ...others] = text.split(/(?<=\.)\s+/);
  const title = first.replace(/\.$/, '');
  const retry = status >= 429 ? `<a href="">${t.again}</a> · ` : '';
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${others.join(' ')}</p><p>${retry}<a href="/">${t.home}</a></p></main></body></html>
`;
}
