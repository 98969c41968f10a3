/**
 * What the portal is measured against: a bare `node:http` in a process of its own.
 *
 *   bare-server.ts bytes FILE     answers every request with the bytes of a file
 *   bare-server.ts query RELEASE  answers /i/CODE with the row that the status page reads, as JSON
 *
 * DATABASE_URL is the web role's. Sends its port to the parent and ends with it.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { connectWeb } from '../../db/connect.ts';
import { getRequest } from '../../db/queries/requests.ts';

process.once('disconnect', () => process.exit(0));
const [kind, operand = ''] = process.argv.slice(2);
const server = createServer(kind === 'bytes' ? await bytes(operand) : query(Number(operand)));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address ? address.port : 0);
});

async function bytes(file: string): Promise<RequestListener> {
  const body = await readFile(file);
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length };
  return (_request, response) => {
    response.writeHead(200, headers);
    response.end(body);
  };
}

function query(release: number): RequestListener {
  const { db, pool } = connectWeb(process.env['DATABASE_URL'] ?? '');
  return (request, response) => {
    const code = (request.url ?? '').slice('/i/'.length);
    getRequest(db, pool, code, release).then(
      (row) => {
        const body = JSON.stringify(row ?? null);
        response.writeHead(row ? 200 : 404, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        });
        response.end(body);
      },
      () => response.destroy(),
    );
  };
}
