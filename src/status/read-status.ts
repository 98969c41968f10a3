/**
 * All that a status page shows of one request.
 *
 * In:     the API's answer about it, the context of the page
 * Out:    StatusView, in the page's language
 * Errors: Refusal (api/refusal.ts) when the data is away
 */
import type { PortalRequest } from '../../api/portal.ts';
import type { Area, Service } from '../../api/schemas/dimensions.ts';
import type { RequestLiveAnswer } from '../../api/schemas/requests.ts';
import type { PageContext } from '../page-context.ts';
import { localDay } from './calendar.ts';
import { comparisons } from './places.ts';
import { rememberByRelease } from './remember-by-release.ts';
import { type StatusSentences, statusSentences, type UsualIn } from './sentence.ts';
import { type StatusFacts, statusFacts } from './status-facts.ts';
import { type Usual, usual } from './usual.ts';

export interface StatusView {
  readonly answer: RequestLiveAnswer;
  readonly facts: StatusFacts;
  readonly sentences: StatusSentences;
  /** local day of today */
  readonly today: string;
  readonly kind: string | null;
  readonly area: Area | null;
  readonly office: { readonly code: string; readonly name: string } | null;
}

export interface Dimensions {
  readonly areas: readonly Area[];
  readonly services: readonly Service[];
  readonly agencies: readonly { agency_code: string; names: Record<string, string> }[];
  readonly first_response_recorded: boolean;
}

export async function readStatus(answer: RequestLiveAnswer, page: PageContext): Promise<StatusView> {
  const { portal, name } = page;
  const { detail } = answer;
  const today = localDay(portal.now, portal.jurisdiction.time_zone);
  // A report of which only the status is published takes no further look at anything.
  const known = detail === null || portal.release === null ? NOTHING_RELEASED : await dimensions(portal);
  const facts = statusFacts(answer, { today, first_response_recorded: known.first_response_recorded });
  const service = known.services.find((s) => s.service_code === detail?.service_code);
  const agency = known.agencies.find((a) => a.agency_code === detail?.agency_responsible);
  const group = groupName(detail?.service_group ?? null, known, name);
  const sentences = statusSentences(facts, {
    lang: page.lang,
    format: page.format,
    today,
    standard: service ?? null,
    usual: detail === null ? null : await usualFor(facts, detail, known, group, page),
  });
  return {
    answer,
    facts,
    sentences,
    today,
    kind: service ? name(service.names) : group,
    area: known.areas.find((area) => area.area_code === detail?.area_code) ?? null,
    office: agency ? { code: agency.agency_code, name: name(agency.names) } : null,
  };
}

const NOTHING_RELEASED: Dimensions = {
  areas: [],
  services: [],
  agencies: [],
  first_response_recorded: true,
};

const rememberDimensions = rememberByRelease<Dimensions>();
const rememberUsual = rememberByRelease<Usual | null>();

export function dimensions(portal: PortalRequest): Promise<Dimensions> {
  return rememberDimensions(portal, 'all', () => askDimensions(portal));
}

async function askDimensions({ api }: PortalRequest): Promise<Dimensions> {
  const [areas, services, agencies, release] = await Promise.all([
    api.areas.list({}),
    api.services.list({}),
    api.agencies.list({}),
    api.releases.get({}),
  ]);
  return {
    areas: areas.data,
    services: services.data,
    agencies: agencies.data,
    first_response_recorded: release.measures.includes('first_response'),
  };
}

export function groupName(
  service_group: string | null,
  { services }: Pick<Dimensions, 'services'>,
  name: PageContext['name'],
): string | null {
  const service = services.find((one) => one.service_group === service_group);
  return service ? name(service.group_names) : null;
}

async function usualFor(
  facts: StatusFacts,
  detail: NonNullable<RequestLiveAnswer['detail']>,
  { areas }: Dimensions,
  group: string | null,
  { portal, name }: PageContext,
): Promise<UsualIn | null> {
  const measure =
    facts.awaited === 'answer'
      ? 'first_response'
      : facts.awaited === 'solution' || facts.resolved !== null
        ? 'resolution'
        : null;
  if (measure === null || portal.release === null) return null;
  const id = measure === 'first_response' ? 'answered_by_day' : 'resolved_by_day';
  for (const { area, kind } of comparisons(areas, detail)) {
    const asked = { id, area: area.area_code, ...kind };
    const found = await rememberUsual(portal, JSON.stringify(asked), async () => {
      const { data } = await portal.api.statistics.get(asked);
      return usual(data, portal.jurisdiction.ranked);
    });
    if (found !== null)
      return { ...found, measure, place: name(area.names), group: 'group' in kind ? group : null };
  }
  return null;
}
