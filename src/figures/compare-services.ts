/**
 * Kinds of report by group, for a table.
 *
 * In:     the page, the measures; filters; what is said of a kind that is published as part of its group only
 * Out:    per group a row of its own figures, then its published kinds by name and what is published without its
 *         kind, so that the rows add up; last what is published without its group; the kinds that are never
 *         published one by one; how many reports are published without their kind
 */
import type { Filters } from '../../api/schemas/common.ts';
import type { Service } from '../../api/schemas/dimensions.ts';
import { compare as en } from '../i18n/en/compare.ts';
import { localeOf, texts } from '../i18n/index.ts';
import { compare as sw } from '../i18n/sw/compare.ts';
import type { PageContext } from '../page-context.ts';
import type { TableRow } from './compare-areas.ts';
import { type FigureRow, figuresBy, figuresOf } from './load-figures.ts';
import { MEASURES, type MeasureId } from './measures.ts';

export async function compareServices(
  { portal, lang, path, name, jurisdiction }: PageContext,
  measures: readonly MeasureId[],
  { filters = {}, grouped }: { filters?: Pick<Filters, 'area' | 'agency'>; grouped: string },
) {
  const { api } = portal;
  const t = texts(lang, { en, sw });
  const [{ data: services }, byService, byGroup, withoutKind, whole] = await Promise.all([
    api.services.list({}),
    figuresBy(api, 'service', measures, filters),
    figuresBy(api, 'group', measures, filters),
    kindNotPublished(api, measures, filters),
    figuresOf(api, measures, filters),
  ]);
  const order = new Intl.Collator(localeOf(lang));
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
      ...restRow(t.rest_of_group, withoutKind.get(service_group), {
        filters: { ...filters, group: service_group },
        coarser_than: { by: 'service' },
      }),
    ];
  });
  const withoutGroup = restRow(t.rest_of_groups, byGroup.remainders.get(''), {
    filters,
    coarser_than: { by: 'group' },
  }).map((row) => ({ ...row, group: true }));
  return {
    rows: [{ label: jurisdiction, figures: whole, total: true }, ...groups, ...withoutGroup],
    sensitive: services.filter(({ tier }) => tier === 'sensitive').toSorted(byName),
    coarser: byService.coarser,
  };
}

/** By group, the figures of what is published without its kind. */
async function kindNotPublished(
  api: PageContext['portal']['api'],
  measures: readonly MeasureId[],
  filters: Filters,
): Promise<ReadonlyMap<string, FigureRow>> {
  const answers = await Promise.all(
    measures.map((id) =>
      api.statistics.get({ ...filters, id: MEASURES[id].statistic, group_by: 'service,group' }),
    ),
  );
  const rows = new Map<string, FigureRow>();
  for (const [i, { data }] of answers.entries()) {
    const id = measures[i];
    for (const figure of data) {
      const { group, service } = figure.filters;
      if (id !== undefined && figure.remainder && group !== undefined && service === undefined)
        rows.set(group, { ...rows.get(group), [id]: figure });
    }
  }
  return rows;
}

function restRow(
  label: string,
  figures: FigureRow | undefined,
  remainder: NonNullable<TableRow['remainder']>,
): TableRow[] {
  return figures ? [{ label, figures, remainder }] : [];
}
