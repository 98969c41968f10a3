import { z } from 'zod';
import { names } from './common.ts';

export const column = z.object({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'period', 'geometry']),
  unit: z.string().nullable().describe('Unit of a number; null where it has none'),
  title: names,
  description: names,
});

export const dataset = z.object({
  id: z.string(),
  title: names,
  description: names,
  columns: z.array(column),
  formats: z.array(z.string()).describe('Endings of /data/{dataset}.{format}'),
});
export type Dataset = z.infer<typeof dataset>;
export const listDatasetsOutput = z.object({
  data: z.array(dataset),
  licence: z.object({ id: z.string(), name: z.string(), url: z.string() }),
});
