/**
 * Any six digits in a row, whatever separates them: no number so long says anything about a road, and all that
 * name a person are.
 *
 * Left alone, since they are few enough to name nobody: two years (2025/2026, 2025/26), opening hours (8:00-17:00),
 * day and year after the name of a month.
 */
import type { DigitRun } from './digit-runs.ts';
import type { Token } from './tokens.ts';
import type { Detector, Reading, Span } from './types.ts';

const DIGITS = 6;
const YEAR = /^(?:19[5-9]|20[0-4])\d$/;
const MONTH =
  /^(?:jan|feb|mar|apr|ap?rili|may|mei|jun|jul|aug|ago|sep|oct|okt|nov|dec|des|machi|januari|februari|juni|julai|agosti|septemba|oktoba|novemba|desemba|january|february|march|april|june|july|august|september|october|november|december)$/;
const HOURS = /^([01]?\d|2[0-3])[:.](00|15|30|45)\s*-+\s*([01]?\d|2[0-3])[:.](00|15|30|45)$/;

export const sixDigits: Detector = {
  kind: 'digits',
  reason:
    'Six or more digits in a row: they may be a telephone, identity or account number. Take them out; write a date with the month as a word and a large amount as "1.5 million".',
  find: (reading) => [...longRuns(reading), ...crowdedChunks(reading)],
};

export function longRuns({ runs, folded, tokens }: Reading): DigitRun[] {
  return runs.filter(
    (run) =>
      run.digits.length >= DIGITS &&
      !areYears(run) &&
      !endsADate(run, tokens[(run.groups[0]?.index ?? 0) - 1]) &&
      !HOURS.test(folded.text.slice(run.start, run.end)),
  );
}

/** 2025/2026, 2025/26, "2019 and 2023" */
function areYears({ groups }: DigitRun): boolean {
  const [from = '', to = ''] = groups.map((group) => group.digits);
  if (groups.length !== 2 || !YEAR.test(from)) return false;
  return YEAR.test(to) || to === String(Number(from) + 1).slice(2);
}

/** "December 12, 2019": day and year after a month that is a word. */
function endsADate({ groups }: DigitRun, before: Token | undefined): boolean {
  const [day = '', year = ''] = groups.map((group) => group.digits);
  return (
    groups.length === 2 &&
    /^(?:0?[1-9]|[12]\d|3[01])$/.test(day) &&
    YEAR.test(year) &&
    MONTH.test(before?.lower ?? '')
  );
}

/** `07a12b34c56d78`: letters between the digits and no space. */
function crowdedChunks({ folded }: Reading): Span[] {
  const found: Span[] = [];
  for (const { 0: chunk, index } of folded.text.matchAll(/\S+/g))
    if (/\p{L}/u.test(chunk) && chunk.replace(/\D/g, '').length >= DIGITS)
      found.push({ start: index, end: index + chunk.length });
  return found;
}
