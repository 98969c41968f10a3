import { z } from 'zod';
import { names } from './common.ts';

export const column = z.object({
  name: z.string(),
  type: z
    .enum(['string', 'integer', 'number', 'boolean', 'date', 'period', 'object', 'geometry'])
    .describe('period: a day, month or quarter as text; object: JSON, as text in CSV'),
  unit: z.string().nullable().describe('Unit of a number; null where it has none'),
  title: names,
  description: names,
});

export const dataset = z.object({
  id: z.string(),
  title: names,
  description: names,
  caveats: z.array(names).describe('What to know before computing with it'),
  key: z.array(z.string()).describe('Columns that tell its rows apart'),
  filters: z.boolean().describe('Whether a download can be narrowed by the filters of /requests'),
  columns: z.array(column),
  formats: z.array(z.string()).describe('Endings of /data/{dataset}.{format}'),
});
export type Dataset = z.infer<typeof dataset>;

export const fileFormat = z.object({
  id: z.string().describe('Ending of its addresses'),
  title: names,
  description: names,
  media_type: z.string(),
});

export const listDatasetsOutput = z.object({
  data: z.array(dataset),
  formats: z.array(fileFormat),
  licence: z.object({ id: z.string(), name: z.string(), url: z.string() }),
});
