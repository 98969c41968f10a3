/** Datasets that can be downloaded: their columns, units, formats and licence. */
import { describeDatasets } from '../datasets/describe.ts';
import { listDatasetsOutput } from '../schemas/datasets.ts';
import { publicProcedure } from '../trpc.ts';

export const listDatasets = publicProcedure
  .meta({
    openapi: { method: 'GET', path: '/datasets', summary: 'Datasets for download, with their dictionaries' },
  })
  .output(listDatasetsOutput)
  .query(({ ctx }) => describeDatasets(ctx.jurisdiction.licence));
