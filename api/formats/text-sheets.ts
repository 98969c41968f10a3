/**
 * The sheets of a workbook that are read and not computed with: what its columns mean, what it is, what its codes are
 * called. Each in English and in Swahili.
 *
 * In:     columns with the first value of each in the file; a dataset and its notes
 * Out:    lines of cells, and the XML of a sheet of them
 */
import type { Column, Dataset, Texts } from '../datasets/dataset.ts';
import type { FileNotes } from './format.ts';
import { SheetWriter } from './sheet-writer.ts';
import type { Value } from './typed-rows.ts';

/** Headers with their widths. */
type Layout = readonly (readonly [header: string, width: number])[];

export const DICTIONARY: Layout = [
  ['column', 24],
  ['type', 10],
  ['unit', 14],
  ['example', 24],
  ['title', 24],
  ['description', 60],
  ['empty', 34],
  ['values', 44],
  ['jina', 24],
  ['maelezo', 60],
  ['tupu', 34],
  ['thamani', 44],
];
export const ABOUT: Layout = [
  ['about', 16],
  ['English', 90],
  ['Kiswahili', 90],
];
export const CODES: Layout = [
  ['dataset', 14],
  ['code', 24],
  ['name', 44],
  ['jina', 44],
];

type Lines = readonly (readonly Value[])[];

export function dictionaryLines(columns: readonly Column[], first: readonly Value[]): Lines {
  return columns.map((column, i) => [
    column.name,
    column.type,
    column.unit ?? (column.type === 'integer' || column.type === 'number' ? '' : 'no unit'),
    exampleIn(column, first[i] ?? null),
    column.title.en,
    column.description.en,
    column.empty?.en ?? 'never',
    valuesIn(column, 'en'),
    column.title.sw,
    column.description.sw,
    column.empty?.sw ?? 'kamwe',
    valuesIn(column, 'sw'),
  ]);
}

export function aboutLines({ title, description, caveats }: Dataset, notes: FileNotes | null): Lines {
  const line = (what: string, { en, sw }: Texts) => [what, en, sw];
  return [
    line('title', title),
    line('description', description),
    ...(notes?.about ?? []).map(({ what, words }) => line(what, words)),
    ...caveats.map((caveat) => line('beware', caveat)),
  ];
}

export const codeLines = ({ codes }: FileNotes): Lines =>
  codes.map(({ table, code, name }) => [table, code, name.en, name.sw]);

export function textSheet(layout: Layout, lines: Lines): string {
  const sheet = new SheetWriter(layout.map(([, width]) => ({ kind: 'text', width })));
  return (
    sheet.open(
      layout.map(([header]) => header),
      1,
    ) +
    lines.map((line) => sheet.row(line)).join('') +
    sheet.close(lines.length > 1)
  );
}

const DAY_MS = 86_400_000;

/** As the CSV writes it: the codes of the file are texts here as well. */
function exampleIn({ type, example }: Column, value: Value): string {
  if (value === null) return example;
  return type === 'date' ? new Date(Number(value) * DAY_MS).toISOString().slice(0, 10) : String(value);
}

const valuesIn = ({ values }: Column, language: keyof Texts): string | null =>
  values?.map(({ value, label }) => `${value}: ${label[language]}`).join('\n') ?? null;
