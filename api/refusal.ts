/**
 * An answer of "no" that the person at the other end can act on. Its words were written for them and quote
 * nothing of the input; every other error is masked (see `trpc.ts`).
 */
import { TRPCError } from '@trpc/server';

export type RefusalReason =
  | 'bad_parameter'
  | 'malformed_code'
  | 'mistyped_code'
  | 'unknown_code'
  | 'withdrawn'
  | 'unknown_release'
  | 'unknown_statistic'
  | 'unknown_address'
  | 'wrong_method'
  | 'too_many_rows'
  | 'out_of_range'
  | 'nothing_published'
  | 'unavailable';

export interface ParameterProblem {
  /** null: a parameter whose name is not repeated, since it could hold personal data */
  readonly parameter: string | null;
  readonly detail: string;
  /** what would be right */
  readonly allowed: string | null;
}

export class Refusal extends TRPCError {
  readonly reason: RefusalReason;
  readonly problems: readonly ParameterProblem[];
  constructor(
    code: TRPCError['code'],
    reason: RefusalReason,
    message: string,
    rest: { problems?: readonly ParameterProblem[]; cause?: unknown } = {},
  ) {
    super({ code, message, cause: rest.cause });
    this.name = 'Refusal';
    this.reason = reason;
    this.problems = rest.problems ?? [];
  }
}

export function badParameters(problems: readonly ParameterProblem[]): Refusal {
  const message =
    problems.length === 1 ? 'A parameter is wrong.' : `${problems.length} parameters are wrong.`;
  return new Refusal('BAD_REQUEST', 'bad_parameter', message, { problems });
}

export function badParameter(parameter: string, detail: string, allowed: string | null = null): Refusal {
  return badParameters([{ parameter, detail, allowed }]);
}

export const nothingPublished = (): Refusal =>
  new Refusal('SERVICE_UNAVAILABLE', 'nothing_published', 'Nothing is published yet: there is no release.');

export const unavailable = (cause?: unknown): Refusal =>
  new Refusal(
    'SERVICE_UNAVAILABLE',
    'unavailable',
    'The data cannot be reached at the moment. Please try again in a minute.',
    { cause },
  );
