/**
 * Plain GET below /api/v1: the procedures as any program can ask them, without a key.
 *
 * In:     a Request; the context it is pinned to; the portal's address and OpenAPI document
 * Out:    JSON, or `application/problem+json` (RFC 9457); HEAD as GET without a body
 * Source: RFC 9110 (methods, conditions), RFC 8288 (Link)
 */
import { callTRPCProcedure, TRPCError } from '@trpc/server';
import { entityTag, isNotModified } from '../conditional.ts';
import type { Context } from '../context.ts';
import { problem } from '../problem.ts';
import { Refusal } from '../refusal.ts';
import { appRouter } from '../router.ts';
import { asRefusal } from '../trpc.ts';
import { cacheControl } from './caching.ts';
import { clientSource } from './client-source.ts';
import { readParameters } from './read-parameters.ts';
import { findRoute } from './routes.ts';

export interface RestOptions {
  readonly context: Context;
  readonly public_url: string;
  readonly openapi: () => string;
  /** hears of every error that is not meant for the client */
  readonly failed: (error: unknown) => void;
}

const BASE = '/api/v1';
const ALLOW = 'GET, HEAD, OPTIONS';
const DAY_SECONDS = '86400';

export async function handleRest(request: Request, options: RestOptions): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight();
  const response = await answer(request, options);
  if (request.method !== 'HEAD') return response;
  return new Response(null, { status: response.status, headers: response.headers });
}

async function answer(request: Request, options: RestOptions): Promise<Response> {
  try {
    return await answerGet(request, options);
  } catch (error) {
    const refusal = error instanceof TRPCError ? asRefusal(error) : null;
    if (refusal === null) options.failed(error);
    const response = problem(refusal ?? error);
    if (response.status === 405) response.headers.set('allow', ALLOW);
    return response;
  }
}

async function answerGet(request: Request, options: RestOptions): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice(BASE.length);
  const route = findRoute(path);
  if (!isFile(path) && route === null)
    throw new Refusal(
      'NOT_FOUND',
      'unknown_address',
      `There is nothing here; ${BASE}/openapi.json describes the API.`,
    );
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new Refusal('METHOD_NOT_SUPPORTED', 'wrong_method', `This address can only be read: ${ALLOW}.`);
  if (route === null) return file(request, path, options.openapi());
  const input = readParameters(url.searchParams, route);
  const output: unknown = await callTRPCProcedure({
    router: appRouter,
    path: route.procedure,
    type: 'query',
    ctx: options.context,
    getRawInput: async () => input,
    signal: request.signal,
    batchIndex: 0,
  });
  const next = nextPage(output);
  const response = data(request, JSON.stringify(output), cacheControl(route.procedure, input['release']));
  if (next !== null) {
    url.searchParams.set('cursor', next);
    response.headers.set('link', `<${options.public_url}${url.pathname}${url.search}>; rel="next"`);
  }
  return response;
}

/** What describes the API stands beside it: its document, and a client made from that. */
const FILES = {
  '/openapi.json': { type: 'application/json; charset=utf-8', of: (document: string) => document },
  '/majibu.ts': { type: 'text/typescript; charset=utf-8', of: clientSource },
} as const;

function isFile(path: string): path is keyof typeof FILES {
  return Object.hasOwn(FILES, path);
}

function file(request: Request, path: string, document: string): Response {
  const found = isFile(path) ? FILES[path] : FILES['/openapi.json'];
  return data(request, found.of(document), cacheControl('openapi', undefined), found.type);
}

function nextPage(output: unknown): string | null {
  if (typeof output !== 'object' || output === null || !('next' in output)) return null;
  return typeof output.next === 'string' ? output.next : null;
}

function data(
  request: Request,
  body: string,
  cache: string,
  type = 'application/json; charset=utf-8',
): Response {
  const etag = entityTag(body);
  const known = request.headers.has('if-none-match') && isNotModified(request.headers, etag, new Date(0));
  return new Response(known ? null : body, {
    status: known ? 304 : 200,
    headers: {
      'content-type': type,
      'cache-control': cache,
      etag,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'link, etag',
    },
  });
}

function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      allow: ALLOW,
      'access-control-allow-origin': '*',
      'access-control-allow-methods': ALLOW,
      'access-control-allow-headers': 'content-type, if-none-match',
      'access-control-max-age': DAY_SECONDS,
    },
  });
}
