/**
 * How refusals stand in the OpenAPI document: one schema, one response per status, an example of each.
 *
 * Out:    components; which statuses an operation can answer with
 * Source: RFC 9457 (problem details), RFC 9110 §10.2.3 (Retry-After), draft-ietf-httpapi-ratelimit-headers
 */
export const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'What is wrong, as RFC 9457 has it. Nothing of what was sent is repeated.',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', description: 'Always about:blank: the status says what kind of problem it is' },
    title: { type: 'string', description: 'Name of the status' },
    status: { type: 'integer', description: 'The HTTP status' },
    detail: { type: 'string', description: 'What is wrong, for people' },
    reason: { type: 'string', description: 'What is wrong, for programs: a word that does not change' },
    errors: {
      type: 'array',
      description: 'Each bad parameter',
      items: {
        type: 'object',
        description: 'One bad parameter',
        required: ['parameter', 'detail', 'allowed'],
        properties: {
          parameter: {
            type: ['string', 'null'],
            description: 'Its name; null where the name itself is not repeated',
          },
          detail: { type: 'string', description: 'What is wrong with it' },
          allowed: { type: ['string', 'null'], description: 'What would be right' },
        },
      },
    },
  },
} as const;

/** What an answer's headers say, by the name that components give them. */
export const HEADERS = {
  ETag: header('Names this answer: sent back as If-None-Match, the answer is 304 while nothing changed'),
  CacheControl: header('How long the answer holds; that of a numbered release holds for ever'),
  Link: header('Address of the next page, as rel="next"; not there on the last'),
  RetryAfter: { ...header('Seconds to wait'), schema: { type: 'integer', minimum: 1 } },
  RateLimitPolicy: header('How many answers that have to be made one client gets: q in w seconds'),
  RateLimit: header('What is left: r answers, t seconds until there is one more'),
} as const;

function header(description: string) {
  return { description, schema: { type: 'string' } };
}

const problems = {
  400: {
    name: 'BadRequest',
    description: 'A parameter is wrong; each is named with what is allowed',
    title: 'Bad Request',
    detail: 'A parameter is wrong.',
    reason: 'bad_parameter',
    errors: [
      {
        parameter: 'limit',
        detail: 'must be a whole number from 1 to 1000',
        allowed: 'Entries per page, 1 to 1000',
      },
    ],
  },
  404: {
    name: 'NotFound',
    description: 'There is no such thing',
    title: 'Not Found',
    detail: 'There is no such release; the newest is 20.',
    reason: 'unknown_release',
  },
  410: {
    name: 'Gone',
    description: 'It was withdrawn from publication',
    title: 'Gone',
    detail: 'This report was withdrawn from publication. Nothing is shown of it any more.',
    reason: 'withdrawn',
  },
  429: {
    name: 'TooManyRequests',
    description: 'Too many requests; Retry-After says when to come back',
    title: 'Too Many Requests',
    detail: 'Too many requests in a short time. Please wait a moment and try again.',
    headers: ['RetryAfter', 'RateLimitPolicy', 'RateLimit'],
  },
  503: {
    name: 'Unavailable',
    description: 'Nothing is published yet, or the data cannot be reached at the moment',
    title: 'Service Unavailable',
    detail: 'The data cannot be reached at the moment. Please try again in a minute.',
    reason: 'unavailable',
    headers: ['RetryAfter'],
  },
} as const;

const NAMES: Readonly<Record<string, string>> = {
  RetryAfter: 'Retry-After',
  RateLimitPolicy: 'RateLimit-Policy',
  CacheControl: 'Cache-Control',
};

/** References to headers, by their names on the wire. */
export function headersOf(components: readonly string[]) {
  return Object.fromEntries(
    components.map((name) => [NAMES[name] ?? name, { $ref: `#/components/headers/${name}` }]),
  );
}

export function problemComponents() {
  return Object.fromEntries(
    Object.entries(problems).map(([status, { name, description, ...problem }]) => {
      const { headers = [], ...rest } = { headers: undefined, ...problem };
      const value = { type: 'about:blank', status: Number(status), ...rest };
      return [
        name,
        {
          description,
          ...((headers ?? []).length > 0 && { headers: headersOf(headers ?? []) }),
          content: {
            'application/problem+json': {
              schema: { $ref: '#/components/schemas/Problem' },
              examples: { [name]: { summary: description, value } },
            },
          },
        },
      ];
    }),
  );
}

/** `may_be_gone`: what it speaks of can be withdrawn. */
export function problemResponses(may_be_gone: boolean) {
  return Object.fromEntries(
    Object.entries(problems)
      .filter(([status]) => status !== '410' || may_be_gone)
      .map(([status, { name }]) => [status, { $ref: `#/components/responses/${name}` }]),
  );
}
