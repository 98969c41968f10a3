/**
 * The OpenAPI 3.1 document of /api/v1, made from the same schemas that check the answers.
 *
 * In:     the portal's address, the jurisdiction's public face
 * Out:    the document as JSON: no security requirement, errors as the portal gives them (RFC 9457)
 */
import { generateOpenApiDocument } from 'trpc-to-openapi';
import type { PublicJurisdiction } from '../portal.ts';
import { appRouter } from '../router.ts';

const DESCRIPTION = `Every figure and every released row of this portal. No key is needed and anyone may ask from anywhere.

Answers name the release they are from. \`release=latest\` is the default; an answer for a numbered release never changes. Lists are read page by page: \`next\` is the cursor of the next page and also in the \`Link\` header. Waiting times include those who still wait.`;

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong, for people' },
    reason: { type: 'string', description: 'What is wrong, for programs' },
    errors: {
      type: 'array',
      description: 'Each bad parameter',
      items: {
        type: 'object',
        required: ['parameter', 'detail', 'allowed'],
        properties: {
          parameter: { type: ['string', 'null'] },
          detail: { type: 'string' },
          allowed: { type: ['string', 'null'], description: 'What would be right' },
        },
      },
    },
  },
} as const;

const PROBLEMS = {
  400: ['BadRequest', 'A parameter is wrong; each is named with what is allowed'],
  404: ['NotFound', 'There is no such thing'],
  429: ['TooManyRequests', 'Too many requests; Retry-After says when to come back'],
  503: ['Unavailable', 'Nothing is published yet, or the data cannot be reached at the moment'],
} as const;

export function openApiDocument(public_url: string, jurisdiction: PublicJurisdiction): string {
  const { components, paths, ...document } = generateOpenApiDocument(appRouter, {
    title: `${jurisdiction.names.en ?? jurisdiction.id}: open data API`,
    description: DESCRIPTION,
    version: '1.0.0',
    openApiVersion: '3.1.0',
    baseUrl: `${public_url}/api/v1`,
    license: { name: jurisdiction.licence.name, url: jurisdiction.licence.url },
    securitySchemes: {},
  });
  const { securitySchemes: _, ...kept } = components ?? {};
  return JSON.stringify({
    ...document,
    security: [],
    paths: Object.fromEntries(Object.entries(paths ?? {}).map(([path, item]) => [path, mended(item)])),
    components: {
      ...kept,
      schemas: { ...kept.schemas, Problem: PROBLEM_SCHEMA },
      responses: Object.fromEntries(
        Object.values(PROBLEMS).map(([name, description]) => [name, problemResponse(description)]),
      ),
    },
  });
}

function problemResponse(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

interface Operation {
  readonly responses?: Readonly<Record<string, unknown>>;
  readonly parameters?: readonly object[];
  readonly security?: unknown;
}

/** The library's error shape gives way to the portal's own, and what stands in a path is always required. */
function mended({ get = {} }: { readonly get?: Operation }) {
  const { security: _, parameters = [], responses, ...operation } = get;
  const problems = Object.entries(PROBLEMS).map(([status, [name]]) => [
    status,
    { $ref: `#/components/responses/${name}` },
  ]);
  return {
    get: {
      ...operation,
      parameters: parameters.map((parameter) =>
        'in' in parameter && parameter.in === 'path' ? { ...parameter, required: true } : parameter,
      ),
      responses: { 200: responses?.['200'], ...Object.fromEntries(problems) },
    },
  };
}
