/**
 * Kinds of report by group, for a table.
 *
 * In:     the page, the measures; filters; what is said of a kind that is published as part of its group only
 * Out:    per group a row of its own figures, then its published kinds by name; the kinds that are never
 *         published one by one; how many reports are published without their kind
 */
import type { Filters } from '../../api/schemas/common.ts';
import type { Service } from '../../api/schemas/dimensions.ts';
import type { PageContext } from '../page-context.ts';
import type { TableRow } from './compare-areas.ts';
import { figuresBy, figuresOf } from './load-figures.ts';
import type { MeasureId } from './measures.ts';

export async function compareServices(
  { portal, lang, path, name, jurisdiction }: PageContext,
  measures: readonly MeasureId[],
  { filters = {}, grouped }: { filters?: Pick<Filters, 'area' | 'agency'>; grouped: string },
) {
  const { api } = portal;
  const [{ data: services }, byService, byGroup, whole] = await Promise.all([
    api.services.list({}),
    figuresBy(api, 'service', measures, filters),
    figuresBy(api, 'group', measures, filters),
    figuresOf(api, measures, filters),
  ]);
  const order = new Intl.Collator(lang);
  const byName = (one: Service, other: Service) => order.compare(name(one.names), name(other.names));
  const groups = portal.jurisdiction.groups.flatMap(({ service_group, names }): TableRow[] => {
    const kinds = services.filter(
      (service) => service.service_group === service_group && service.tier !== 'sensitive',
    );
    const shown = kinds.filter(
      ({ service_code }) => filters.agency === undefined || byService.of.has(service_code),
    );
    const figures = byGroup.of.get(service_group);
    if (shown.length === 0 && !figures) return [];
    return [
      { label: name(names), figures, group: true },
      ...shown.toSorted(byName).map(({ service_code, names: kind, tier }) => ({
        label: name(kind),
        href: path(`/services/${service_code}`),
        figures: byService.of.get(service_code),
        ...(tier === 'guarded' && !byService.of.has(service_code) ? { instead: grouped } : {}),
      })),
    ];
  });
  return {
    rows: [{ label: jurisdiction, figures: whole, total: true }, ...groups],
    sensitive: services.filter(({ tier }) => tier === 'sensitive').toSorted(byName),
    coarser: byService.coarser,
  };
}
