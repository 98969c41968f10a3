/** The address of a file of a release, for ever; the manifest knows it by this. */
import type { Format } from '../formats/format.ts';
import type { Dataset } from './dataset.ts';

export const filePath = (release: number, dataset: Dataset, format: Pick<Format, 'id'>): string =>
  `/data/${release}/${dataset.id}.${format.id}`;
