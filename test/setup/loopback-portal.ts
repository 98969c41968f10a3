/**
 * A portal's API and downloads over HTTP, without its pages: what whoever verifies it from outside asks for.
 *
 * In:     the web role's address, the pack
 * Out:    the portal's address; `answer` may put another answer in the stead of the portal's own
 */
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { createPortal } from '../../api/create-portal.ts';
import { connectWeb } from '../../db/connect.ts';
import type { Pack } from '../../db/jurisdictions/types.ts';
import { publicJurisdiction } from '../../src/server/public-jurisdiction.ts';

export interface LoopbackPortal {
  readonly url: string;
  /** paths asked for so far */
  readonly asked: readonly string[];
  /** null: the portal's own answer */
  answer: (path: string) => Response | null;
  stop(): Promise<void>;
}

export async function loopbackPortal(databaseUrl: string, pack: Pack): Promise<LoopbackPortal> {
  const portal = await createPortal({
    reader: connectWeb(databaseUrl),
    jurisdiction: publicJurisdiction(pack),
    public_url: 'http://portal.example',
    now: () => new Date(),
  });
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const { rest, download } = await portal.forRequest();
    const own = () =>
      (path.startsWith('/data/') ? download : rest)(new Request(`http://portal.example${path}`));
    const answer = loopback.answer(path) ?? (await own());
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body === null) response.end();
    else {
      const body = Readable.fromWeb(answer.body as WebStream<Uint8Array>);
      body.on('error', () => response.destroy());
      body.pipe(response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const loopback: LoopbackPortal = {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    asked,
    answer: () => null,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await portal.close();
    },
  };
  return loopback;
}
