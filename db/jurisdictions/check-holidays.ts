/** `holidays.csv`: date (local day), name_xx per language. Days on which no office works. */
import type { Names } from '../schema/names.ts';
import { nameColumns, namesOf, readCsv } from './csv-rows.ts';
import type { Report } from './faults.ts';
import type { PackLanguages } from './jurisdiction-schema.ts';

export function checkHolidays(text: string, languages: PackLanguages, report: Report): Map<string, Names> {
  const holidays = new Map<string, Names>();
  for (const row of readCsv(
    text,
    ['date', ...nameColumns(languages.whole)],
    report,
    nameColumns(languages.partial),
  )) {
    const date = row.cell('date');
    if (!isDay(date)) report(row.line, `date "${date}" must be a day of the calendar such as 2026-12-12`);
    else if (holidays.has(date)) report(row.line, `date ${date} is there twice; give one name to a day`);
    holidays.set(date, namesOf(row, languages, report));
  }
  return holidays;
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}
