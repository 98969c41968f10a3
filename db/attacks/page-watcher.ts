/**
 * Somebody who was given the link of a guarded report's page on its first day and has watched it ever since: which
 * row is it, and when was it received?
 *
 * In:     the scene, with the truth: what the page showed, and when, is what was true then; when a page of a guarded
 *         report turns
 * Out:    pages of released rows that were tried; those that leave fewer than k people to choose from; and those
 *         of which the day of receipt follows
 * Method: the watcher knows the week of receipt (the page told it before release) and the instants at which the
 *         page turned to being handled and to closed. A row of the same place and month fits when some receipt in
 *         that week agrees with all its durations. Shown durations are rounded up; one that is not shown yet is
 *         longer than the follow-up of the newest release.
 */
import { addDays, type LocalTime, mondayOf } from '../schema/local-time.ts';
import { toldApart } from './told-apart.ts';
import type { PublicRow, Scene, TrueEvent } from './types.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ANSWERS = new Set(['acknowledged', 'assigned', 'started', 'resolved', 'declined', 'merged']);
const CLOSING = new Set(['resolved', 'declined', 'merged']);

export interface Watched {
  readonly tried: number;
  readonly tied: number;
  readonly dated: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

export function watched({ sets, view, time }: Scene, turns: 'at once' | 'on Mondays'): Watched {
  const turned = (event: TrueEvent | undefined) => (event ? turnOf(event.at, turns, time) : null);
  const newest = view.releases.at(-1);
  const pages = new Set(view.pages.map((page) => page.code));
  let [tried, tied, dated] = [0, 0, 0];
  if (!newest) return { tried, tied, dated };
  // Not every source records when a request was first answered.
  const answers = view.versions.some((version) => version.first_response_hours !== null);
  for (const set of sets) {
    const month: Span = {
      from: time.start(set.key.received_period).getTime(),
      to: time.end(set.key.received_period).getTime(),
    };
    const follow_up = newest.cut_off.getTime() - month.to;
    for (const { request } of set.rows) {
      if (!request || !pages.has(request.code)) continue;
      tried++;
      // What was reopened may have been closed twice, and the row may tell of either time.
      const reopened = request.events.some((event) => event.kind === 'reopened');
      const answered = turned(request.events.find((event) => ANSWERS.has(event.kind)));
      const closed = turned(reopened ? undefined : closing(request.events));
      const fitting = set.rows.flatMap((row) => {
        const { first_response_hours = null, closed_hours = null } = row.versions.at(-1) ?? {};
        const receipt = receiptOf(
          cut(weekOf(request.received_at), month),
          [
            ...(answers ? [[first_response_hours, answered] as const] : []),
            ...(reopened ? [] : [[closed_hours, closed] as const]),
          ],
          follow_up,
        );
        return receipt === null ? [] : [{ row, receipt }];
      });
      if (fitting.length === 0) continue;
      if (
        toldApart(
          fitting.map(({ row }) => reportersOf(row)),
          view.k,
        ) >= view.k
      )
        continue;
      tied++;
      const from = Math.min(...fitting.map(({ receipt }) => receipt.from));
      const to = Math.max(...fitting.map(({ receipt }) => receipt.to));
      if (to - from <= DAY + HOUR) dated++;
    }
  }
  return { tried, tied, dated };
}

const reportersOf = (row: PublicRow) => row.reporters;

/** When the page turned for what happened at `at`: at some instant after `from`, and at the latest at `to`. */
function turnOf(at: number, turns: 'at once' | 'on Mondays', time: LocalTime): Span {
  if (turns === 'at once') return { from: at - 1, to: at };
  const monday = mondayOf(time.day(new Date(at)));
  return { from: time.start(monday).getTime(), to: time.start(addDays(monday, 7)).getTime() };
}

function closing(events: readonly TrueEvent[]): TrueEvent | undefined {
  const last = events.findLast((event) => CLOSING.has(event.kind) || event.kind === 'reopened');
  return last && CLOSING.has(last.kind) ? last : undefined;
}

/** Monday to Monday, near enough to local weeks for this purpose. */
function weekOf(at: number): Span {
  const days = Math.floor(at / DAY);
  const monday = days - ((days + 3) % 7);
  return { from: monday * DAY, to: (monday + 7) * DAY };
}

const cut = (a: Span, b: Span): Span => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });

/** The receipts that agree with what the row tells and the page showed; null: it is another row's page. */
function receiptOf(
  known: Span,
  told: readonly (readonly [hours: number | null, turned: Span | null])[],
  follow_up: number,
): Span | null {
  let { from, to } = known;
  for (const [hours, turned] of told) {
    if (hours === null && turned === null) continue;
    // The page has not turned, and the row tells of something that has happened.
    if (turned === null) return null;
    if (hours === null) to = Math.min(to, turned.to - follow_up + DAY);
    else {
      const shortest = hours <= 48 ? hours - 1 : hours - 24;
      from = Math.max(from, turned.from - hours * HOUR);
      to = Math.min(to, turned.to - shortest * HOUR + 1);
    }
  }
  return from < to ? { from, to } : null;
}
