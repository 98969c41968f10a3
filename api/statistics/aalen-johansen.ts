/**
 * What becomes of those who wait, when there are several ways out and not all have been followed to the end.
 *
 * In:     a table: at each of the ascending times, events of each cause and ends of follow-up. At one time events come
 *         first. Times at which to read, in the same unit.
 * Out:    per time read: per cause the share that has left by it, and the share that still waits, each with a 95 %
 *         interval on the log–log scale; null after follow-up, unless nobody waits any more
 * Method: with one state to leave and the others final, the Aalen–Johansen estimate is Σ S(t−) d_j / n. Its variance
 *         is that of Dinse & Larson; since what happens at different times is uncorrelated given who is at risk, it is
 *         equal to the infinitesimal jackknife that R's survfit gives for several states.
 * Errors: none; an empty table gives null for every time
 * Source: Aalen & Johansen, Scand. J. Statist. 5 (1978) 141; Dinse & Larson, Biometrika 73 (1986) 379;
 *         R package `survival`, survfit with a factor as status and conf.type = "log-log"
 */
import { type Estimate, kaplanMeier, logLogBand, type Step } from './kaplan-meier.ts';

export interface CompetingTable {
  readonly times: ArrayLike<number>;
  /** one per cause */
  readonly events: readonly ArrayLike<number>[];
  readonly censored: ArrayLike<number>;
}

export interface Incidence {
  /** in the order of the causes */
  readonly causes: readonly Estimate[];
  readonly waiting: Estimate;
}

interface CauseStep extends Step {
  readonly at_risk: number;
  /** waiting just before */
  readonly before: number;
  readonly events: number;
  readonly cause_events: readonly number[];
  /** by the end of it */
  readonly left: readonly number[];
}

export function aalenJohansen(table: CompetingTable, read: readonly number[]): readonly (Incidence | null)[] {
  const { all, last_time } = causeSteps(table);
  return read.map((time) => {
    if (last_time === null) return null;
    const past = all.slice(0, all.findLastIndex((step) => step.time <= time) + 1);
    const last = past.at(-1);
    if (time > last_time && last?.survival !== 0) return null;
    if (last === undefined) {
      const none = (value: number): Estimate => ({ value, low: null, high: null });
      return { causes: table.events.map(() => none(0)), waiting: none(1) };
    }
    return {
      causes: last.left.map((value, cause) => ({
        value,
        ...logLogBand(value, variance(past, cause, value) / (value * value)),
      })),
      waiting: { value: last.survival, ...logLogBand(last.survival, last.greenwood) },
    };
  });
}

function causeSteps({ times, events, censored }: CompetingTable) {
  const any = Array.from(times, (_, i) => events.reduce((total, cause) => total + (cause[i] ?? 0), 0));
  const { n, last_time, steps } = kaplanMeier({ times, events: any, censored });
  const found: CauseStep[] = [];
  let left = events.map(() => 0);
  let before = 1;
  let at_risk = n;
  let next = 0;
  for (let i = 0; i < times.length; i++) {
    const step = steps[next];
    const d = any[i] ?? 0;
    if (step !== undefined && d > 0) {
      const cause_events = events.map((cause) => cause[i] ?? 0);
      left = left.map((share, cause) => share + (before * (cause_events[cause] ?? 0)) / at_risk);
      found.push({ ...step, at_risk, before, events: d, cause_events, left });
      before = step.survival;
      next++;
    }
    at_risk -= d + (censored[i] ?? 0);
  }
  return { all: found, last_time };
}

function variance(past: readonly CauseStep[], cause: number, value: number): number {
  let sum = 0;
  for (const { at_risk: n, before, events: d, cause_events, left } of past) {
    const own = cause_events[cause] ?? 0;
    const later = value - (left[cause] ?? 0);
    sum += (before * before * own * (n - own)) / n ** 3;
    if (d < n) sum += (later * later * d) / (n * (n - d));
    sum -= (2 * before * later * own) / (n * n);
  }
  return Math.max(0, sum);
}
