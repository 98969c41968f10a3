/**
 * The parameters of an address as the input of a procedure.
 *
 * In:     the query, the parameters in the path, the procedure's input schema
 * Out:    the input, still as text; an empty parameter is none, as a form sends it
 * Errors: Refusal (400) that names every bad parameter and what is allowed, and repeats no value
 */
import { z } from 'zod';
import { badParameters, type ParameterProblem } from '../refusal.ts';
import type { Route } from './routes.ts';

export function readParameters(
  query: URLSearchParams,
  { input: schema, path_parameters }: Pick<Route, 'input' | 'path_parameters'>,
): Record<string, string> {
  const inQuery = Object.keys(schema.shape).filter((name) => !(name in path_parameters));
  const problems: ParameterProblem[] = [];
  const given: Record<string, string> = { ...path_parameters };
  for (const name of new Set(query.keys())) {
    const [value = '', ...more] = query.getAll(name);
    if (!inQuery.includes(name)) problems.push(unknownParameter(name, inQuery));
    else if (more.length > 0) problems.push(wrong(schema, name, 'is given more than once'));
    else if (value !== '') given[name] = value;
  }
  const parsed = schema.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (!problems.some(({ parameter }) => parameter === name))
      problems.push(wrong(schema, name, inWords(issue)));
  }
  if (problems.length > 0) throw badParameters(problems);
  return given;
}

/** A choice is listed in plain words; every other check has words of its own. */
function inWords(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_value' && issue.message.startsWith('Invalid')
    ? `must be one of ${issue.values.join(', ')}`
    : issue.message;
}

function wrong(schema: z.ZodObject, parameter: string, detail: string): ParameterProblem {
  const shape = Object.entries(schema.shape).find(([name]) => name === parameter)?.[1];
  return { parameter, detail, allowed: description(shape) };
}

/** Parameters that may be left out carry their description inside. */
function description(schema: unknown): string | null {
  if (!(schema instanceof z.ZodType)) return null;
  const inner = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? schema.unwrap() : null;
  return schema.description ?? (inner && description(inner));
}

/** A name is repeated only when it looks like one: anything can stand before an equals sign. */
function unknownParameter(name: string, known: readonly string[]): ParameterProblem {
  return {
    parameter: /^[a-z_]{1,32}$/.test(name) ? name : null,
    detail: 'there is no such parameter here',
    allowed: known.length === 0 ? 'none' : known.join(', '),
  };
}
