/**
 * One page of the list of released requests, with all that is needed to show it.
 *
 * In:     the query of the address, already checked; the context of the page
 * Out:    the list, or which parameters the API found wrong (an area that the release does not have)
 * Errors: those of the API, other than wrong parameters
 */
import type { Area, Service } from '../../api/schemas/dimensions.ts';
import type { Release } from '../../api/schemas/releases.ts';
import type { RequestFilters, RequestRow } from '../../api/schemas/requests.ts';
import { requests as en } from '../i18n/en/requests.ts';
import { texts } from '../i18n/index.ts';
import { requests as sw } from '../i18n/sw/requests.ts';
import type { PageContext } from '../page-context.ts';
import { refusalOf } from '../refusal.ts';
import { isParameter, type Parameter, type RequestQuery } from './request-query.ts';

export interface RequestListView {
  readonly kind: 'list';
  readonly query: RequestQuery;
  readonly answer: {
    readonly data: readonly RequestRow[];
    readonly next: string | null;
    readonly total: number;
    readonly release: number;
  };
  readonly release: Release;
  readonly areas: readonly Area[];
  readonly services: readonly Service[];
  readonly agencies: readonly { readonly agency_code: string; readonly names: Record<string, string> }[];
  /** what was chosen, in words */
  readonly chosen: readonly string[];
}

export type ReadList = RequestListView | { readonly kind: 'wrong'; readonly wrong: readonly Parameter[] };

export async function readList(query: RequestQuery, page: PageContext): Promise<ReadList> {
  const { api } = page.portal;
  try {
    const answer = await api.requests.list(query);
    const { release: number } = answer;
    const [release, areas, services, agencies] = await Promise.all([
      api.releases.get({ release: number }),
      api.areas.list({ release: number }),
      api.services.list({ release: number }),
      api.agencies.list({ release: number }),
    ]);
    const known = { areas: areas.data, services: services.data, agencies: agencies.data };
    return { kind: 'list', query, answer, release, ...known, chosen: chosenInWords(query, known, page) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.reason === 'bad_parameter')
      return { kind: 'wrong', wrong: refusal.problems.map((p) => p.parameter).filter(isParameter) };
    if (refusal?.reason === 'unknown_release') return { kind: 'wrong', wrong: ['release'] };
    throw error;
  }
}

/** What a list is narrowed to, in words. */
export function chosenInWords(
  query: RequestFilters & { readonly sort?: RequestQuery['sort'] },
  known: Pick<RequestListView, 'areas' | 'services' | 'agencies'>,
  { lang, format, name }: PageContext,
): string[] {
  const t = texts(lang, { en, sw });
  const area = known.areas.find((a) => a.area_code === query.area);
  const group = known.services.find((s) => s.service_group === query.group);
  const service = known.services.find((s) => s.service_code === query.service);
  const agency = known.agencies.find((a) => a.agency_code === query.agency);
  return [
    area && name(area.names),
    group && name(group.group_names),
    service && name(service.names),
    agency && name(agency.names),
    query.status && t.status[query.status],
    query.outcome && t.outcome[query.outcome],
    query.period && periodInWords(query.period, format.date),
    query.sort === '-waiting' ? t.sort['-waiting'] : undefined,
  ].filter((text) => text !== undefined);
}

function periodInWords(period: string, date: (period: string) => string): string {
  const [from = '', to] = period.split('..');
  const say = (text: string) => (text === '' ? '…' : date(text));
  return to === undefined ? say(from) : `${say(from)} – ${say(to)}`;
}
