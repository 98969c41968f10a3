/**
 * The account: what a release says that it received, published, withheld and has still to publish. Subtracting
 * one release's from the next tells how many guarded reports came between two cut-offs.
 *
 * In:     the scene; with the truth the people behind a difference are counted
 * Out:    a finding per stretch shorter than a month of which the accounts tell that fewer than k people made a
 *         guarded report in it; per account that does not add up, since what is left over is what is not told; and
 *         per account whose sensitive part is another than the published counts
 *
 * Where all are multiples of k, rounded down, a difference of d stands for any number from d - k + 1 to d + k - 1:
 * it never tells for certain that somebody reported and that fewer than k did.
 */
import { toldApart } from './told-apart.ts';
import type { Attack, Finding, PublicRelease, Scene } from './types.ts';
import { count, Least, people } from './words.ts';

export const account: Attack = {
  id: 'account',
  title: 'Subtracts the accounts of releases from each other',
  needs_truth: false,
  run(scene) {
    const { view, truth } = scene;
    const findings: Finding[] = [];
    const least = new Least();
    let stretches = 0;
    for (const release of view.releases) findings.push(...addsUp(release, scene));
    const rounded = view.releases.every((release) => freshOf(release) % view.k === 0);
    const months = Map.groupBy(view.releases, ({ cut_off }) => scene.time.month(cut_off));
    for (const [month, releases] of months) {
      const points = pointsOf(month, releases, scene);
      for (const [i, later] of points.entries())
        for (const earlier of points.slice(0, i)) {
          if (later.at <= earlier.at || (i === points.length - 1 && earlier === points[0] && later.over))
            continue;
          stretches++;
          const requests = later.fresh - earlier.fresh;
          if (requests <= 0 || rounded) continue;
          const isolates =
            truth === null ? requests : reportersBetween(earlier.at, later.at, requests, scene);
          least.see(isolates);
          if (isolates < view.k)
            findings.push({
              what: `pending at ${later.name} less ${earlier.name}: guarded reports of ${people(isolates, truth)} in ${((later.at - earlier.at) / 86_400_000).toFixed(0)} days`,
              isolates,
            });
        }
    }
    return {
      tried: `${count(view.releases.length)} accounts, ${count(stretches)} stretches of time between them`,
      findings,
      worst:
        least.value === null
          ? 'of no stretch shorter than a month the number is told'
          : `${people(least.value, truth)} in a stretch shorter than a month`,
    };
  },
};

/** Guarded reports of the month of the cut-off, as the account tells them. */
const freshOf = ({ accounted_for, held }: PublicRelease) => accounted_for.pending - (held ?? 0);

interface Point {
  readonly name: string;
  readonly at: number;
  /** guarded reports from the start of the month */
  readonly fresh: number;
  /** the month is over */
  readonly over: boolean;
}

/** What is told of a month at its start, at each release in it, and by the first release after it. */
function pointsOf(month: string, releases: readonly PublicRelease[], { view, time, rows }: Scene): Point[] {
  const last = releases.at(-1);
  const points = [
    { name: `the start of ${month}`, at: time.start(month).getTime(), fresh: 0, over: false },
    ...releases.map((one) => ({
      name: `release ${one.release}`,
      at: one.cut_off.getTime(),
      fresh: freshOf(one),
      over: false,
    })),
  ];
  const after = view.releases.find(({ release }) => last && release > last.release);
  if (!last || !after) return points;
  // What was held and is placed now leaves the held; what is held of this month joins them.
  const placed = rows.filter((row) => row.first.from_release === after.release);
  const fresh =
    placed.filter((row) => row.first.received_period <= month).length + (after.held ?? 0) - (last.held ?? 0);
  return [...points, { name: `the end of ${month}`, at: time.end(month).getTime(), fresh, over: true }];
}

function addsUp({ release, accounted_for: told }: PublicRelease, { view }: Scene): Finding[] {
  const withheld = Object.values(told.withheld).reduce((sum, n) => sum + n, 0);
  const rest = told.received - told.published - told.merged - withheld - (told.sensitive ?? 0) - told.pending;
  const counted = view.sensitive_counts
    .filter((one) => one.from_release <= release && (one.to_release === null || one.to_release > release))
    .reduce((sum, one) => sum + one.requests, 0);
  return [
    ...(rest === 0
      ? []
      : [{ what: `release ${release}: the account leaves ${count(rest)} over`, isolates: rest }]),
    ...(counted === (told.sensitive ?? 0)
      ? []
      : [
          { what: `release ${release}: the account has another number of sensitive reports`, isolates: null },
        ]),
  ];
}

/** People who made the guarded reports of a stretch; at most as many as the accounts tell of reports. */
function reportersBetween(from: number, to: number, requests: number, { truth }: Scene): number {
  const reporters = [...(truth?.requests.values() ?? [])]
    .filter(
      ({ tier, withheld, received_at }) =>
        tier === 'guarded' && !withheld && received_at >= from && received_at < to,
    )
    .map((request) => request.reporters);
  return reporters.length === 0 ? requests : toldApart(reporters, requests);
}
