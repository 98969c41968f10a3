import { z } from 'zod';
import { names } from './common.ts';

export const column = z.object({
  name: z.string().describe('Name of the column in every format'),
  type: z
    .enum(['string', 'integer', 'number', 'boolean', 'date', 'period', 'object', 'geometry'])
    .describe('period: a day, month or quarter as text; object: JSON, as text in CSV'),
  unit: z.string().nullable().describe('Unit of a number; null where it has none'),
  title: names.describe('Label, by language tag'),
  description: names.describe('What it says, by language tag'),
  empty: names.nullable().describe('What an empty field says, by language tag; null where none is empty'),
  values: z
    .array(
      z.object({
        value: z.string().describe('As it stands in the data'),
        label: names.describe('What it says, by language tag'),
      }),
    )
    .nullable()
    .describe('The values that there are; null where there can be any of its type'),
  example: z.string().describe('A value that can stand there, as CSV writes it'),
});

const ofDataset = z.object({
  id: z.string().describe('Name in addresses: /data/{dataset}.{format}'),
  title: names.describe('Title, by language tag'),
  description: names.describe('What it holds, by language tag'),
  caveats: z.array(names).describe('What to know before computing with it'),
  key: z.array(z.string()).describe('Columns that tell its rows apart'),
  filters: z.boolean().describe('Whether a download can be narrowed by the filters of /requests'),
  columns: z.array(column).describe('Its dictionary, in the order of the columns'),
  formats: z.array(z.string()).describe('Endings of /data/{dataset}.{format}'),
});
export const dataset = ofDataset.meta({ id: 'Dataset' });
export type Dataset = z.infer<typeof dataset>;

const fileFormat = z.object({
  id: z.string().describe('Ending of its addresses'),
  title: names.describe('Title, by language tag'),
  description: names.describe('What it is good for, by language tag'),
  media_type: z.string().describe('Content-Type of its files'),
});

export const listDatasetsOutput = z.object({
  data: z.array(dataset).describe('Every dataset'),
  formats: z.array(fileFormat).describe('Every format that a dataset can have'),
  licence: z
    .object({
      id: z.string().describe('SPDX identifier'),
      name: z.string().describe('Name of the licence'),
      url: z.string().describe('Its text'),
    })
    .describe('Under which everything here may be used'),
});
