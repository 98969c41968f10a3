/**
 * Every figure row by row, as `api/README.md` defines it, in plain code that shares nothing with the portal's:
 * quadratic, and sums where the portal has formulas.
 *
 * In:     rows, the follow-up and age of each, filters as a test of a row ("yes", "no", "maybe")
 * Out:    figures by statistic and member, without their address
 */
import type { MemberFigure } from '../../../api/statistics/statistic.ts';
import type { ReleasedRow } from '../../setup/cells-of-rows.ts';

export interface NaiveRow extends ReleasedRow {
  /** hours from the end of the received period to the cut-off */
  readonly follow_up: number;
  readonly age: number;
}

export interface NaiveQuestion {
  readonly rows: readonly NaiveRow[];
  /** every row of the release */
  readonly release: readonly NaiveRow[];
  /** null: of no period */
  readonly period_follow_up: number | null;
}

const Z = 1.959963984540054;
const DAYS = [1, 2, 3, 7, 14, 30, 60, 90, 180, 365];

export function naiveFigures(id: string, q: NaiveQuestion): MemberFigure[] {
  const complete = (hours: number) => q.period_follow_up === null || q.period_follow_up >= hours;
  const n = q.rows.length;
  switch (id) {
    case 'requests_received':
      return [count(n, n, complete(0))];
    case 'requests_open':
      return [count(q.rows.filter(isOpen).length, n, complete(0))];
    case 'first_response_hours_median':
      return [quantile(q.rows.map(firstResponse), 0.5, complete)];
    case 'first_response_hours_p90':
      return [quantile(q.rows.map(firstResponse), 0.1, complete)];
    case 'resolution_hours_median':
      return [quantile(q.rows.map(resolution), 0.5, complete)];
    case 'resolution_hours_p90':
      return [quantile(q.rows.map(resolution), 0.1, complete)];
    case 'answered_by_day':
      return curve(q.rows.map(firstResponse), complete);
    case 'resolved_by_day':
      return curve(q.rows.map(resolution), complete);
    case 'outcomes_by_day':
      return outcomes(q.rows.map(outcome), complete);
    case 'backlog_age':
      return backlog(q.rows.filter(isOpen), complete(0));
    case 'first_response_within_standard':
      return standard(
        q,
        (r) => r.first_response_due,
        (r) => r.first_response_on_time === true,
      );
    case 'resolution_within_standard':
      return standard(
        q,
        (r) => r.resolution_due,
        (r) => r.resolution_on_time === true,
      );
    case 'unanswered_over_standard':
      return unanswered(q);
    case 'reopened':
      return seen(
        q,
        q.release.some((r) => r.first_resolution_hours !== null && r.reopened),
        (r) => (r.first_resolution_hours === null ? null : r.first_resolution_hours + 720),
        (r) => r.reopened,
      );
    case 'confirmed':
    case 'disputed':
      return seen(
        q,
        q.release.some((r) => r.resolution_hours !== null && r.reporter_says !== null),
        (r) => r.resolution_hours,
        (r) => r.reporter_says === id,
      );
    default:
      throw new Error(`no definition of ${id}`);
  }
}

const isOpen = (row: NaiveRow) => row.status === 'open';

function count(value: number, n: number, complete: boolean, member: string | null = null): MemberFigure {
  return {
    member,
    value,
    more_than: null,
    n,
    censored: null,
    ci_low: null,
    ci_high: null,
    complete,
    suppressed: null,
  };
}

function none(
  suppressed: NonNullable<MemberFigure['suppressed']>,
  n: number,
  member: string | null = null,
): MemberFigure {
  return { ...count(0, n, false, member), value: null, suppressed };
}

/** `kind`: what happened at that time; null: nothing until then. */
interface Life {
  readonly time: number;
  readonly kind: string | null;
}

function life(row: NaiveRow, hours: number | null, kind: string | null): Life {
  const seenBy = hours !== null && hours <= row.follow_up;
  return { time: seenBy ? hours : Math.max(0, row.follow_up), kind: seenBy ? kind : null };
}
const firstResponse = (row: NaiveRow) => life(row, row.first_response_hours, 'event');
const resolution = (row: NaiveRow) =>
  life(row, row.closed_hours, row.outcome === 'resolved' ? 'event' : null);
const outcome = (row: NaiveRow) => life(row, row.closed_hours, row.outcome);

const eventTimes = (lives: readonly Life[]) =>
  [...new Set(lives.filter((l) => l.kind !== null).map((l) => l.time))].sort((a, b) => a - b);
const atRisk = (lives: readonly Life[], time: number) => lives.filter((l) => l.time >= time).length;
const eventsAt = (lives: readonly Life[], time: number) =>
  lives.filter((l) => l.kind !== null && l.time === time).length;

function survival(lives: readonly Life[], time: number) {
  let [share, greenwood] = [1, 0];
  for (const t of eventTimes(lives).filter((at) => at <= time)) {
    const [n, d] = [atRisk(lives, t), eventsAt(lives, t)];
    share *= 1 - d / n;
    greenwood += d / (n * (n - d));
  }
  return { share, ...band(share, greenwood * share * share) };
}

function band(share: number, variance: number): { low: number | null; high: number | null } {
  if (share <= 1e-12 || share >= 1 - 1e-12) return { low: null, high: null };
  const se = Math.sqrt(variance) / (share * -Math.log(share));
  return { low: share ** Math.exp(Z * se), high: share ** Math.exp(-Z * se) };
}

function quantile(lives: readonly Life[], left: number, complete: (hours: number) => boolean): MemberFigure {
  if (lives.length === 0) return none('no_requests', 0);
  const reached = (what: (at: ReturnType<typeof survival>) => number | null) =>
    eventTimes(lives).find((t) => (what(survival(lives, t)) ?? 2) <= left + 1e-10) ?? null;
  const value = reached((at) => at.share);
  return {
    ...count(0, lives.length, complete(value ?? Number.POSITIVE_INFINITY)),
    value,
    more_than: value === null ? Math.max(...lives.map((l) => l.time)) : null,
    censored: lives.filter((l) => l.kind === null).length,
    ci_low: reached((at) => at.low),
    ci_high: reached((at) => at.high),
  };
}

function curve(lives: readonly Life[], complete: (hours: number) => boolean): MemberFigure[] {
  return DAYS.map((day) => {
    const member = String(day);
    if (lives.length === 0) return none('no_requests', 0, member);
    const { share, low, high } = survival(lives, day * 24);
    if (share > 0 && lives.every((l) => l.time < day * 24)) return none('too_early', lives.length, member);
    return {
      ...count(1 - share, lives.length, complete(day * 24), member),
      censored: lives.filter((l) => l.kind === null).length,
      ci_low: high === null ? null : 1 - high,
      ci_high: low === null ? null : 1 - low,
    };
  });
}

function outcomes(lives: readonly Life[], complete: (hours: number) => boolean): MemberFigure[] {
  return ['resolved', 'declined', 'merged', 'waiting'].flatMap((state) =>
    DAYS.map((day) => {
      const member = `${state}:${day}`;
      if (lives.length === 0) return none('no_requests', 0, member);
      const { share, low, high } = occupation(lives, state, day * 24);
      const { share: waiting } = survival(lives, day * 24);
      if (waiting > 0 && lives.every((l) => l.time < day * 24))
        return none('too_early', lives.length, member);
      return {
        ...count(share, lives.length, complete(day * 24), member),
        censored: lives.filter((l) => l.kind === null).length,
        ci_low: low,
        ci_high: high,
      };
    }),
  );
}

/** The share in a state, and its infinitesimal jackknife: how far it moves with the weight of each one. */
function occupation(lives: readonly Life[], state: string, time: number) {
  let [waiting, share] = [1, 0];
  const moved = lives.map(() => ({ waiting: 0, share: 0 }));
  for (const t of eventTimes(lives).filter((at) => at <= time)) {
    const n = atRisk(lives, t);
    const any = eventsAt(lives, t) / n;
    const own = lives.filter((l) => l.kind === state && l.time === t).length / n;
    for (const [i, l] of lives.entries()) {
      const by = moved[i];
      if (!by) continue;
      const mine = (is: boolean, hazard: number) => (l.time >= t ? (Number(is) - hazard) / n : 0);
      by.share += by.waiting * own + waiting * mine(l.time === t && l.kind === state, own);
      by.waiting = by.waiting * (1 - any) - waiting * mine(l.time === t && l.kind !== null, any);
    }
    share += waiting * own;
    waiting *= 1 - any;
  }
  const isWaiting = state === 'waiting';
  const value = isWaiting ? waiting : share;
  const variance = moved.reduce((sum, by) => sum + (isWaiting ? by.waiting : by.share) ** 2, 0);
  return { share: value, ...band(value, variance) };
}

function backlog(open: readonly NaiveRow[], complete: boolean): MemberFigure[] {
  const classes = [
    [0, 7],
    [8, 14],
    [15, 30],
    [31, 60],
    [61, 90],
    [91, 180],
    [181, 365],
    [366, null],
  ] as const;
  return classes.map(([from, to]) => {
    const many = open.filter((r) => r.age >= from && (to === null || r.age <= to)).length;
    return count(many, open.length, complete, to === null ? `${from}+` : `${from}-${to}`);
  });
}

const dueHours = (row: NaiveRow, due: string) =>
  Math.max(0, (Date.parse(due) - Date.parse(row.received_period)) / 3_600_000);

/** `hours`: what must lie within follow-up; null: it does not concern the row. */
function share(
  q: NaiveQuestion,
  hours: (row: NaiveRow) => number | null,
  has: (row: NaiveRow) => boolean,
  unconcerned: 'no_standard' | 'too_early',
): MemberFigure {
  if (q.rows.length === 0) return none('no_requests', 0);
  const concerned = q.rows.filter((r) => hours(r) !== null);
  if (concerned.length === 0) return none(unconcerned, 0);
  const covered = concerned.filter((r) => (hours(r) ?? 0) <= r.follow_up);
  const n = covered.length;
  if (n === 0) return none('too_early', 0);
  const x = covered.filter(has).length;
  const p = x / n;
  // The ends solve (p − π)² = z² π (1 − π) / n.
  const [a, b, c] = [1 + (Z * Z) / n, -2 * p - (Z * Z) / n, p * p];
  const root = Math.sqrt(b * b - 4 * a * c);
  return {
    ...count(p, n, q.period_follow_up === null || (q.period_follow_up >= 0 && n === concerned.length)),
    ci_low: (-b - root) / (2 * a),
    ci_high: (-b + root) / (2 * a),
  };
}

function standard(
  q: NaiveQuestion,
  due: (row: NaiveRow) => string | null,
  onTime: (row: NaiveRow) => boolean,
): MemberFigure[] {
  const hours = (row: NaiveRow) => {
    const day = due(row);
    return day === null ? null : dueHours(row, day);
  };
  return [share(q, hours, onTime, 'no_standard')];
}

function seen(
  q: NaiveQuestion,
  recorded: boolean,
  hours: (row: NaiveRow) => number | null,
  has: (row: NaiveRow) => boolean,
): MemberFigure[] {
  return [recorded ? share(q, hours, has, 'too_early') : none('not_recorded', q.rows.length)];
}

function unanswered(q: NaiveQuestion): MemberFigure[] {
  const due = q.rows.filter((r) => r.first_response_due !== null);
  if (due.length === 0 && q.rows.length > 0) return [none('no_standard', 0)];
  const over = due.filter((r) => dueHours(r, r.first_response_due ?? '') <= r.follow_up);
  const complete = q.period_follow_up === null || (q.period_follow_up >= 0 && over.length === due.length);
  return [count(over.filter((r) => r.outcome === 'waiting').length, over.length, complete)];
}
