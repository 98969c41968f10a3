/**
 * When releases are due.
 *
 * In:     the last release (null: none yet), when the first and the last request were received, the cadence, the
 *         time and its zone
 * Out:    the cut-offs that are due, in order. A portal that starts with a past gets one release per month of
 *         it, then the newest one of its cadence; where it was stopped on the way, it goes on with the next month.
 *         Later, the newest only: a missed one is not made up.
 */
import { type LocalTime, mondayOf, nextPeriod } from '../schema/local-time.ts';
import type { Cadence } from '../schema/published.ts';

export interface Activity {
  readonly first_received_at: Date;
  readonly last_received_at: Date;
}

export interface LastCut {
  readonly cut_off: Date;
  readonly published_at: Date;
  readonly cadence: Cadence;
}

/** `label`: the local day at whose first instant the release is cut. */
export interface CutOff {
  readonly label: string;
  readonly at: Date;
}

export function dueCutOffs(
  last: LastCut | null,
  activity: Activity | null,
  cadence: Cadence,
  now: Date,
  time: LocalTime,
): CutOff[] {
  const newest = cutOff(newestLabel(cadence, now, time), time);
  if (last !== null && newest.at <= last.cut_off) return [];
  if (last !== null && !isAmongThePast(last, time)) return [newest];
  if (activity === null) return [];
  const labels: string[] = [];
  const until = time.month(activity.last_received_at);
  for (let month = time.month(activity.first_received_at); month <= until; month = nextPeriod(month))
    labels.push(`${nextPeriod(month)}-01`);
  const past = labels.map((label) => cutOff(label, time)).filter((cut) => cut.at <= newest.at);
  const covered = past.at(-1)?.at.getTime() === newest.at.getTime();
  const any = newest.at > activity.first_received_at;
  const series = covered || !any ? past : [...past, newest];
  return last === null ? series : series.filter((cut) => cut.at > last.cut_off);
}

/** Whether newer cut-offs than this one were due when it was published: the releases of a past end with the newest. */
function isAmongThePast({ cut_off, published_at, cadence }: LastCut, time: LocalTime): boolean {
  return cut_off < cutOff(newestLabel(cadence, published_at, time), time).at;
}

function newestLabel(cadence: Cadence, now: Date, time: LocalTime): string {
  const today = time.day(now);
  return { day: today, week: mondayOf(today), month: `${today.slice(0, 7)}-01` }[cadence];
}

const cutOff = (label: string, time: LocalTime): CutOff => ({ label, at: time.start(label) });
