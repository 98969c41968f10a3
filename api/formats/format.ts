/** What a format is: how PostgreSQL writes its rows, and what makes a file of them. The registry lists them all. */
import type { RawBuilder } from 'kysely';
import type { Dataset, Texts } from '../datasets/dataset.ts';
import type { RowText } from './row-text.ts';
import type { Value } from './typed-rows.ts';

/** A way to write rows, which several formats can share: then one COPY serves them all. */
export interface RowEncoding {
  readonly id: string;
  /** a COPY … TO STDOUT of the rows that meet the condition */
  copy(dataset: Dataset, condition: RawBuilder<unknown>): RawBuilder<unknown>;
  /** the same bytes made of typed rows, where they can be */
  readonly text?: (dataset: Dataset) => RowText;
}

/** Makes one file. In: the bytes of COPY in chunks cut anywhere. Out: the bytes of the file, the same however they are cut. */
export interface FileWriter {
  push(rows: Buffer): Buffer | Promise<Buffer>;
  end(): Buffer | Promise<Buffer>;
  /** the file is given up */
  drop?(): void;
}

/** Makes one file of rows that are typed already: the same file. */
export interface TypedFileWriter {
  row(values: readonly Value[]): void;
  /** the bytes that have come since the last time */
  take(): Buffer;
  end(): Buffer;
}

/** What a file can say of itself beside its rows. Plain, since it goes to the thread in which the file is made. */
export interface FileNotes {
  /** such as its release, its citation, its licence */
  readonly about: readonly { readonly what: string; readonly words: Texts }[];
  /** the codes that its rows hold, with their names */
  readonly codes: readonly { readonly table: string; readonly code: string; readonly name: Texts }[];
}

export interface Format {
  /** also the ending of its addresses */
  readonly id: string;
  readonly title: Texts;
  readonly description: Texts;
  /** with its charset, where it is text */
  readonly media_type: string;
  readonly rows: RowEncoding;
  /** notes are for formats whose bytes follow from more than the rows; null: nothing is known but the dataset */
  readonly file: (dataset: Dataset, notes?: FileNotes | null) => FileWriter;
  /** where the rows that it is made of are typed */
  readonly typedFile?: (dataset: Dataset) => TypedFileWriter;
  /** whether making the file takes so long that it would hold up the answers of others */
  readonly heavy: boolean;
  /** whether its bytes follow from the rows alone, for ever: then its digest is part of the release's manifest */
  readonly digested: boolean;
  /** whether programs read it by parts instead of whole */
  readonly read_by_parts: boolean;
  /** rows that it can hold; null: any number */
  readonly most_rows: number | null;
  /** whether it can hold the dataset */
  writes(dataset: Dataset): boolean;
}

/** Text that is COPY's own, but for what stands around it. */
export const PLAIN_TEXT = { heavy: false, digested: true, read_by_parts: false, most_rows: null } as const;
