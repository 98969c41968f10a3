/**
 * Sends a Response as it comes, as fast as the client reads and no faster.
 *
 * In:     a web Response, the client's request and response
 * Out:    the status, when the last byte has left
 * Law:    304 has the tag and the Vary that the whole answer would have (RFC 9110 §15.4.5)
 * Errors: none: a client that goes away, or reads nothing or next to nothing for a while, ends the source; a source
 *         that breaks off breaks the connection, so that half a file never looks whole
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { chooseEncoding, isCompressible } from './encoding.ts';
import type { Limits } from './limits.ts';

export async function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  source: Response,
  complete: (own: Readonly<Record<string, string>>) => Record<string, string>,
  { stalled_ms, slowest_bytes }: Pick<Limits, 'stalled_ms' | 'slowest_bytes'>,
): Promise<number> {
  const headers = complete(Object.fromEntries(source.headers));
  const compressible = isCompressible(headers['content-type'] ?? '');
  // A range counts bytes of the file itself, so only whole files are compressed.
  const gzip = compressible && [200, 304].includes(source.status) && takesGzip(request);
  if (compressible) headers['vary'] = 'Accept-Encoding';
  if (gzip && headers['etag']) headers['etag'] = headers['etag'].replace(/"$/, '-gzip"');
  if (source.status === 304) delete headers['content-type'];
  else if (gzip) {
    headers['content-encoding'] = 'gzip';
    delete headers['content-length'];
    delete headers['accept-ranges'];
  }
  response.writeHead(source.status, headers);
  if (source.body === null || request.method === 'HEAD') {
    await source.body?.cancel().catch(() => undefined);
    response.end();
    return source.status;
  }
  response.setTimeout(stalled_ms, () => response.destroy());
  const pace = keepPace(response, stalled_ms, slowest_bytes);
  try {
    if (gzip) await pipeline(source.body, createGzip({ level: constants.Z_BEST_SPEED }), response);
    else await pipeline(source.body, response);
  } catch {
    response.destroy();
  } finally {
    clearInterval(pace);
  }
  return source.status;
}

/** A byte a minute would hold a place for ever. A reader who waits for the source is not slow. */
function keepPace(response: ServerResponse, look_ms: number, slowest_bytes: number): NodeJS.Timeout {
  const { socket } = response;
  let before = 0;
  const look = () => {
    if (socket === null) return;
    const taken = socket.bytesWritten - socket.writableLength;
    if (socket.writableLength > 0 && taken - before < slowest_bytes) response.destroy();
    before = taken;
  };
  return setInterval(look, look_ms).unref();
}

function takesGzip(request: IncomingMessage): boolean {
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    request.headers.range === undefined &&
    chooseEncoding(request.headers['accept-encoding']?.replace(/\bbr\b/g, '')) === 'gzip'
  );
}
