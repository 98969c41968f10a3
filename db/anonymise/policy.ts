/**
 * What the anonymiser needs to know of a jurisdiction: made once of its pack, asked for every request.
 *
 * In:     the pack, with the areas in force
 * Out:    PublicationPolicy
 * Errors: RangeError for a service or area that the pack does not have: nothing is published by guess
 */
import type { Pack, PackArea, PackService } from '../jurisdictions/types.ts';
import { type LocalTime, localTime } from '../schema/local-time.ts';
import type { LadderStep, Measure, Policy } from '../schema/published.ts';
import { usualLadder } from './ladder.ts';

const POLICY_VERSION = '2';

export interface PublicationPolicy {
  readonly time: LocalTime;
  readonly root: PackArea;
  readonly holidays: { has(day: string): boolean };
  service(service_code: string): PackService;
  /** the area itself, or the first above it with enough people */
  publishedArea(area_code: string): PackArea;
  /** level → code of that area and those above it */
  areasOf(area_code: string): Readonly<Record<string, string>>;
  /** from the finest step down */
  readonly ladder: readonly LadderStep[];
  /** the office of all services of a group, null where they have several: it would tell the service */
  agencyOfGroup(service_group: string): string | null;
  /** whether the source records this waiting time */
  records(measure: Measure): boolean;
  /** what a release records of the policy it was cut under */
  readonly recorded: Policy;
}

export function publicationPolicy(pack: Pack, areas: readonly PackArea[] = pack.areas): PublicationPolicy {
  const services = new Map(pack.services.map((service) => [service.service_code, service]));
  const byCode = new Map(areas.map((area) => [area.area_code, area]));
  const root = areas.find((area) => area.parent_code === null);
  if (!root)
    throw new RangeError(
      'the jurisdiction has no area without a parent: one must be the jurisdiction itself',
    );
  const { k, area_population, sensitive_reporters, sensitive_rounding } = pack.thresholds;

  const published = new Map<string, PackArea>();
  const publishedArea = (area_code: string): PackArea => {
    const known = published.get(area_code);
    if (known) return known;
    const area = byCode.get(area_code);
    if (!area) throw new RangeError(`area ${area_code} is not in the jurisdiction pack`);
    const tooFew = area.population !== null && area.population < area_population && area.parent_code !== null;
    const found = tooFew && area.parent_code !== null ? publishedArea(area.parent_code) : area;
    published.set(area_code, found);
    return found;
  };

  const lineages = new Map<string, Readonly<Record<string, string>>>();
  const areasOf = (area_code: string): Readonly<Record<string, string>> => {
    const known = lineages.get(area_code);
    if (known) return known;
    const line: Record<string, string> = {};
    let area: PackArea | undefined = publishedArea(area_code);
    while (area !== undefined && !(area.level in line)) {
      line[area.level] = area.area_code;
      area = area.parent_code === null ? undefined : byCode.get(area.parent_code);
    }
    lineages.set(area_code, line);
    return line;
  };
  const ladder = pack.thresholds.ladder ?? usualLadder(pack.area_levels.map(({ level }) => level));

  const agencies = new Map<string, Set<string>>();
  for (const service of pack.services) {
    const of = agencies.get(service.service_group) ?? new Set();
    agencies.set(service.service_group, of.add(service.agency_responsible));
  }

  return {
    time: localTime(pack.time_zone),
    root,
    holidays: pack.holidays,
    service(service_code) {
      const service = services.get(service_code);
      if (!service) throw new RangeError(`service ${service_code} is not in the jurisdiction pack`);
      return service;
    },
    publishedArea,
    areasOf,
    ladder,
    agencyOfGroup(service_group) {
      const [only, ...others] = agencies.get(service_group) ?? [];
      return others.length === 0 ? (only ?? null) : null;
    },
    records: (measure) => pack.measures.includes(measure),
    recorded: {
      version: POLICY_VERSION,
      k,
      area_population,
      sensitive_reporters,
      sensitive_rounding,
      ladder,
    },
  };
}
