/**
 * Which procedure answers which address below /api/v1: read off the router, so that none can be missing.
 *
 * In:     a path below /api/v1, such as `/requests/K7Q-M2F-9XH4`
 * Out:    the procedure's name, its input schema, and the parameters in the path; null: there is no such address
 */
import { forEachOpenApiProcedure, getInputOutputParsers } from 'trpc-to-openapi';
import { z } from 'zod';
import { appRouter } from '../router.ts';

export interface Route {
  readonly procedure: string;
  readonly input: z.ZodObject;
  readonly path_parameters: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly segments: readonly string[];
  readonly procedure: string;
  readonly input: z.ZodObject;
}

const patterns: Pattern[] = [];
forEachOpenApiProcedure(appRouter._def.procedures, ({ path, procedure, meta }) => {
  const { inputParser } = getInputOutputParsers(procedure);
  patterns.push({ segments: meta.openapi.path.split('/'), procedure: path, input: objectOf(inputParser) });
});

/** Where everything has a default, the input as a whole may be missing. */
function objectOf(schema: z.ZodType): z.ZodObject {
  const inner = schema instanceof z.ZodPrefault ? schema.unwrap() : schema;
  if (inner instanceof z.ZodObject) return inner;
  throw new TypeError('the input of a procedure is an object');
}

export function findRoute(path: string): Route | null {
  const segments = path.replace(/\/$/, '').split('/').map(decoded);
  for (const pattern of patterns) {
    const path_parameters = match(pattern.segments, segments);
    if (path_parameters) return { procedure: pattern.procedure, input: pattern.input, path_parameters };
  }
  return null;
}

function match(
  pattern: readonly string[],
  segments: readonly (string | null)[],
): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const found: Record<string, string> = {};
  for (const [i, part] of pattern.entries()) {
    const segment = segments[i] ?? null;
    if (segment === null) return null;
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined && segment !== '') found[name] = segment;
    else if (part !== segment) return null;
  }
  return found;
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
