/** A county small enough to attack by hand: two sub-counties with two wards each, two guarded services of health. */
import { setScene } from '../../../db/attacks/scene.ts';
import type {
  Attack,
  GuardedCell,
  PublicRelease,
  PublicView,
  RowVersion,
  Scene,
  StatusPage,
  TrueEvent,
  TrueRequest,
} from '../../../db/attacks/types.ts';
import { localTime } from '../../../db/schema/local-time.ts';

export const TIME = localTime('Africa/Nairobi');
export const at = (local: string): number => Date.parse(`${local}:00+03:00`);

const area = (
  area_code: string,
  level: string,
  depth: number,
  parent_code: string | null,
  population = 20_000,
) => [area_code, { area_code, level, depth, parent_code, population }] as const;
const service = (service_code: string, service_group: string, tier: 'open' | 'guarded' | 'sensitive') =>
  [service_code, { service_code, service_group, tier }] as const;

export function release(number: number, day: string, more: Partial<PublicRelease> = {}): PublicRelease {
  return {
    release: number,
    label: day,
    cut_off: new Date(at(`${day}T00:00`)),
    accounted_for: { received: 0, published: 0, merged: 0, withheld: {}, sensitive: null, pending: 0 },
    held: 0,
    ...more,
  };
}

export const EMPTY: PublicView = {
  k: 5,
  demonstration: false,
  coarsest: 'any',
  area_population: 5_000,
  sensitive_reporters: 10,
  sensitive_rounding: 5,
  releases: [release(1, '2026-06-01'), release(2, '2026-07-01'), release(3, '2026-08-01')],
  areas: new Map([
    area('county', 'county', 0, null, 80_000),
    area('east', 'sub_county', 1, 'county', 40_000),
    area('west', 'sub_county', 1, 'county', 40_000),
    area('e1', 'ward', 2, 'east'),
    area('e2', 'ward', 2, 'east'),
    area('w1', 'ward', 2, 'west'),
    area('w2', 'ward', 2, 'west'),
  ]),
  services: new Map([
    service('clinic', 'health', 'guarded'),
    service('medicine', 'health', 'guarded'),
    service('corruption', 'protection', 'sensitive'),
  ]),
  versions: [],
  cells: [],
  sensitive_counts: [],
  pages: [],
  steps: 0,
  stray_steps: [],
  server_reads: [],
};

/** A row and the request behind it. */
export interface Made {
  readonly versions: readonly RowVersion[];
  readonly request: TrueRequest;
  readonly page: StatusPage;
}

export interface Making {
  /** as published */
  readonly area?: string;
  readonly service?: string | null;
  readonly group?: string | null;
  readonly release?: number;
  /** as it is */
  readonly ward?: string;
  readonly of?: string;
  readonly received?: string;
  readonly reporters?: readonly number[];
  readonly events?: readonly TrueEvent[];
  readonly versions?: readonly Partial<RowVersion>[];
  readonly page?: Partial<StatusPage>;
}

let made = 0;

/** A clinic report of ward e1 in May 2026, by a reporter of its own, every second one resolved in three days. */
export function row(making: Making = {}): Made {
  const n = ++made;
  const { area = 'e1', service = 'clinic', group = 'health', release = 1 } = making;
  const resolved = n % 2 === 0;
  const version: RowVersion = {
    record_id: `row-${n}`,
    disclosure: 'guarded',
    area_code: area,
    service_code: service,
    service_group: group,
    agency_responsible: group,
    received_period: (making.received ?? '2026-05-12').slice(0, 7),
    first_response_hours: null,
    first_resolution_hours: null,
    resolution_hours: null,
    closed_hours: null,
    status: 'open',
    outcome: 'waiting',
    reopened: false,
    reporter_says: null,
    reporters: '1',
    from_release: release,
    to_release: null,
    place: (n * 7_919) % 1_009,
  };
  const received_at = at(
    making.received?.includes('T') ? making.received : `${making.received ?? '2026-05-12'}T10:00`,
  );
  const day = 86_400_000;
  return {
    versions: (making.versions ?? [{}]).map((more) => ({ ...version, ...more })),
    request: {
      code: `code-${n}`,
      tier: 'guarded',
      withheld: false,
      area_code: making.ward ?? (area === 'east' || area === 'county' ? 'e1' : area),
      service_code: making.of ?? service ?? 'clinic',
      received_at,
      reporters: making.reporters ?? [1_000 + n],
      events: making.events ?? (resolved ? [{ kind: 'resolved', at: received_at + 3 * day }] : []),
    },
    page: {
      code: `code-${n}`,
      tier: 'guarded',
      status: 'received',
      released: false,
      place: (n * 104_729) % 1_013,
      detail: {
        area_code: area,
        service_code: service,
        service_group: group,
        agency_responsible: group,
        received_period: version.received_period,
        received_week: null,
        outcome: 'waiting',
        first_response_due: null,
        resolution_due: null,
        first_response_hours: null,
        resolution_hours: null,
        reporter_says: null,
        reporters: null,
        public_summary: null,
        merged_into: null,
        timeline: [],
      },
      ...making.page,
    },
  };
}

export const rows = (n: number, making: Making = {}): Made[] => Array.from({ length: n }, () => row(making));

export function scene(made: readonly Made[], view: Partial<PublicView> = {}, truth = true): Scene {
  return setScene(
    {
      ...EMPTY,
      versions: made.flatMap(({ versions }) => versions),
      pages: made.map(({ page }) => page),
      ...view,
    },
    truth
      ? {
          requests: new Map(made.map(({ request }) => [request.code, request])),
          code_of: new Map(made.map(({ versions, request }) => [versions[0]?.record_id ?? '', request.code])),
        }
      : null,
    TIME,
  );
}

/** The rollup cells that belong to the rows, as far as nothing of them is closed. */
export function cellsOf(made: readonly Made[]): GuardedCell[] {
  const first = made.flatMap(({ versions }) => versions.slice(0, 1));
  const keys = Map.groupBy(first, (one) => `${one.area_code} ${one.service_code} ${one.received_period}`);
  return [...keys.values()].flatMap((alike) =>
    (['first_response', 'resolution'] as const).map((measure) => ({
      received_period: alike[0]?.received_period ?? '',
      area_code: alike[0]?.area_code ?? '',
      service_code: alike[0]?.service_code ?? '',
      service_group: alike[0]?.service_group ?? '',
      agency_responsible: alike[0]?.agency_responsible ?? '',
      measure,
      requests: alike.length,
      hours: [],
      counts: [],
      from_release: 1,
      to_release: null,
    })),
  );
}

/** What an attack finds, and how many each finding isolates. */
export const found = (attack: Attack, where: Scene) =>
  attack.run(where).findings.map((finding) => finding.what);
export const isolated = (attack: Attack, where: Scene) =>
  attack.run(where).findings.map((finding) => finding.isolates);
