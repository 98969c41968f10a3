/**
 * Answers `/data/{dataset}/changes.csv?since={release}`.
 *
 * In:     the query string, the dataset, the newest release, the context of the request
 * Out:    a COPY as a CSV file, its headers, and what its bytes follow from
 * Errors: Refusal: 400 without `since` or with anything else, 404 for a release that is none
 */
import { z } from 'zod';
import type { ReleaseRow } from '../../db/queries/releases.ts';
import { type Context, releaseOf } from '../context.ts';
import { csv } from '../formats/csv.ts';
import { readParameters } from '../rest/read-parameters.ts';
import { changesCopy } from './changes.ts';
import { copyStatement } from './copy-statement.ts';
import type { Dataset } from './dataset.ts';

const input = z.object({
  since: z
    .string({ error: 'is required: the number of the release that you have' })
    .regex(/^[1-9]\d{0,6}$/, 'must be the number of a release')
    .transform(Number)
    .describe('The release that you have'),
});

export interface Changes {
  readonly statement: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly identity: readonly unknown[];
}

export async function readChanges(
  query: URLSearchParams,
  dataset: Dataset,
  release: ReleaseRow,
  context: Context & { readonly public_url: string },
): Promise<Changes> {
  const { since } = input.parse(readParameters(query, { input, path_parameters: {} }));
  const older = await releaseOf(context, since);
  const { jurisdiction, public_url } = context;
  const name = `${jurisdiction.id}-${dataset.id}-changes-release-${older.release}-to-${release.release}.csv`;
  return {
    statement: copyStatement(changesCopy(dataset, older.release, release.release)),
    headers: {
      'content-type': csv.media_type,
      'content-disposition': `attachment; filename="${name}"`,
      link: `<${public_url}/data/${dataset.id}>; rel="describedby", <${jurisdiction.licence.url}>; rel="license"`,
    },
    identity: ['changes', dataset.id, older.manifest_sha256, release.manifest_sha256],
  };
}
