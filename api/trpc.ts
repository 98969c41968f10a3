/**
 * Initialisation of tRPC: the context, what an error may say, and the procedure that all others are made from.
 *
 * Errors: a Refusal speaks for itself and input that fails its schema is named parameter by parameter; any
 *         other error is "Internal server error" to the caller, without stack, statement or input.
 */
import { initTRPC, type TRPCError } from '@trpc/server';
import type { OpenApiMeta } from 'trpc-to-openapi';
import { z } from 'zod';
import type { Context } from './context.ts';
import { isDatabaseAway } from './database-faults.ts';
import { badParameters, Refusal, unavailable } from './refusal.ts';

/** In the words of RFC 9110; tRPC's own can quote the request. */
const WORDS: Partial<Record<TRPCError['code'], string>> = {
  PARSE_ERROR: 'The request cannot be read.',
  BAD_REQUEST: 'The request is wrong: check the batch, its size and the JSON of its input.',
  NOT_FOUND: 'There is no such procedure.',
  METHOD_NOT_SUPPORTED: 'This procedure does not take this method.',
  UNSUPPORTED_MEDIA_TYPE: 'Send application/json.',
};

const t = initTRPC
  .context<Context>()
  .meta<OpenApiMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ error, shape }) => {
      const refusal = asRefusal(error);
      return {
        message: refusal?.message ?? WORDS[error.code] ?? 'Internal server error',
        code: shape.code,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          reason: refusal?.reason ?? null,
          problems: refusal?.problems ?? [],
        },
      };
    },
  });

export const router = t.router;

/** What the caller may be told; null: nothing but that it failed. */
export function asRefusal(error: TRPCError): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error.code !== 'BAD_REQUEST' || !(error.cause instanceof z.ZodError)) return null;
  return badParameters(
    error.cause.issues.map((issue) => ({
      parameter: typeof issue.path[0] === 'string' ? issue.path[0] : null,
      // Its message would name what is unknown, and anything can stand there.
      detail: issue.code === 'unrecognized_keys' ? 'there is no such parameter here' : issue.message,
      allowed: null,
    })),
  );
}

/** Every procedure is made from this one, and says with `.output()` all that may leave the house. */
export const publicProcedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && !(result.error instanceof Refusal) && isDatabaseAway(result.error.cause))
    throw unavailable(result.error.cause);
  return result;
});
