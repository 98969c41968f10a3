/**
 * The parameters of a download: the filters of /requests, where the dataset takes them, and `bom` for CSV.
 *
 * In:     the query string, as the client sent it; the dataset and format that it asks of
 * Out:    filters and whether a byte order mark is wanted
 * Errors: Refusal (400) that names each bad parameter; one that is unknown is refused too, since a misspelled
 *         filter that was passed over would give a file of everything
 */
import { z } from 'zod';
import type { Format } from '../formats/format.ts';
import { readParameters } from '../rest/read-parameters.ts';
import { type RequestFilters, requestFilters } from '../schemas/requests.ts';
import type { Dataset } from './dataset.ts';

export interface DownloadOptions {
  readonly filters: RequestFilters;
  readonly filtered: boolean;
  readonly bom: boolean;
}

const bom = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .optional()
  .describe(
    'true: for spreadsheets: begin with a byte order mark, so that Excel takes the file for UTF-8, and put an apostrophe before texts that it would run as formulas',
  );

export function parseDownloadOptions(
  query: URLSearchParams,
  dataset: Dataset,
  format: Format,
): DownloadOptions {
  const input = z.object({
    ...(dataset.filters && requestFilters.shape),
    ...(format.id === 'csv' && { bom }),
  });
  const { bom: marked, ...given } = readParameters(query, { input, path_parameters: {} });
  const filters = requestFilters.parse(given);
  return { filters, filtered: Object.keys(filters).length > 0, bom: marked === 'true' };
}
