/** tRPC over HTTP at /api/trpc: the same procedures, ten at most in a batch. */
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Context } from './context.ts';
import { appRouter } from './router.ts';

const MAX_BATCH = 10;

export async function handleTrpc(req: Request, context: Context): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: appRouter,
    createContext: () => context,
    allowMethodOverride: true,
    maxBatchSize: MAX_BATCH,
    responseMeta: () => ({ headers: { 'Access-Control-Allow-Origin': '*' } }),
  });
}
