/**
 * Derived fields: a duration and a public date on which it ended give the day on which it began.
 *
 * In:     the scene
 * Out:    a finding per row whose receipt can be told more narrowly than its month
 *
 * The attacker sees in which release a row first shows a duration. Were rows to show whatever had happened by the
 * cut-off, that release would give away the receipt: it lies between the two cut-offs, less the duration. They
 * follow another rule: shown is what happened within H hours of the receipt, H being the hours from the end of the
 * received month to the cut-off. Then the release in which a duration of h hours first shows is the first with
 * H >= h, which whoever reads h knows already, and the receipt stays anywhere in its month. So each duration of
 * each row is held against the rule; one that shows at any other release is explained by the receipt alone, and
 * the interval that follows is the finding, unless it is known to be wrong.
 */
import type { LocalTime } from '../schema/local-time.ts';
import type { Attack, Finding, PublicRelease, PublicRow, RowVersion, Scene } from './types.ts';
import { count, filterWords } from './words.ts';

const HOUR = 3_600_000;

/** Milliseconds, from inclusive, to exclusive. */
export interface ReceiptInterval {
  readonly from: number;
  readonly to: number;
}

export const derivedDates: Attack = {
  id: 'derived-dates',
  title: 'Subtracts durations from the dates of the releases in which they first show',
  needs_truth: false,
  run(scene) {
    const findings: Finding[] = [];
    let durations = 0;
    let narrowest: number | null = null;
    for (const row of scene.rows) {
      const { first } = row;
      durations += shown(row).length;
      const found = receiptInterval(row, scene.view.releases, scene.time);
      const month = monthOf(first, scene.time);
      const days = (found.to - found.from) / (24 * HOUR);
      if (narrowest === null || days < narrowest) narrowest = days;
      if (found.from === month.from && found.to === month.to) continue;
      const { request } = row;
      if (request && (request.received_at < found.from || request.received_at >= found.to)) continue;
      findings.push({
        what: `a row of ${filterWords(first)}: received within ${days.toFixed(1)} days of that month`,
        isolates: 1,
      });
    }
    return {
      tried: `${count(durations)} durations of ${count(scene.rows.length)} rows in ${count(scene.view.releases.length)} releases`,
      findings,
      worst: narrowest === null ? 'no guarded rows' : `receipt within ${narrowest.toFixed(1)} days`,
    };
  },
};

function monthOf({ received_period }: RowVersion, time: LocalTime): ReceiptInterval {
  return { from: time.start(received_period).getTime(), to: time.end(received_period).getTime() };
}

const DURATIONS = ['first_response_hours', 'first_resolution_hours', 'closed_hours'] as const;

/** Each duration of a row, with the version in which it first shows and whether the row was there before. */
function shown(row: PublicRow): { hours: number; release: number; new_row: boolean }[] {
  return DURATIONS.flatMap((column) =>
    row.versions.flatMap((version, i) => {
      const before = row.versions[i - 1]?.[column];
      const hours = version[column];
      return hours === null || hours === before
        ? []
        : [{ hours, release: version.from_release, new_row: i === 0 }];
    }),
  );
}

/** Durations are rounded up to whole hours, from 48 on to whole days. */
const atLeast = (hours: number) => (hours <= 48 ? hours - 1 : hours - 24);

export function receiptInterval(
  row: PublicRow,
  releases: readonly PublicRelease[],
  time: LocalTime,
): ReceiptInterval {
  const month = monthOf(row.first, time);
  let { from, to } = month;
  for (const { hours, release, new_row } of shown(row)) {
    const index = releases.findIndex((one) => one.release === release);
    const [cutOff, before] = [releases[index]?.cut_off.getTime(), releases[index - 1]?.cut_off.getTime()];
    if (cutOff === undefined) continue;
    const [shortest, longest] = [atLeast(hours) * HOUR, hours * HOUR];
    const follow_up = cutOff - month.to;
    const in_time = shortest < follow_up || (hours === 0 && follow_up >= 0);
    const not_before = new_row || before === undefined || longest > before - month.to;
    if (in_time && not_before) continue;
    to = Math.min(to, cutOff - shortest);
    if (!new_row && before !== undefined) from = Math.max(from, before - longest);
  }
  return from < to ? { from, to } : month;
}

/** The rows whose receipt is narrower than their month. */
export function narrowed({ rows, view, time }: Scene): Map<PublicRow, ReceiptInterval> {
  const found = new Map<PublicRow, ReceiptInterval>();
  for (const row of rows) {
    const interval = receiptInterval(row, view.releases, time);
    const month = monthOf(row.first, time);
    if (interval.from !== month.from || interval.to !== month.to) found.set(row, interval);
  }
  return found;
}
