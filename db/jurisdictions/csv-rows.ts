/**
 * A small CSV file of a pack, read whole and strictly.
 *
 * In:     the text, the columns that it must have and those that it may have (in any order)
 * Out:    rows with their line and their cells by column, trimmed; faults of the header and of the form of
 *         rows are reported, and such rows left out
 */
import { CsvError, parse } from 'csv-parse/sync';
import { type Report, suggest } from './faults.ts';
import type { PackLanguages } from './jurisdiction-schema.ts';

export interface CsvRow {
  readonly line: number;
  /** empty when the column or the value is missing */
  readonly cell: (column: string) => string;
}

export function readCsv(
  text: string,
  columns: readonly string[],
  report: Report,
  optional: readonly string[] = [],
): CsvRow[] {
  const records = parseRecords(text, report);
  const [header, ...body] = records;
  if (!header) {
    report(null, `is empty; its first line must be ${columns.join(',')}`);
    return [];
  }
  const names = header.record.map((name) => name.trim());
  names.forEach((name, i) => {
    if (names.indexOf(name) !== i) report(header.line, `column "${name}" is there twice; keep one`);
    else if (![...columns, ...optional].includes(name))
      report(header.line, `unknown column "${name}"${suggest(name, [...columns, ...optional])}`);
  });
  for (const column of columns)
    if (!names.includes(column)) report(header.line, `column "${column}" is missing`);
  return body.flatMap(({ record, line }) => {
    if (record.length === names.length)
      return [{ line, cell: (column) => record[names.indexOf(column)]?.trim() ?? '' }];
    report(
      line,
      `has ${record.length} values where the header has ${names.length} columns; put quotes around a value that holds a comma`,
    );
    return [];
  });
}

function parseRecords(text: string, report: Report): { record: string[]; line: number }[] {
  const records: { record: string[]; line: number }[] = [];
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        records.push({ record, line: lines });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : null;
    report(
      line,
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quote is opened and never closed'
        : 'a quote stands inside a value; put the whole value in quotes and write "" for a quote in it',
    );
  }
  return records;
}

/** The name in each language from `name_en`, `name_sw`, …; one that is missing and must not be is reported. */
export function namesOf(
  row: CsvRow,
  { whole, partial }: PackLanguages,
  report: Report,
): Record<string, string> {
  const further = partial.map((language) => [language, row.cell(`name_${language}`)]);
  const names = Object.fromEntries(
    whole.map((language) => {
      const name = row.cell(`name_${language}`);
      if (name === '')
        report(row.line, `name_${language} is empty; every name is needed in ${whole.join(', ')}`);
      return [language, name];
    }),
  );
  return { ...names, ...Object.fromEntries(further.filter(([, name]) => name !== '')) };
}

export const nameColumns = (languages: readonly string[]) => languages.map((language) => `name_${language}`);

/** Reports a code that is no slug or was used before; true when it can be used. */
export function checkCode(row: CsvRow, column: string, seen: Map<string, number>, report: Report): boolean {
  const code = row.cell(column);
  const before = seen.get(code);
  if (!/^[a-z0-9]+([_-][a-z0-9]+)*$/.test(code))
    report(
      row.line,
      `${column} "${code}" must be made of lower-case letters and digits, with hyphens between: street-light`,
    );
  else if (before !== undefined)
    report(row.line, `${column} "${code}" is already used on line ${before}; every code must be its own`);
  else {
    seen.set(code, row.line);
    return true;
  }
  return false;
}
