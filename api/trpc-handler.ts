/** tRPC over HTTP at /api/trpc: the same procedures, ten at most in a batch. */
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Context } from './context.ts';
import { MAX_BATCH } from './fair-use.ts';
import { appRouter } from './router.ts';
import { asRefusal } from './trpc.ts';

export async function handleTrpc(
  req: Request,
  context: Context,
  failed: (error: unknown) => void,
): Promise<Response> {
  return fetchRequestHandler({
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
}
