/**
 * Open311 GeoReport v2, as far as it reads: `/open311/v2/…`.
 *
 * In:     a Request; the context it is pinned to; the portal's address
 * Out:    XML or JSON by the ending of the address; errors in the same form, repeating nothing of what was asked
 * Errors: none leave it; what nobody expected is heard by `failed` and is 500
 * Source: Open311 GeoReport v2; Open311 Service Discovery
 */
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { type Context, releaseOf } from '../context.ts';
import { isDatabaseAway } from '../database-faults.ts';
import { Refusal, unavailable } from '../refusal.ts';
import { readParameters } from '../rest/read-parameters.ts';
import { discovery, serviceDefinition, serviceList } from './descriptions.ts';
import { findRequests } from './find-requests.ts';
import {
  anyInput,
  canonical,
  checkJurisdiction,
  readRequestsQuery,
  requestsInput,
  UnknownJurisdiction,
} from './read-query.ts';
import { formatOf, type Open311Format, open311Error, writeOpen311 } from './write.ts';

export interface Open311Options {
  readonly context: Context;
  readonly public_url: string;
  /** hears of every error that is not meant for the client */
  readonly failed: (error: unknown) => void;
}

const ADDRESS = /^\/open311\/v2\/(discovery|services|requests)(?:\/([^/]{1,200}))?\.(xml|json)$/;

export async function handleOpen311(request: Request, options: Open311Options): Promise<Response> {
  const url = new URL(request.url);
  const format = formatOf(url.pathname);
  try {
    const response = await answer(url, format, options);
    response.headers.set('access-control-allow-origin', '*');
    if (request.method !== 'HEAD') return response;
    return new Response(null, { status: response.status, headers: response.headers });
  } catch (error) {
    return refused(error, format, options);
  }
}

async function answer(url: URL, format: Open311Format, options: Open311Options): Promise<Response> {
  const { context, public_url } = options;
  const { jurisdiction } = context;
  const [, resource, encoded] = ADDRESS.exec(url.pathname) ?? [];
  const part = encoded === undefined ? undefined : decoded(encoded);
  if (resource === undefined || part === null || (resource === 'discovery' && part !== undefined))
    return open311Error(format, 404, [
      'There is nothing here; /open311/v2/discovery.xml says where things are.',
    ]);
  if (resource === 'requests') return requests(url, part, format, options);

  const { jurisdiction_id } = anyInput.parse(
    readParameters(url.searchParams, { input: anyInput, path_parameters: {} }),
  );
  checkJurisdiction(jurisdiction_id, jurisdiction.id, public_url);
  if (resource === 'discovery')
    return writeOpen311(format, discovery(jurisdiction, public_url, await changedAt(context)));
  const { release } = await releaseOf(context, 'latest');
  const { services } = await context.stores.dimensions(release);
  if (part === undefined)
    return writeOpen311(format, serviceList(services, jurisdiction.languages[0] ?? 'en'));
  const service = services.find((one) => one.service_code === part);
  return service
    ? writeOpen311(format, serviceDefinition(service))
    : open311Error(format, 404, ['service_code was not found; services.json lists them.']);
}

/** When the services last changed, as far as anybody outside knows: with the newest release. */
async function changedAt({ release, stores }: Context): Promise<Date | null> {
  return release === null ? null : ((await stores.release(release))?.published_at ?? null);
}

async function requests(
  url: URL,
  id: string | undefined,
  format: Open311Format,
  { context, public_url }: Open311Options,
): Promise<Response> {
  const query = readRequestsQuery(url.searchParams);
  checkJurisdiction(query.jurisdiction_id, context.jurisdiction.id, public_url);
  const asked = id === undefined ? query : { ...query, service_request_id: [canonical(id)] };
  const { items, more, release } = await findRequests(asked, context, public_url);
  if (id !== undefined && items.length === 0)
    return open311Error(format, 404, ['service_request_id was not found among the released requests.']);
  const headers: Record<string, string> = {};
  if (more) {
    // The release is named, so that a list read page by page is of one.
    const next = new URLSearchParams([...url.searchParams].filter(([name]) => name in requestsInput.shape));
    next.delete('api_key');
    next.set('release', String(release));
    next.set('page', String(query.page + 1));
    headers['link'] = `<${public_url}${url.pathname}?${next}>; rel="next"`;
    headers['access-control-expose-headers'] = 'link, etag';
  }
  return writeOpen311(format, { root: 'service_requests', item: 'request', items }, { headers });
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function refused(error: unknown, format: Open311Format, { failed }: Open311Options): Response {
  if (error instanceof UnknownJurisdiction)
    return open311Error(format, 404, ['jurisdiction_id was not found; it may be left out.']);
  const refusal = isDatabaseAway(error) ? unavailable() : error;
  if (!(refusal instanceof Refusal)) {
    failed(error);
    return open311Error(format, 500, ['Something went wrong here. Please try again.']);
  }
  const { problems, message } = refusal;
  const descriptions = problems.map(({ parameter, detail, allowed }) =>
    [`${parameter ?? 'A parameter'} ${detail}`, allowed].filter((part) => part !== null).join('. '),
  );
  return open311Error(
    format,
    getHTTPStatusCodeFromError(refusal),
    descriptions.length > 0 ? descriptions : [message],
  );
}
