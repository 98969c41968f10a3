/** What a format is: how PostgreSQL writes its rows, and what is put around them. The registry lists them all. */
import type { RawBuilder } from 'kysely';
import type { Dataset, Texts } from '../datasets/dataset.ts';
import type { Frame } from './frame.ts';

/** A way to write rows, which several formats can share: then one COPY serves them all. */
export interface RowEncoding {
  readonly id: string;
  /** a COPY … TO STDOUT of the rows that meet the condition */
  copy(dataset: Dataset, condition: RawBuilder<unknown>): RawBuilder<unknown>;
}

export interface Format {
  /** also the ending of its addresses */
  readonly id: string;
  readonly title: Texts;
  readonly description: Texts;
  /** with its charset, where it is text */
  readonly media_type: string;
  readonly rows: RowEncoding;
  readonly frame: Frame;
  /** whether it can hold the dataset */
  writes(dataset: Dataset): boolean;
}
