/**
 * Promised times and what came of them: a row per office, kind of report or place.
 *
 * In:     the page, which promise, what it is narrowed to, what the rows are
 * Out:    rows by name, each with its figure, what may be said of it, and how it stands beside the whole
 */

import type { Filters } from '../../api/schemas/common.ts';
import type { Service } from '../../api/schemas/dimensions.ts';
import type { Figure } from '../../api/schemas/statistics.ts';
import { localeOf } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { MEASURES } from './measures.ts';
import type { Dimensions } from './page-dimensions.ts';
import { type Comparison, compared, promiseVerdict, type Verdict } from './verdict.ts';

export const PROMISES = ['answered_in_time', 'resolved_in_time'] as const;
export type PromiseId = (typeof PROMISES)[number];

/** What the rows of a report are. */
export type By = 'agency' | 'service' | 'area';

export interface PromiseRow {
  readonly label: string;
  readonly href: string;
  /** of one kind of report; null: none was promised; left out where a row has several kinds */
  readonly promise?: { readonly days: number; readonly working: boolean } | null;
  readonly figure: Figure | undefined;
  /** open, without an answer, beyond the promise; of the promise of a first answer only */
  readonly over: Figure | undefined;
  readonly verdict: Verdict | 'by_month';
  /** null: nothing to stand beside */
  readonly beside: Comparison | null;
}

export interface PromiseTable {
  readonly id: PromiseId;
  readonly by: By;
  readonly rows: readonly PromiseRow[];
  readonly comparable: boolean;
}

const DAYS = { answered_in_time: 'first_response_days', resolved_in_time: 'resolution_days' } as const;

export function isPromised(services: readonly Service[], id: PromiseId): boolean {
  return services.some((service) => service.tier !== 'sensitive' && service[DAYS[id]] !== null);
}

export async function loadPromises(
  page: PageContext,
  id: PromiseId,
  { filters, by }: { readonly filters: Filters; readonly by: By },
  dimensions: Dimensions,
): Promise<PromiseTable> {
  const { api, jurisdiction } = page.portal;
  const grouped = async (statistic: string, narrowed: Filters) =>
    byCode((await api.statistics.get({ ...narrowed, id: statistic, group_by: by })).data, by);
  const { statistic } = MEASURES[id];
  // A kind of report in a ward stands beside the same kind in the whole county, all else beside its own whole.
  const sameKind = by === 'service' && filters.area !== undefined;
  const comparable = by !== 'service' || sameKind;
  const [figures, over, kinds, whole] = await Promise.all([
    grouped(statistic, filters),
    id === 'answered_in_time' ? grouped('unanswered_over_standard', filters) : undefined,
    sameKind ? grouped(statistic, {}) : undefined,
    comparable && !sameKind ? api.statistics.get({ ...filters, id: statistic }) : undefined,
  ]);
  const order = new Intl.Collator(localeOf(page.lang), { numeric: true });
  const rows = members(page, filters, by, dimensions)
    .filter(({ code }) => !sameKind || figures.has(code))
    .map(({ code, label, href, services }): PromiseRow => {
      const figure = figures.get(code);
      const [service] = services;
      const days = service?.[DAYS[id]];
      const verdict = promiseVerdict(figure, jurisdiction.ranked);
      return {
        label,
        href,
        ...(by === 'service' && service && { promise: promiseOf(service, days ?? null) }),
        figure,
        over: over?.get(code),
        verdict: verdict === 'none' && isPromised(services, id) ? 'by_month' : verdict,
        beside: comparable ? compared(figure, kinds?.get(code) ?? whole?.data[0], jurisdiction.ranked) : null,
      };
    })
    .toSorted((one, other) => order.compare(one.label, other.label));
  return { id, by, rows, comparable };
}

function promiseOf({ working_days }: Service, days: number | null): PromiseRow['promise'] {
  return days === null ? null : { days, working: working_days };
}

/** What may have a row, with the kinds of report whose promises it is measured by. */
function members(
  { path, name }: PageContext,
  filters: Filters,
  by: By,
  { areas, services, agencies }: Dimensions,
) {
  const shown = services.filter(
    ({ tier, service_code, agency_responsible }) =>
      tier !== 'sensitive' &&
      (filters.service === undefined || service_code === filters.service) &&
      (filters.agency === undefined || agency_responsible === filters.agency),
  );
  if (by === 'agency')
    return agencies.map(({ agency_code: code, names }) => ({
      code,
      label: name(names),
      href: path(`/performance/${code}`),
      services: shown.filter(({ agency_responsible }) => agency_responsible === code),
    }));
  if (by === 'service')
    return shown.map((service) => ({
      code: service.service_code,
      label: name(service.names),
      href: path(`/performance/service/${service.service_code}`),
      services: [service],
    }));
  const depth = Math.max(...areas.map((area) => area.depth));
  return areas
    .filter((area) => area.depth === depth)
    .map(({ area_code: code, names }) => ({
      code,
      label: name(names),
      href: path(`/performance/area/${code}`),
      services: shown,
    }));
}

function byCode(figures: readonly Figure[], by: By): ReadonlyMap<string, Figure> {
  const found = new Map<string, Figure>();
  for (const figure of figures) {
    const code = figure.filters[by];
    if (!figure.remainder && code !== undefined) found.set(code, figure);
  }
  return found;
}

/** How many rows are kept, missed, or leave it open; those without a promise or without reports are none of them. */
export function countVerdicts(rows: readonly PromiseRow[]) {
  const count = (...verdicts: readonly PromiseRow['verdict'][]) =>
    rows.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return { met: count('met'), missed: count('missed'), open: count('close', 'few', 'early') };
}
