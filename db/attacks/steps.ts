/**
 * The steps of requests, which are published with their days: of one that is guarded, sensitive or withheld they would
 * tell the day of receipt, and tie its row to its page.
 *
 * In:     the scene; of all published steps those that no open row covers, or whose page is not open
 * Out:    a finding per release and kind of request that has such steps
 */
import type { Attack, Finding, PublicStep, PublicView } from './types.ts';
import { count } from './words.ts';

export const steps: Attack = {
  id: 'steps',
  title: 'Looks among the published steps of open requests for those of others, which would tell their days',
  needs_truth: false,
  run({ view }) {
    const groups = Map.groupBy(view.stray_steps, (step) => `${step.from_release} ${ofWhat(step, view)}`);
    const findings = [...groups].map(([name, alike]): Finding => {
      const [release, ...what] = name.split(' ');
      const requests = new Set(alike.map((step) => step.code)).size;
      return {
        what: `release ${release}: ${count(alike.length)} steps with their days of ${count(requests)} requests ${what.join(' ')}`,
        isolates: requests,
      };
    });
    return {
      tried: `${count(view.steps)} steps`,
      findings,
      worst:
        findings.length === 0 ? 'all of them of open rows' : `${count(view.stray_steps.length)} of others`,
    };
  },
};

function ofWhat(step: PublicStep, { pages, versions }: PublicView): string {
  const page = pages.find(({ code }) => code === step.code);
  if (page) return `whose page is ${page.tier}`;
  const guarded = versions.some(
    (version) =>
      version.record_id === step.code && version.disclosure === 'guarded' && overlap(version, step),
  );
  return guarded ? 'that are guarded in it or later' : 'that have no row there';
}

const overlap = (a: Releases, b: Releases) =>
  (b.to_release === null || a.from_release < b.to_release) &&
  (a.to_release === null || b.from_release < a.to_release);
type Releases = Pick<PublicStep, 'from_release' | 'to_release'>;
