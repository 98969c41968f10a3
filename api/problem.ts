/**
 * A refusal as HTTP says it: `application/problem+json`, each bad parameter with what is allowed instead.
 *
 * In:     a Refusal, or whatever else was thrown
 * Out:    a Response; of an error that is not meant for people nothing but that it happened
 * Source: RFC 9457
 */
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { isDatabaseAway } from './database-faults.ts';
import { Refusal, type RefusalReason, unavailable } from './refusal.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  410: 'Gone',
  416: 'Range Not Satisfiable',
  422: 'Unprocessable Content',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};
/** What tRPC has no word for. */
const STATUSES: Partial<Readonly<Record<RefusalReason, number>>> = { withdrawn: 410, out_of_range: 416 };
const RETRY_SECONDS = '10';

export function problem(error: unknown): Response {
  if (!(error instanceof Refusal)) {
    if (isDatabaseAway(error)) return problem(unavailable());
    return answer(500, 'Internal Server Error', { detail: 'Something went wrong here. Please try again.' });
  }
  const status = STATUSES[error.reason] ?? getHTTPStatusCodeFromError(error);
  return answer(status, TITLES[status] ?? 'Refused', {
    detail: error.message,
    reason: error.reason,
    ...(error.problems.length > 0 && { errors: error.problems }),
  });
}

function answer(status: number, title: string, rest: Readonly<Record<string, unknown>>): Response {
  const body = JSON.stringify({ type: 'about:blank', title, status, ...rest });
  return new Response(body, {
    status,
    headers: {
      'content-length': String(Buffer.byteLength(body)),
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      ...(status === 503 && { 'retry-after': RETRY_SECONDS }),
    },
  });
}
