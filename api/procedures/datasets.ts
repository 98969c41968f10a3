/** Datasets that can be downloaded: their columns, units, formats and licence. */
import { describeDatasets } from '../datasets/describe.ts';
import { releaseCodes } from '../descriptions/examples.ts';
import { listDatasetsOutput } from '../schemas/datasets.ts';
import { publicProcedure } from '../trpc.ts';

export const listDatasets = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/datasets',
      summary: 'Datasets for download, with their dictionaries',
      description:
        'Every dataset with its columns, their units, descriptions, values and an example of each, and the formats it can be downloaded in: those that hold all rows of the newest release, so a workbook up to 1,048,575 rows. Files are at /data/{dataset}.{format} (newest) and /data/{release}/{dataset}.{format} (for ever).',
    },
  })
  .output(listDatasetsOutput)
  .query(async ({ ctx: { jurisdiction, release, stores } }) =>
    describeDatasets(
      jurisdiction.licence,
      release === null ? null : releaseCodes(await stores.dimensions(release)),
      release === null ? null : await stores.release(release),
    ),
  );
