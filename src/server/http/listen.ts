/**
 * The network side of the front: sockets, time limits, requests that are not HTTP, and closing down.
 *
 * In:     a request listener, where to listen, limits, who is behind a peer's address (null: not known)
 * Out:    the port, and `close`, which stops accepting and lets what runs come to its end
 * Errors: CommandError when the port is taken or may not be used
 */
import { createServer, type RequestListener, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../commands/types.ts';
import type { HeaderPolicy } from './headers.ts';
import type { Limits } from './limits.ts';

export interface Listening {
  readonly port: number;
  /** Resolves when the last request has been answered, or cut off at the deadline. */
  close(deadline_ms: number): Promise<void>;
}

export async function listen(
  listener: RequestListener,
  at: { readonly host: string; readonly port: number; readonly setting?: string },
  limits: Limits,
  policy: HeaderPolicy,
  clientOf: (peer: string) => string | null = () => null,
): Promise<Listening> {
  const server = createServer(
    {
      maxHeaderSize: limits.header_bytes,
      headersTimeout: limits.headers_ms,
      requestTimeout: limits.request_ms,
      keepAliveTimeout: limits.keep_alive_ms,
      connectionsCheckingInterval: 2_000,
    },
    listener,
  );
  server.maxConnections = limits.connections;
  // Whoever reads nothing of an answer is given up, or it would stay in memory for as long as they like.
  server.timeout = limits.stalled_ms;
  server.on('connection', holdBack(limits.connections_per_client, clientOf));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!(error.code === 'ECONNRESET') && socket.writable) socket.end(refusal(statusOf(error.code), policy));
    else socket.destroy();
  });
  server.on('connect', (_request, socket) => socket.end(refusal(405, policy)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, at)));
    server.listen(at.port, at.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : at.port,
    async close(deadline_ms) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection that is kept alive would hold the server open after its answer.
      const idle = setInterval(() => server.closeIdleConnections(), 20);
      const late = new AbortController();
      await Promise.race([
        closed,
        sleep(deadline_ms, undefined, { signal: late.signal }).catch(() => undefined),
      ]);
      late.abort();
      clearInterval(idle);
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Closes what one client opens beyond its share. */
function holdBack(most: number, clientOf: (peer: string) => string | null): (socket: Socket) => void {
  const open = new Map<string, number>();
  return (socket) => {
    const client = clientOf(socket.remoteAddress ?? '');
    if (client === null) return;
    const before = open.get(client) ?? 0;
    if (before >= most) {
      socket.destroy();
      return;
    }
    open.set(client, before + 1);
    socket.once('close', () => {
      const left = (open.get(client) ?? 1) - 1;
      if (left === 0) open.delete(client);
      else open.set(client, left);
    });
  };
}

/** The process may not use the port, in words. */
export function cannotListen(
  error: NodeJS.ErrnoException,
  { host, port, setting = 'PORT' }: { host: string; port: number; setting?: string },
): Error {
  if (error.code === 'EADDRINUSE')
    return new CommandError(
      `Port ${port} on ${host} is taken by another program. Stop that program, or set ${setting} to a free port: ${setting}=${port + 1}.`,
    );
  if (error.code === 'EACCES')
    return new CommandError(
      `This user may not listen on port ${port}. Set ${setting} to a port from 1024 up.`,
    );
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new CommandError(
      `HOST is ${host}, which is not an address of this machine. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for every network it is on.`,
    );
  return error;
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return 400;
}

/** An answer to what is not a request: there is no response object, so it is written by hand. */
function refusal(status: number, policy: HeaderPolicy): string {
  const body = `${STATUS_CODES[status]}\n`;
  const headers = policy.complete('file', {
    'content-type': 'text/plain',
    'content-length': String(body.length),
    'cache-control': 'no-store',
    connection: 'close',
  });
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`;
}
