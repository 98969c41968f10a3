/** What a dataset is: where its rows come from, and what each column means. The registry lists them all. */
import type { z } from 'zod';
import type { column } from '../schemas/datasets.ts';

/** The portal's own words, in each language it speaks. */
export interface Texts {
  readonly en: string;
  readonly sw: string;
}

export type ColumnType = z.infer<typeof column>['type'];

/** One of the few values that a column has, and what it says. */
export interface LabelledValue {
  readonly value: string;
  readonly label: Texts;
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** of a number; null for anything else */
  readonly unit: string | null;
  readonly title: Texts;
  readonly description: Texts;
  /** what an empty field says; null: no field is empty */
  readonly empty: Texts | null;
  /** null: any value of its type */
  readonly values: readonly LabelledValue[] | null;
  /** a value that can stand there, as CSV writes it */
  readonly example: string;
  /** SQL over the dataset's source; where it is missing, the source's column of that name */
  readonly sql?: string;
}

export interface Dataset {
  readonly id: string;
  readonly title: Texts;
  readonly description: Texts;
  /** what a careful reader must know before computing with it */
  readonly caveats: readonly Texts[];
  /** `from` of its SELECT; every source has `from_release` and `to_release` */
  readonly source: string;
  /** `order by` of its SELECT: total within a release, so that a file has the same bytes each time */
  readonly order: string;
  /** columns that tell its rows apart */
  readonly key: readonly string[];
  /** in the order of the files */
  readonly columns: readonly Column[];
  /** whether the filters of /requests narrow it */
  readonly filters: boolean;
}

/** The column with a boundary, if there is one; formats of plain tables leave it out. */
export function geometryColumn(dataset: Dataset): Column | undefined {
  return dataset.columns.find((column) => column.type === 'geometry');
}

/** The description of a column with what an empty field says: for those who have one place for both. */
export const EMPTY: Texts = { en: 'Empty', sw: 'Tupu' };
export function wholeColumn({ description, empty }: Column, language: keyof Texts): string {
  return empty === null
    ? description[language]
    : `${description[language]} ${EMPTY[language]}: ${empty[language]}`;
}
