/**
 * The share that still waits after a time, when not all have been followed to the end.
 *
 * In:     a life table: at each of the ascending times, how many events and how many ends of follow-up.
 *         At one time events come first: whoever is censored then was still at risk.
 * Out:    the Kaplan–Meier curve with Greenwood's sum; from it the share at a time and quantiles, each with
 *         a 95 % interval on the log–log scale. Times in the unit that came in.
 * Errors: none; an empty table gives an empty curve
 * Source: Kaplan & Meier, JASA 53 (1958) 457; Greenwood 1926; Brookmeyer & Crowley, Biometrics 38 (1982) 29;
 *         R package `survival`, survfit with conf.type = "log-log"
 */
import { Z_95 } from './normal.ts';

export interface LifeTable {
  /** ascending */
  readonly times: ArrayLike<number>;
  readonly events: ArrayLike<number>;
  readonly censored: ArrayLike<number>;
}

export interface Curve {
  readonly n: number;
  readonly events: number;
  /** the largest time to which anyone was followed; null when there is nobody */
  readonly last_time: number | null;
  /** one step per time with an event, ascending */
  readonly steps: readonly Step[];
}

export interface Step {
  readonly time: number;
  readonly survival: number;
  /** Greenwood: Σ d / (n (n − d)), the variance of log survival; infinite once nobody is left */
  readonly greenwood: number;
}

export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface QuantileEstimate {
  /** null: the curve does not come down that far */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Products of fractions miss a level such as 0.5 by rounding; this much is the level itself. */
const ROUNDING = 1e-10;

export function kaplanMeier({ times, events, censored }: LifeTable): Curve {
  let n = 0;
  let last_time: number | null = null;
  for (let i = 0; i < times.length; i++) {
    const leaving = (events[i] ?? 0) + (censored[i] ?? 0);
    n += leaving;
    if (leaving > 0) last_time = times[i] ?? null;
  }
  const steps: Step[] = [];
  let atRisk = n;
  let total = 0;
  let survival = 1;
  let greenwood = 0;
  for (let i = 0; i < times.length; i++) {
    const d = events[i] ?? 0;
    if (d > 0) {
      survival *= (atRisk - d) / atRisk;
      greenwood += d / (atRisk * (atRisk - d));
      total += d;
      steps.push({ time: times[i] ?? 0, survival, greenwood });
    }
    atRisk -= d + (censored[i] ?? 0);
  }
  return { n, events: total, last_time, steps };
}

/** The last step at or before a time. */
function stepAt<S extends Step>(steps: readonly S[], time: number): S | undefined {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.time ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1];
}

/** The share that still waits at a time; null beyond follow-up, where the curve says nothing. */
export function survivalAt(curve: Curve, time: number): Estimate | null {
  if (curve.last_time === null) return null;
  const step = stepAt(curve.steps, time);
  if (time > curve.last_time && step?.survival !== 0) return null;
  if (step === undefined) return { value: 1, low: null, high: null };
  return { value: step.survival, ...logLogBand(step.survival, step.greenwood) };
}

/**
 * The smallest time at which no more than `share` still wait. Where the curve lies flat at exactly that share, R gives
 * the middle of the flat stretch; here it is its beginning, a time at which something happened.
 */
export function quantile(curve: Curve, share: number): QuantileEstimate {
  const level = share + ROUNDING;
  // S^e ≤ level, for S and level between 0 and 1, without a power at every step.
  const log = Math.log(level);
  const reaches = ({ survival, greenwood }: Step, side: 1 | -1) =>
    survival > 0 &&
    survival < 1 &&
    Math.exp((side * Z_95 * Math.sqrt(greenwood)) / -Math.log(survival)) * Math.log(survival) <= log;
  const first = (is: (step: Step) => boolean) => curve.steps.find(is)?.time ?? null;
  return {
    value: first((step) => step.survival <= level),
    low: first((step) => reaches(step, 1)),
    high: first((step) => step.survival <= level && reaches(step, -1)),
  };
}

/** Pointwise interval p^exp(±z·se) of a share, se that of log(−log p); undefined where the share is 0 or 1. */
export function logLogBand(
  share: number,
  /** of the share's logarithm */
  variance: number,
): { low: number | null; high: number | null } {
  // A sum of shares misses 1 by rounding.
  if (share <= 0 || share > 1 - 1e-12) return { low: null, high: null };
  const se = Math.sqrt(variance) / -Math.log(share);
  return { low: share ** Math.exp(Z_95 * se), high: share ** Math.exp(-Z_95 * se) };
}
