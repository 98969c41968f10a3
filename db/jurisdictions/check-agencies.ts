/** `agencies.csv`: agency_code, name_xx per language. Offices, never persons. */
import { checkCode, nameColumns, namesOf, readCsv } from './csv-rows.ts';
import type { Report } from './faults.ts';
import type { PackLanguages } from './jurisdiction-schema.ts';
import type { PackAgency } from './types.ts';

export function checkAgencies(text: string, languages: PackLanguages, report: Report): PackAgency[] {
  const seen = new Map<string, number>();
  return readCsv(
    text,
    ['agency_code', ...nameColumns(languages.whole)],
    report,
    nameColumns(languages.partial),
  ).map((row) => {
    checkCode(row, 'agency_code', seen, report);
    return { agency_code: row.cell('agency_code'), names: namesOf(row, languages, report) };
  });
}
