/**
 * The parameters of a download: the filters of /requests, where the dataset takes them, and `bom` for CSV.
 *
 * In:     the query string, as the client sent it; the dataset and format that it asks of
 * Out:    filters and whether a byte order mark is wanted; an empty parameter is none, as a form sends it
 * Errors: Refusal (400) that names each bad parameter and what is allowed, and quotes no value
 */
import type { Format } from '../formats/format.ts';
import { badParameters, type ParameterProblem } from '../refusal.ts';
import { type RequestFilters, requestFilters } from '../schemas/requests.ts';
import type { Dataset } from './dataset.ts';

export interface DownloadOptions {
  readonly filters: RequestFilters;
  readonly filtered: boolean;
  readonly bom: boolean;
}

export function parseDownloadOptions(
  query: URLSearchParams,
  dataset: Dataset,
  format: Format,
): DownloadOptions {
  const known = [
    ...(dataset.filters ? Object.keys(requestFilters.shape) : []),
    ...(format.id === 'csv' ? ['bom'] : []),
  ];
  const problems: ParameterProblem[] = [];
  const given = new Map<string, string>();
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    const [value = ''] = values;
    // A misspelled filter that was passed over would give a file of everything.
    if (!known.includes(name))
      problems.push({
        parameter: null,
        detail: 'This download does not know the parameter.',
        allowed: known.length === 0 ? 'None' : known.join(', '),
      });
    else if (values.length > 1) problems.push(wrong(name, 'It is given more than once.'));
    else if (value !== '') given.set(name, value);
  }
  const bom = given.get('bom') ?? 'false';
  given.delete('bom');
  if (bom !== 'true' && bom !== 'false')
    problems.push(wrong('bom', 'It is neither true nor false.', 'true, false'));
  const filters = requestFilters.safeParse(Object.fromEntries(given));
  for (const { path, message } of filters.error?.issues ?? []) {
    const name = String(path[0]);
    if (!problems.some(({ parameter }) => parameter === name)) problems.push(wrong(name, message));
  }
  if (problems.length > 0 || !filters.success) throw badParameters(problems);
  return { filters: filters.data, filtered: given.size > 0, bom: bom === 'true' };
}

function wrong(parameter: string, detail: string, allowed = allowedFor(parameter)): ParameterProblem {
  return { parameter, detail, allowed };
}

function allowedFor(parameter: string): string | null {
  const shape = Object.entries(requestFilters.shape)
    .find(([name]) => name === parameter)?.[1]
    .unwrap();
  if (shape === undefined) return null;
  return 'options' in shape ? shape.options.join(', ') : (shape.description ?? null);
}
