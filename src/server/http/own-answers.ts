/**
 * The answers that the front gives itself: refusals and errors, in words and without anything of the request.
 *
 * In:     a status, the kind of answer, in which form whoever asked reads refusals, the language
 * Out:    StoredAnswer
 * Source: RFC 9457 (problem details); Open311 GeoReport v2, "Errors"
 */
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
    if (extra.retryAfter !== undefined) own['retry-after'] = String(extra.retryAfter);
    if (status === 429) own['ratelimit'] = rateLimitSpent(extra.retryAfter ?? 1);
    if (extra.allow !== undefined) own['allow'] = extra.allow;
    const answer = new StoredAnswer(status, this.#policy.complete(kind, own), Buffer.from(body));
    if (this.#known.size < 500) this.#known.set(key, answer);
    return answer;
  }
}

function page(status: number, text: string, language: string): string {
  const lang = languages.spoken(language, en);
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title></head>
<body><main><h1>${status}</h1><p>${text}</p><p><a href="/">${texts(language, { en, sw }).home}</a></p></main></body></html>
`;
}
