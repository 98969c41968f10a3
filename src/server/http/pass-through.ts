/**
 * Machine addresses whose answers are not kept: downloads, which are streamed as they come, and tRPC.
 *
 * In:     the request, the portal that answers it, and the gate of such work. A download is in it until its last byte
 *         has left, since it holds a connection of the database; a call only while its answer is made, so that nobody
 *         who sends or reads slowly takes a place from others.
 * Out:    the status, when all has been sent
 * Errors: TooLarge for a body beyond the limit; Overloaded
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PortalRequest } from '../../../api/portal.ts';
import type { Gate, Limits } from './limits.ts';
import { readBody } from './read-body.ts';
import type { Route } from './routes.ts';
import { sendStream } from './send-stream.ts';

export interface PassThrough {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: Route;
  readonly target: string;
  readonly portal: PortalRequest;
  readonly limits: Limits;
  readonly public_url: string;
}

/** Headers of a request that decide about its answer; nothing else of it is passed on. */
const PASSED_ON = ['accept', 'content-type', 'range', 'if-range', 'if-modified-since', 'if-none-match'];

export async function passThrough(
  job: PassThrough,
  gate: Gate,
  complete: (own: Readonly<Record<string, string>>) => Record<string, string>,
): Promise<number> {
  const { request, response, route, portal, limits } = job;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const asked = await asWebRequest(job, gone.signal);
  const send = (answer: Response) => sendStream(request, response, answer, complete, limits);
  if (route.name === 'download') return gate.run(async () => send(await portal.download(asked)));
  return send(await gate.run(async () => whole(await portal.trpc(asked))));
}

async function whole(answer: Response): Promise<Response> {
  const { status, headers } = answer;
  // An answer without a body may have none, not even an empty one.
  if (answer.body === null) return answer;
  return new Response(await answer.arrayBuffer(), { status, headers });
}

async function asWebRequest(
  { request, route, target, limits, public_url }: PassThrough,
  signal: AbortSignal,
): Promise<Request> {
  const headers = new Headers();
  for (const name of PASSED_ON) {
    const value = request.headers[name];
    if (typeof value !== 'string') continue;
    // The suffix is what `sendStream` marks its compressed copies with. A part of one of those cannot be gone on
    // with: its If-Range keeps the suffix, matches nothing, and the file is sent whole.
    headers.set(name, name === 'if-none-match' ? value.replace(/-gzip"/g, '"') : value);
  }
  // tRPC knows no HEAD; a download answers it without opening its source.
  const method = request.method === 'HEAD' && route.name === 'trpc' ? 'GET' : request.method;
  const body = method === 'POST' ? await readBody(request, limits.body_bytes) : undefined;
  return new Request(public_url + target, { method, headers, signal, ...(body && { body }) });
}
