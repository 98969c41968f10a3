/**
 * The addresses that describe the data for programs: `/data.json`, `/catalog.jsonld`, `/catalog.ttl`,
 * `/data/{dataset}.metadata.json`, `/data/{dataset}.csv-metadata.json` and the same of one release,
 * `/data/{release}/{dataset}.…`.
 *
 * In:     GET, HEAD or OPTIONS; the context of the request and the portal's address
 * Out:    a Response; 304 where the client has it; the same headers for HEAD
 * Errors: `application/problem+json`: 400 parameters (there are none), 404, 405, 503 while nothing is published or
 *         the data is away
 */
import { listReleases, type ReleaseRow } from '../../db/queries/releases.ts';
import { entityTag, isNotModified } from '../conditional.ts';
import { type Context, releaseOf } from '../context.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { datasets } from '../datasets/registry.ts';
import { problem } from '../problem.ts';
import { badParameters, Refusal } from '../refusal.ts';
import { columnMetadata } from './column-metadata.ts';
import { csvw } from './csvw.ts';
import { dcat } from './dcat.ts';
import { dcatUs } from './dcat-us.ts';
import { releaseCodes } from './examples.ts';
import { jsonLd } from './json-ld.ts';
import type { Subject } from './subject.ts';
import { turtle } from './turtle.ts';

export interface DescriptionContext extends Context {
  readonly public_url: string;
  /** hears of every error that is not meant for the client */
  readonly failed?: (error: unknown) => void;
}

const METHODS = 'GET, HEAD, OPTIONS';
/** Releases that a catalogue tells of one by one: a year of months, or a quarter of weeks. */
const CATALOGUED = 12;

interface Asked {
  readonly kind: 'dcat-us' | 'json-ld' | 'turtle' | 'columns' | 'csvw';
  readonly dataset: Dataset | null;
  /** null: the newest */
  readonly release: number | null;
}

const CATALOGUES: Readonly<Record<string, Asked['kind']>> = {
  '/data.json': 'dcat-us',
  '/catalog.jsonld': 'json-ld',
  '/catalog.ttl': 'turtle',
};
const MEDIA_TYPES: Readonly<Record<Asked['kind'], string>> = {
  'dcat-us': 'application/json; charset=utf-8',
  'json-ld': 'application/ld+json; charset=utf-8',
  turtle: 'text/turtle; charset=utf-8',
  columns: 'application/json; charset=utf-8',
  csvw: 'application/csvm+json; charset=utf-8',
};

/** Whether the address is of this kind; the dataset that it names may not exist. */
export function isDescription(path: string): boolean {
  return path in CATALOGUES || PARTS.test(path);
}
const PARTS = /^\/data\/(?:([1-9]\d{0,6})\/)?([\w-]{1,64})\.(csv-metadata|metadata)\.json$/;

export async function handleDescription(request: Request, context: DescriptionContext): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight();
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw notAllowed();
    const url = new URL(request.url);
    const asked = parse(url.pathname);
    if (url.searchParams.size > 0)
      throw badParameters([{ parameter: null, detail: 'takes no parameters', allowed: null }]);
    return await send(request, asked, context);
  } catch (error) {
    if (!(error instanceof Refusal)) context.failed?.(error);
    const refused = problem(error);
    if (refused.status === 405) refused.headers.set('allow', METHODS);
    return refused;
  }
}

function parse(path: string): Asked {
  const catalogue = CATALOGUES[path];
  if (catalogue) return { kind: catalogue, dataset: null, release: null };
  const [, number, id, what] = PARTS.exec(path) ?? [];
  const dataset = datasets.find((known) => known.id === id);
  if (dataset === undefined)
    throw new Refusal(
      'NOT_FOUND',
      'unknown_address',
      `There is no such dataset. There are: ${datasets.map((known) => known.id).join(', ')}.`,
    );
  return {
    kind: what === 'metadata' ? 'columns' : 'csvw',
    dataset,
    release: number === undefined ? null : Number(number),
  };
}

async function send(request: Request, asked: Asked, context: DescriptionContext): Promise<Response> {
  const release = await releaseOf(context, asked.release ?? 'latest');
  const subject = await subjectOf(context, release);
  const body = await write(asked, subject, context);
  const etag = entityTag(body);
  const headers = new Headers({
    ...SHARED,
    etag,
    'cache-control': 'public, max-age=60, stale-while-revalidate=86400',
    'content-type': MEDIA_TYPES[asked.kind],
    'content-length': String(Buffer.byteLength(body)),
    link: `<${context.jurisdiction.licence.url}>; rel="license"`,
  });
  // By the tag alone: the texts are the program's, and change without a release.
  if (request.headers.has('if-none-match') && isNotModified(request.headers, etag, null)) {
    // Its type stays, by which whoever sends it knows whether the whole would be compressed.
    headers.delete('content-length');
    return new Response(null, { status: 304, headers });
  }
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}

export async function subjectOf(
  { public_url, jurisdiction, stores }: Pick<DescriptionContext, 'public_url' | 'jurisdiction' | 'stores'>,
  release: ReleaseRow,
): Promise<Subject> {
  const [coverage, dimensions] = await Promise.all([
    stores.coverage(release.release),
    stores.dimensions(release.release),
  ]);
  return { public_url, jurisdiction, release, coverage, codes: releaseCodes(dimensions) };
}

async function write({ kind, dataset, release }: Asked, subject: Subject, context: Context): Promise<string> {
  if (dataset !== null)
    return pretty(kind === 'csvw' ? csvw(dataset, subject, release) : columnMetadata(dataset, subject));
  if (kind === 'dcat-us') return pretty(dcatUs(subject));
  const releases = await listReleases(context.db, {
    before: subject.release.release + 1,
    limit: CATALOGUED,
  });
  const graph = dcat({ ...subject, releases });
  return kind === 'turtle' ? turtle(graph) : pretty(jsonLd(graph));
}

const pretty = (object: object): string => `${JSON.stringify(object, null, 2)}\n`;

const SHARED = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Content-Length, ETag, Link',
};

const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...SHARED,
      allow: METHODS,
      'access-control-allow-methods': METHODS,
      'access-control-max-age': '86400',
    },
  });

const notAllowed = () =>
  new Refusal('METHOD_NOT_SUPPORTED', 'wrong_method', `This address can only be read: ${METHODS}.`);
