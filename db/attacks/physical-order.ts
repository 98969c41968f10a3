/**
 * The order of rows on the disk, and what the server tells of itself, as a web process that was broken into could
 * read it.
 *
 * In:     the scene; places on the disk where the web role may read them; with the truth, when reports came
 * Out:    a finding when rows that came out together and changed together, or pages, lie in the order of receipt.
 *         (A row is written anew when it ends, which is public; and how long an answer takes may hang on the day of
 *         the month: that is no order on the disk.)
 * Method: Spearman's rank correlation of place and receipt, against its standard error 1/sqrt(n - 1)
 * Information: what the web role can read of the server beside the published tables
 */
import type { Attack, Finding, Scene } from './types.ts';
import { count } from './words.ts';

/** Standard errors beyond which an order is no accident: about 1 in 3.5 million. */
const NO_ACCIDENT = 5;
const ENOUGH = 20;

export const physicalOrder: Attack = {
  id: 'physical-order',
  title: 'Reads the order of receipt off the order in which rows lie on the disk, as the web role could',
  needs_truth: true,
  run(scene) {
    const findings: Finding[] = [];
    let tried = 0;
    let worst = { rho: 0, errors: 0 };
    for (const [name, points] of series(scene)) {
      if (points.length < ENOUGH) continue;
      tried += points.length;
      const rho = spearman(points);
      const errors = Math.abs(rho) * Math.sqrt(points.length - 1);
      if (errors > worst.errors) worst = { rho, errors };
      if (errors > NO_ACCIDENT)
        findings.push({
          what: `${name}: ${count(points.length)} lie on the disk in the order of receipt, correlation ${rho.toFixed(2)}`,
          isolates: null,
        });
    }
    return {
      tried: tried === 0 ? 'places on the disk cannot be read' : `${count(tried)} rows and pages`,
      findings,
      worst:
        tried === 0
          ? 'nothing to order by'
          : `correlation of place and receipt ${worst.rho.toFixed(2)}, ${worst.errors.toFixed(1)} standard errors`,
      information: scene.view.server_reads,
    };
  },
};

type Point = readonly [place: number, received_at: number];

function series({ rows, view, truth }: Scene): Map<string, Point[]> {
  const found = new Map<string, Point[]>();
  const add = (name: string, place: number | null, received_at: number | undefined) => {
    if (place === null || received_at === undefined) return;
    const points = found.get(name);
    if (points) points.push([place, received_at]);
    else found.set(name, [[place, received_at]]);
  };
  for (const { first, request } of rows)
    add(
      `guarded rows of ${first.received_period} from release ${first.from_release} ${first.to_release === null ? 'on' : `to ${first.to_release}`}`,
      first.place,
      request?.received_at,
    );
  for (const { code, tier, place } of view.pages)
    if (tier === 'sensitive' || tier === 'guarded')
      add(`${tier} status pages`, place, truth?.requests.get(code)?.received_at);
  return found;
}

function spearman(points: readonly Point[]): number {
  const [x, y] = [ranks(points.map(([place]) => place)), ranks(points.map(([, at]) => at))];
  const mean = (points.length - 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [i, a] of x.entries()) {
    const [dx, dy] = [a - mean, (y[i] ?? 0) - mean];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((value, i) => [value, i] as const).sort((a, b) => a[0] - b[0]);
  const found: number[] = [];
  for (const [rank, [, i]] of order.entries()) found[i] = rank;
  return found;
}
