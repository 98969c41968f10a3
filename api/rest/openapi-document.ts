/**
 * The OpenAPI 3.1 document of /api/v1, made from the same schemas that check the answers.
 *
 * In:     the portal's address, the jurisdiction's public face
 * Out:    the document as JSON: no security requirement, errors as the portal gives them (RFC 9457)
 */
import { generateOpenApiDocument } from 'trpc-to-openapi';
import type { PublicJurisdiction } from '../portal.ts';
import { appRouter } from '../router.ts';
import { describedParameter, type Parameter } from './openapi-parameters.ts';
import {
  HEADERS,
  headersOf,
  PROBLEM_SCHEMA,
  problemComponents,
  problemResponses,
} from './openapi-problems.ts';

const DESCRIPTION = `Every figure and every released row of this portal. No key is needed and anyone may ask from anywhere.

Answers name the release they are from. \`release=latest\` is the default; an answer for a numbered release never changes. Lists are read page by page: \`next\` is the cursor of the next page and also in the \`Link\` header. Waiting times include those who still wait.

What stands here stays: fields and parameters are added, and none is removed or changes its meaning below /api/v1.`;

/** What the operations are about: the first part of a procedure's name. */
const TAGS: Readonly<Record<string, string>> = {
  agencies: 'Offices responsible',
  areas: 'Places, from the jurisdiction itself down',
  datasets: 'What can be downloaded, with dictionaries',
  releases: 'What was published when, and what each held',
  requests: 'What was reported, and what became of it',
  services: 'Kinds of request and what was promised for them',
  statistics: 'Figures with their intervals, and how they are computed',
};

export function openApiDocument(public_url: string, jurisdiction: PublicJurisdiction): string {
  const { components, paths, info, ...document } = generateOpenApiDocument(appRouter, {
    title: `${jurisdiction.names.en ?? jurisdiction.id}: open data API`,
    description: DESCRIPTION,
    version: '1.0.0',
    openApiVersion: '3.1.0',
    baseUrl: `${public_url}/api/v1`,
    license: { name: jurisdiction.licence.name, url: jurisdiction.licence.url },
    securitySchemes: {},
  });
  const { name, email, url } = jurisdiction.contact;
  const whole = {
    ...document,
    info: {
      ...info,
      contact: { name: name.en ?? Object.values(name)[0], email, url: url ?? `${public_url}/about` },
    },
    externalDocs: { description: 'Examples, try it in the page, limits', url: `${public_url}/developers` },
    security: [],
    tags: Object.entries(TAGS).map(([tag, description]) => ({ name: tag, description })),
    paths: Object.fromEntries(Object.entries(paths ?? {}).map(([path, item]) => [path, mended(item)])),
    components: {
      schemas: { ...ownSchemas(components?.schemas ?? {}), Problem: PROBLEM_SCHEMA },
      headers: HEADERS,
      responses: problemComponents(),
    },
  };
  return JSON.stringify(whole, withoutBounds);
}

/** The library adds errors of its own, which are never sent. */
function ownSchemas(schemas: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => !name.startsWith('error.')));
}

/** That a whole number is one that JavaScript can hold says nothing of the data. */
function withoutBounds(key: string, value: unknown): unknown {
  return (key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER
    ? undefined
    : value;
}

interface Operation {
  readonly operationId?: string;
  readonly responses?: Readonly<Record<string, object>>;
  readonly parameters?: readonly object[];
  readonly security?: unknown;
}

/** The library's error shape gives way to the portal's own, and each answer says what its headers mean. */
function mended({ get = {} }: { readonly get?: Operation }) {
  const { security: _, parameters = [], responses = {}, ...operation } = get;
  const described = parameters.filter(isParameter).map(describedParameter);
  const isList = described.some(({ name }) => name === 'cursor');
  const headers = headersOf(['ETag', 'CacheControl', ...(isList ? ['Link'] : []), 'RateLimitPolicy']);
  return {
    get: {
      ...operation,
      tags: [operation.operationId?.split('-')[0]],
      parameters: described,
      responses: {
        200: { ...responses['200'], description: 'What was asked for', headers },
        304: { description: 'You have the newest answer already (If-None-Match)' },
        ...problemResponses(operation.operationId === 'requests-get'),
      },
    },
  };
}

function isParameter(value: object): value is Parameter {
  return 'name' in value && 'in' in value && 'schema' in value;
}
