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

/** Sums over the steps so far, of one cause: its share, and the parts of which its variance is made at any later step. */
interface CauseSums {
  /** P, the share that has left */
  left: number;
  /** Σ S(t−)² d_j (n − d_j) / n³ */
  own: number;
  /** Σ S(t−) d_j / n², and the same weighted by P at the step */
  cross: number;
  cross_left: number;
  /** Σ P g and Σ P² g, where g is the step's part of Greenwood's sum */
  left_g: number;
  left_left_g: number;
}

/** `read`: ascending. */
export function aalenJohansen(table: CompetingTable, read: readonly number[]): readonly (Incidence | null)[] {
  const { times, events, censored } = table;
  const any = new Float64Array(times.length);
  for (const cause of events) for (let i = 0; i < any.length; i++) any[i] = (any[i] ?? 0) + (cause[i] ?? 0);
  const { n, last_time, steps } = kaplanMeier({ times, events: any, censored });
  const sums = events.map(
    (): CauseSums => ({ left: 0, own: 0, cross: 0, cross_left: 0, left_g: 0, left_left_g: 0 }),
  );
  let [at_risk, next, i, all_g] = [n, 0, 0, 0];
  let last: Step = { time: 0, survival: 1, greenwood: 0 };
  return read.map((time) => {
    for (; i < times.length && (times[i] ?? 0) <= time; i++) {
      const d = any[i] ?? 0;
      const step = d > 0 ? steps[next++] : undefined;
      if (step !== undefined) {
        const g = d < at_risk ? d / (at_risk * (at_risk - d)) : 0;
        for (const [cause, sum] of sums.entries())
          addStep(sum, events[cause]?.[i] ?? 0, at_risk, last.survival, g);
        all_g += g;
        last = step;
      }
      at_risk -= d + (censored[i] ?? 0);
    }
    if (last_time === null || (time > last_time && last.survival > 0)) return null;
    const { survival, greenwood } = last;
    return {
      causes: sums.map((sum) => ({
        value: sum.left,
        ...logLogBand(sum.left, variance(sum, all_g) / (sum.left * sum.left)),
      })),
      waiting: { value: survival, ...logLogBand(survival, greenwood) },
    };
  });
}

function addStep(sum: CauseSums, d: number, at_risk: number, before: number, g: number): void {
  const hazard = d / at_risk;
  sum.left += before * hazard;
  sum.own += (before * before * hazard * (1 - hazard)) / at_risk;
  sum.cross += (before * hazard) / at_risk;
  sum.cross_left += (before * hazard * sum.left) / at_risk;
  sum.left_g += sum.left * g;
  sum.left_left_g += sum.left * sum.left * g;
}

/** Σ [own + (P(t) − P)² g − 2 (P(t) − P) cross], multiplied out; once nobody is left, the last step adds nothing. */
function variance(sum: CauseSums, all_g: number): number {
  const { left, own, cross, cross_left, left_g, left_left_g } = sum;
  return Math.max(
    0,
    own + left * left * all_g - 2 * left * left_g + left_left_g - 2 * (left * cross - cross_left),
  );
}
