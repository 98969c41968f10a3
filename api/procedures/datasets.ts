/** Datasets that can be downloaded: their columns, units, formats and licence. */
import { describeDatasets } from '../datasets/describe.ts';
import { listDatasetsOutput } from '../schemas/datasets.ts';
import { publicProcedure } from '../trpc.ts';

export const listDatasets = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/datasets',
      summary: 'Datasets for download, with their dictionaries',
      description:
        'Every dataset with its columns, their units and descriptions, and the formats it can be downloaded in. Files are at /data/{dataset}.{format} (newest) and /data/{release}/{dataset}.{format} (for ever).',
    },
  })
  .output(listDatasetsOutput)
  .query(({ ctx }) => describeDatasets(ctx.jurisdiction.licence));
