/**
 * What the address of `/requests` asks for. The form sends `from` and `to` and its empty fields too; the
 * address that people share has only `period` and what was chosen.
 *
 * In:     the parameters of the address
 * Out:    the tidy parameters, where the address is not tidy yet; the input for `requests.list` or what is
 *         wrong with it; the same filters for a download
 * Errors: none; problems are returned, since the page has to name them
 */
import { z } from 'zod';
import { listRequestsInput, requestFilters } from '../../api/schemas/requests.ts';

export const PAGE_SIZE = 50;

export const PARAMETERS = [
  'area',
  'group',
  'service',
  'agency',
  'status',
  'outcome',
  'period',
  'sort',
  'release',
  'cursor',
] as const;
export type Parameter = (typeof PARAMETERS)[number];

const input = listRequestsInput.extend({ limit: z.literal(PAGE_SIZE).default(PAGE_SIZE) });
export type RequestQuery = z.infer<typeof input>;

export type ReadQuery =
  | { readonly kind: 'untidy'; readonly tidy: URLSearchParams }
  | { readonly kind: 'query'; readonly query: RequestQuery; readonly filters: URLSearchParams }
  | { readonly kind: 'wrong'; readonly wrong: readonly Parameter[] };

export function readQuery(parameters: URLSearchParams): ReadQuery {
  const tidy = tidied(parameters);
  if (tidy !== null) return { kind: 'untidy', tidy };
  const asked = Object.fromEntries(
    PARAMETERS.flatMap((name) => {
      const value = parameters.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  // Which of two is meant nobody can tell: the API refuses them, and so does the page.
  const twice = PARAMETERS.filter((name) => parameters.getAll(name).length > 1);
  const parsed = input.safeParse(asked);
  if (!parsed.success || twice.length > 0)
    return { kind: 'wrong', wrong: [...new Set([...twice, ...wrongParameters(parsed.error)])] };
  return { kind: 'query', query: parsed.data, filters: filtersOf(parameters) };
}

/** Parameters that the API found wrong, as far as they are ours. */
export function isParameter(name: unknown): name is Parameter {
  return PARAMETERS.some((parameter) => parameter === name);
}

/** The filters alone, for links that keep them: downloads, the next page. */
export function filtersOf(parameters: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams();
  for (const name of Object.keys(requestFilters.shape)) {
    const value = parameters.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}

/** The months of a period, for the form; null where the period is not told in whole months. */
export function monthsOf(period: string | undefined): { from: string; to: string } {
  const [from = '', to = from] = (period ?? '').split('..');
  const month = (text: string, end: '01' | '12') =>
    /^\d{4}$/.test(text) ? `${text}-${end}` : text.slice(0, 7);
  return { from: month(from, '01'), to: month(to, '12') };
}

function tidied(parameters: URLSearchParams): URLSearchParams | null {
  const untidy =
    parameters.has('from') || parameters.has('to') || [...parameters.values()].some((value) => value === '');
  if (!untidy) return null;
  const tidy = new URLSearchParams();
  for (const [name, value] of parameters)
    if (value !== '' && name !== 'from' && name !== 'to' && !(name === 'sort' && value === '-received'))
      tidy.set(name, value);
  const from = parameters.get('from') ?? '';
  const to = parameters.get('to') ?? '';
  if (from !== '' || to !== '') tidy.set('period', from === to ? from : `${from}..${to}`);
  return tidy;
}

function wrongParameters(error: z.ZodError | undefined): Parameter[] {
  return (error?.issues ?? []).map((issue) => issue.path[0]).filter(isParameter);
}
