/** The portal's survival analysis agrees with R's package `survival`, and its shares with R's prop.test, to 1e-9. */
import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '../../../api/statistics/aalen-johansen.ts';
import { kaplanMeier, quantile, survivalAt } from '../../../api/statistics/kaplan-meier.ts';
import { wilson } from '../../../api/statistics/wilson.ts';
import { Differences, goldenGenerated } from '../../golden/survival/read-golden.ts';

const DAYS = [1, 2, 3, 7, 14, 30, 60, 90, 180, 365];
const { survival, shares } = goldenGenerated();
const at = (list: readonly number[], i: number) => list[i] ?? 0;

describe('survival analysis agrees with R', () => {
  it.each(survival.map((one) => [one.name, one] as const))('on %s', (_name, golden) => {
    const { times, resolved, declined, merged, censored } = golden.table;
    const curve = kaplanMeier({
      times,
      events: resolved,
      censored: times.map((_, i) => at(declined, i) + at(merged, i) + at(censored, i)),
    });
    const incidences = aalenJohansen(
      { times, events: [resolved, declined, merged], censored },
      DAYS.map((day) => day * 24),
    );
    const { kaplan_meier: km, aalen_johansen: aj } = golden;
    if (!('events' in km) || !('waiting' in aj)) {
      expect([curve.n, curve.last_time, incidences.every((one) => one === null)]).toEqual([0, null, true]);
      return;
    }
    const differences = new Differences();
    differences.compare('n', curve.n, km.n);
    differences.compare('events', curve.events, km.events);
    differences.compare('last time', curve.last_time, km.last);
    expect(curve.steps.map((step) => step.time)).toEqual(km.curve.time);
    for (const [i, time] of km.curve.time.entries()) {
      const estimate = survivalAt(curve, time);
      differences.compare(`S(${time})`, estimate?.value, km.curve.survival[i]);
      differences.compare(`lower S(${time})`, estimate?.low, km.curve.lower[i]);
      differences.compare(`upper S(${time})`, estimate?.high, km.curve.upper[i]);
    }
    for (const [i, day] of DAYS.entries()) {
      const estimate = survivalAt(curve, day * 24);
      differences.compare(`S at ${day} d`, estimate?.value, km.days.survival[i]);
      differences.compare(`lower at ${day} d`, estimate?.low, km.days.lower[i]);
      differences.compare(`upper at ${day} d`, estimate?.high, km.days.upper[i]);
      for (const [cause, name] of (['resolved', 'declined', 'merged', 'waiting'] as const).entries()) {
        const share = name === 'waiting' ? incidences[i]?.waiting : incidences[i]?.causes[cause];
        differences.compare(`${name} at ${day} d`, share?.value, aj[name].value[i]);
        // R takes a sum of shares that misses 1 by rounding for less than 1, and gives it the interval from 1 to 1.
        const isAll = (aj[name].value[i] ?? 0) > 1 - 1e-12;
        differences.compare(`lower ${name} at ${day} d`, share?.low, isAll ? null : aj[name].lower[i]);
        differences.compare(`upper ${name} at ${day} d`, share?.high, isAll ? null : aj[name].upper[i]);
      }
    }
    for (const [i, left] of [0.5, 0.1].entries()) {
      const ours = quantile(curve, left);
      differences.compare('quantile', inTheMiddle(ours.value, left, curve), km.quantile[i]);
      differences.compare('lower end of the quantile', ours.low, km.quantile_lower[i]);
      differences.compare('upper end of the quantile', ours.high, km.quantile_upper[i]);
    }
    expect(differences.above).toEqual([]);
    expect(differences.compared).toBeGreaterThanOrEqual(3);
  });

  it('but for a curve that is flat at the level itself: R gives the middle of the flat, here it is its beginning', () => {
    const flat = survival.find(({ name }) => name === 'flat at one half');
    if (!flat || !('events' in flat.kaplan_meier)) throw new Error('there is no such case');
    const { times, resolved, censored } = flat.table;
    expect(quantile(kaplanMeier({ times, events: resolved, censored }), 0.5).value).toBe(3);
    expect(flat.kaplan_meier.quantile[0]).toBe(3.5);
  });

  it.each(shares)('on the share $successes of $n', ({ successes, n, lower, upper }) => {
    const share = wilson(successes, n);
    const differences = new Differences();
    differences.compare('lower', share.low, lower);
    differences.compare('upper', share.high, upper);
    expect(differences.above).toEqual([]);
  });
});

/** R's quantile, from ours. */
function inTheMiddle(
  value: number | null,
  left: number,
  curve: ReturnType<typeof kaplanMeier>,
): number | null {
  const i = curve.steps.findIndex((step) => step.time === value);
  const step = curve.steps[i];
  if (value === null || step === undefined || Math.abs(step.survival - left) > 1e-8) return value;
  return (value + (curve.steps[i + 1]?.time ?? curve.last_time ?? value)) / 2;
}
