/**
 * The API as TypeScript programs ask it: over tRPC, typed by the router itself, calls made at once in one batch.
 * Whoever has no copy of this repository takes the file at /api/v1/majibu.ts instead, which needs nothing else.
 *
 * In:     the portal's address, such as https://majibu.example
 * Out:    a client: `await client.requests.list.query({ area: 'chepkorio', status: 'open' })`
 * Errors: TRPCClientError; its `data.problems` names each bad parameter
 */
import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client';
import type { AppRouter } from './router.ts';

/** As many as the portal takes in one batch. */
const AT_ONCE = 10;
/** Below what the portal takes as an address. */
const ADDRESS_CHARACTERS = 4_000;

export type MajibuClient = TRPCClient<AppRouter>;

export function createClient(
  public_url: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): MajibuClient {
  const url = `${public_url.replace(/\/$/, '')}/api/trpc`;
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url, fetch, maxItems: AT_ONCE, maxURLLength: ADDRESS_CHARACTERS })],
  });
}
