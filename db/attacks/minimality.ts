/**
 * Minimality: a coarse cell tells that its rows fitted nowhere finer. Who knows the ladder crosses out, from the
 * wards and services that a coarse cell covers, those that have a finer cell of their own in the same release.
 *
 * In:     the scene
 * Out:    a finding per coarse cell that what is left narrows to fewer than k reporters, to places with fewer
 *         people than a published area may have, or, where two wards or services are left, to a row that is told
 *         more often than once in k
 * Source: Wong, Fu, Wang & Pei 2007, "Minimality attack in privacy preserving data publishing"
 */
import { outcomeAt } from './homogeneity.ts';
import { finestWithin, upward } from './places.ts';
import { toldApart } from './told-apart.ts';
import { largestCredence } from './two-sources.ts';
import type { AnonymitySet, Attack, Finding, PublicRow, Scene } from './types.ts';
import { count, filterWords, Least, people } from './words.ts';

const MANY = 1_000;

interface Source {
  readonly ward: string;
  readonly service: string;
}

export const minimality: Attack = {
  id: 'minimality',
  title: 'Crosses out, for a coarse cell, the wards and services that have a finer one',
  needs_truth: false,
  run(scene) {
    const { view, sets, truth } = scene;
    const within = finestWithin(view);
    const batches = Map.groupBy(sets, (set) => `${set.appeared} ${set.key.received_period}`);
    const findings: Finding[] = [];
    const [least, sources] = [new Least(), new Least()];
    let coarse = 0;
    for (const batch of batches.values())
      for (const set of batch) {
        const covered = coveredBy(set, within, scene);
        if (covered.length < 2) continue;
        coarse++;
        const left = covered.filter((source) => finest(source, batch, scene) === set);
        sources.see(left.length);
        const candidates = set.rows.filter((row) => !row.request || isFrom(row, left, within, scene));
        const isolates = toldApart(
          candidates.map((row) => row.reporters),
          MANY,
        );
        least.see(isolates);
        const found = narrowedTo(set, left, isolates, scene);
        if (found !== null) findings.push({ what: `${where(set)}: ${found}`, isolates });
      }
    return {
      tried: `${count(coarse)} coarse cells in ${count(batches.size)} months and releases`,
      findings,
      worst:
        least.value === null
          ? 'no coarse cells'
          : `${people(least.value, truth)} in a coarse cell, ${count(sources.value ?? 0)} wards and services left for one`,
    };
  },
};

function narrowedTo(
  set: AnonymitySet,
  left: readonly Source[],
  isolates: number,
  scene: Scene,
): string | null {
  const { view, truth } = scene;
  if (isolates < view.k)
    return `what is left narrows it to ${people(isolates, truth)} in ${count(left.length)} wards and services`;
  const wards = new Set(left.map((source) => source.ward));
  const populations = [...wards].map((ward) => view.areas.get(ward)?.population ?? null);
  const known = populations.flatMap((population) => (population === null ? [] : [population]));
  const living = known.reduce((sum, population) => sum + population, 0);
  if (wards.size > 0 && known.length === wards.size && living < view.area_population)
    return `what is left are ${count(wards.size)} wards with ${count(living)} people in all`;
  if (left.length === 2) {
    const outcomes = outcomesOf(set, scene);
    const largest = largestCredence(outcomes, view.k);
    if (largest > 1 / view.k + 1e-9)
      return `of two wards or services that are left, a row is told with a chance of ${largest.toFixed(2)}`;
  }
  return null;
}

/** How many rows had each outcome when they were placed, as far as it is known. */
function outcomesOf({ rows, appeared }: AnonymitySet, { view }: Scene): number[] {
  const at = view.releases.find(({ release }) => release === appeared)?.cut_off.getTime() ?? 0;
  const outcomes = Map.groupBy(rows, (row) =>
    row.request ? outcomeAt(row.request.events, at) : (row.versions.at(-1)?.outcome ?? ''),
  );
  return [...outcomes.values()].map((alike) => alike.length);
}

/** The wards and guarded services that a cell may speak of. */
function coveredBy(set: AnonymitySet, within: ReadonlyMap<string, string[]>, { view }: Scene): Source[] {
  const { area_code, service_code, service_group } = set.key;
  const services =
    service_code !== null
      ? [service_code]
      : [...view.services.values()]
          .filter(
            (service) =>
              service.tier === 'guarded' &&
              (service_group === null || service.service_group === service_group),
          )
          .map((service) => service.service_code);
  return (within.get(area_code) ?? [area_code]).flatMap((ward) =>
    services.map((service) => ({ ward, service })),
  );
}

/** The finest cell of the same month and release that a ward and service would be in. */
function finest(source: Source, batch: readonly AnonymitySet[], { view }: Scene): AnonymitySet | null {
  const group = view.services.get(source.service)?.service_group ?? null;
  const areas = upward(source.ward, view.areas);
  const kinds = [source.service, group, null];
  const root = areas.length - 1;
  let best: { set: AnonymitySet; step: number } | null = null;
  for (const set of batch) {
    const place = areas.indexOf(set.key.area_code);
    const { service_code, service_group } = set.key;
    const kind =
      service_code !== null
        ? service_code === kinds[0]
          ? 0
          : -1
        : service_group === group
          ? 1
          : service_group === null
            ? 2
            : -1;
    if (place < 0 || kind < 0) continue;
    // Service, then group at each level, the finest level first; nothing but the jurisdiction comes last.
    const step = kind === 2 ? 2 * root + 2 + (root - place) : 2 * place + kind;
    if (best === null || step < best.step) best = { set, step };
  }
  return best?.set ?? null;
}

function isFrom(
  { request }: PublicRow,
  left: readonly Source[],
  within: ReadonlyMap<string, readonly string[]>,
  { view }: Scene,
): boolean {
  if (!request) return true;
  // Nobody knows the ward of a report that came without one, so nothing crosses it out.
  const inside = within.get(request.area_code);
  if (inside === undefined || inside.length > 1) return true;
  // A single request of another service may have been raised; its service is known to the attacker as well.
  if (view.services.get(request.service_code)?.tier !== 'guarded') return true;
  return left.some(({ ward, service }) => ward === request.area_code && service === request.service_code);
}

const where = ({ appeared, key }: AnonymitySet) => `release ${appeared}: ${filterWords(key)}`;
