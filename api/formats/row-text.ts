/**
 * CSV and JSON lines made of typed rows: byte for byte what PostgreSQL's COPY writes of the same rows, so that one COPY
 * serves every format of a dataset when a release is digested.
 *
 * In:     a dataset; the values of `digestColumns`
 * Out:    the header, if there is one, and text row by row, each with its line feed
 * Source: PostgreSQL, CopyAttributeOutCSV and escape_json
 */
import type { ColumnType, Dataset } from '../datasets/dataset.ts';
import { type DigestColumn, digestColumns, type Value } from './typed-rows.ts';

export interface RowText {
  readonly header: string;
  row(values: readonly Value[]): string;
}

type Write = (value: Exclude<Value, null>) => string;

export function csvText(dataset: Dataset): RowText {
  const columns = placed(dataset, { ...AS_THEY_ARE, string: csvField, period: csvField, object: csvField });
  return {
    header: `${columns.map(({ name }) => name).join(',')}\n`,
    row: (values) => {
      let line = '';
      for (let i = 0; i < columns.length; i += 1) {
        const { at = 0, write = String } = columns[i] ?? {};
        const value = values[at] ?? null;
        line += `${i === 0 ? '' : ','}${value === null ? '' : write(value)}`;
      }
      return `${line}\n`;
    },
  };
}

export function jsonText(dataset: Dataset): RowText {
  const columns = placed(dataset, {
    ...AS_THEY_ARE,
    string: jsonString,
    period: jsonString,
    date: jsonDate,
    number: jsonNumber,
  });
  const names = columns.map(({ name }, i) => `${i === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  return {
    header: '',
    row: (values) => {
      let line = '';
      for (let i = 0; i < columns.length; i += 1) {
        const { at = 0, write = String } = columns[i] ?? {};
        const value = values[at] ?? null;
        line += `${names[i]}${value === null ? 'null' : write(value)}`;
      }
      return `${line}}\n`;
    },
  };
}

/** The columns of a table, each with the place of its value: of a number that of its text. */
function placed(dataset: Dataset, writers: Readonly<Record<ColumnType, Write>>) {
  const all = digestColumns(dataset);
  return dataset.columns
    .filter(({ type }) => type !== 'geometry')
    .map(({ name, type }) => ({
      name,
      at: all.findIndex((column: DigestColumn) =>
        type === 'number' ? column.text_of === name : column.name === name,
      ),
      write: writers[type],
    }));
}

const days = new Map<number, string>();
const dateText: Write = (value) => {
  const day = Number(value);
  const known = days.get(day);
  if (known !== undefined) return known;
  const found = new Date(day * 86_400_000).toISOString().slice(0, 10);
  if (days.size > 100_000) days.clear();
  days.set(day, found);
  return found;
};

const AS_THEY_ARE: Readonly<Record<ColumnType, Write>> = {
  string: String,
  period: String,
  object: String,
  geometry: String,
  integer: String,
  number: String,
  boolean: String,
  date: dateText,
};

const QUOTED_IN_CSV = /[",\n\r]/;
const csvField: Write = (value) => {
  const text = String(value);
  return text === '' || QUOTED_IN_CSV.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes these
const ESCAPED_IN_JSON = /["\\\u0000-\u001f]/;
const jsonString: Write = (value) => {
  const text = String(value);
  return ESCAPED_IN_JSON.test(text) ? JSON.stringify(text) : `"${text}"`;
};
const jsonDate: Write = (value) => `"${dateText(value)}"`;
/** JSON has no infinity; PostgreSQL gives it as a text. */
const jsonNumber: Write = (value) => (/\d/.test(String(value)) ? String(value) : `"${value}"`);
