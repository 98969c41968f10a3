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

/** 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054;
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

/** The share that still waits at a time; null beyond follow-up, where the curve says nothing. */
export function survivalAt(curve: Curve, time: number): Estimate | null {
  if (curve.last_time === null) return null;
  const step = curve.steps.findLast((s) => s.time <= time);
  if (time > curve.last_time && step?.survival !== 0) return null;
  if (step === undefined) return { value: 1, low: null, high: null };
  return { value: step.survival, ...band(step) };
}

/** The smallest time at which no more than `share` still wait. */
export function quantile(curve: Curve, share: number): QuantileEstimate {
  const level = share + ROUNDING;
  const first = (reaches: (step: Step) => boolean) => curve.steps.find(reaches)?.time ?? null;
  return {
    value: first((step) => step.survival <= level),
    low: first((step) => (band(step).low ?? 1) <= level),
    high: first((step) => (band(step).high ?? 1) <= level),
  };
}

/** Pointwise interval S^exp(±z·se), se that of log(−log S); undefined where the curve is at 0. */
function band({ survival, greenwood }: Step): { low: number | null; high: number | null } {
  if (survival <= 0 || survival >= 1) return { low: null, high: null };
  const se = Math.sqrt(greenwood) / -Math.log(survival);
  return { low: survival ** Math.exp(Z * se), high: survival ** Math.exp(-Z * se) };
}
