/** tRPC over HTTP at /api/trpc: the same procedures, ten at most in a batch. */
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { entityTag, isNotModified } from './conditional.ts';
import type { Context } from './context.ts';
import { MAX_BATCH } from './fair-use.ts';
import { cacheControl } from './rest/caching.ts';
import { appRouter } from './router.ts';
import { asRefusal } from './trpc.ts';

export async function handleTrpc(
  req: Request,
  context: Context,
  failed: (error: unknown) => void,
): Promise<Response> {
  const answer = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: appRouter,
    createContext: () => context,
    allowMethodOverride: true,
    maxBatchSize: MAX_BATCH,
    responseMeta: () => ({ headers: { 'access-control-allow-origin': '*' } }),
    onError: ({ error }) => {
      if (asRefusal(error) === null && error.code === 'INTERNAL_SERVER_ERROR') failed(error);
    },
  });
  return kept(req, answer);
}

/** What all of a batch agree to may be kept as long as the one that lasts shortest, a status. */
async function kept(req: Request, answer: Response): Promise<Response> {
  const { headers, status } = answer;
  if (req.method !== 'GET' || status !== 200) {
    headers.set('cache-control', 'no-store');
    return answer;
  }
  const body = await answer.text();
  const etag = entityTag(body);
  headers.set('cache-control', cacheControl('requests.get', undefined));
  headers.set('etag', etag);
  const known = isNotModified(req.headers, etag, null);
  return new Response(known ? null : body, { status: known ? 304 : 200, headers });
}
