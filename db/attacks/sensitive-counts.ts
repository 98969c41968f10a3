/**
 * Sensitive counts: below their threshold, unrounded, revised, or met in any row or cell.
 *
 * In:     the scene; with the truth the people behind each count are counted
 * Out:    a finding per count that is too small, not rounded or changed between releases, and per row or cell of a
 *         sensitive service
 */
import { quarterOf } from '../schema/local-time.ts';
import { toldApart } from './told-apart.ts';
import type { Attack, Finding, PublicSensitiveCount, Scene } from './types.ts';
import { count, Least } from './words.ts';

export const sensitiveCounts: Attack = {
  id: 'sensitive-counts',
  title:
    'Subtracts counts of sensitive reports between releases, and looks for one of them in rows and cells',
  needs_truth: false,
  run(scene) {
    const { view, truth } = scene;
    const findings: Finding[] = [];
    const [smallest, fewest] = [new Least(), new Least()];
    const cells = Map.groupBy(view.sensitive_counts, (one) => `${one.quarter} ${one.service_group}`);
    const settled = new Map<string, number>();
    for (const [name, counts] of cells) {
      const [first] = counts;
      if (!first) continue;
      if (counts.length > 1 || first.to_release !== null)
        findings.push({
          what: `${name}: the count was revised after release ${first.from_release}`,
          isolates: null,
        });
      const at = settled.get(first.quarter) ?? first.from_release;
      settled.set(first.quarter, at);
      if (at !== first.from_release)
        findings.push({
          what: `${name}: counted at release ${first.from_release}, others of the quarter at ${at}`,
          isolates: null,
        });
      for (const one of counts) {
        smallest.see(one.requests);
        if (one.requests % view.sensitive_rounding !== 0 || one.requests < view.sensitive_rounding)
          findings.push({ what: `${name}: ${count(one.requests)} is not rounded`, isolates: one.requests });
      }
      const people = truth === null ? null : reportersOf(first, scene);
      if (people === null) continue;
      fewest.see(people);
      if (people < view.sensitive_reporters)
        findings.push({ what: `${name}: counted for ${count(people)} reporters`, isolates: people });
    }
    for (const service of view.services.values()) {
      if (service.tier !== 'sensitive') continue;
      const rows = view.versions.filter((version) => version.service_code === service.service_code).length;
      const met = view.cells.filter((cell) => cell.service_code === service.service_code).length;
      if (rows + met > 0)
        findings.push({
          what: `service ${service.service_code} is sensitive and has ${count(rows)} rows and ${count(met)} cells`,
          isolates: null,
        });
    }
    return {
      tried: `${count(cells.size)} counts in ${count(view.releases.length)} releases`,
      findings,
      worst:
        smallest.value === null
          ? 'nothing counted'
          : `smallest count ${count(smallest.value)}${fewest.value === null ? '' : `, of ${count(fewest.value)} reporters`}`,
    };
  },
};

function reportersOf(cell: PublicSensitiveCount, { view, truth, time }: Scene): number {
  const reporters = [...(truth?.requests.values() ?? [])]
    .filter(
      (request) =>
        request.tier === 'sensitive' &&
        view.services.get(request.service_code)?.service_group === cell.service_group &&
        quarterOf(time.month(new Date(request.received_at))) === cell.quarter,
    )
    .map((request) => request.reporters);
  const known = new Set(reporters.flat());
  return known.size + toldApart(reporters.filter((one) => one.length === 0));
}
