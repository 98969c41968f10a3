/**
 * The address of a figure: statistic, release and what it is narrowed to. Every number that a page shows links to
 * it, and it is what people cite, so that the same figure is always written the same way.
 *
 * In:     a figure of the API
 * Out:    `/figures/20/requests_open?area=emsoo`, without the language; the same figure as JSON
 */
import type { Filters } from '../../api/schemas/common.ts';
import type { Figure } from '../../api/schemas/statistics.ts';

/** Only what is published more coarsely than a grouping asks for. */
export interface Remainder {
  readonly by: 'area' | 'service' | 'group' | 'agency';
  readonly area_level?: string | undefined;
}

export interface FigureKey extends Pick<Figure, 'statistic' | 'release' | 'filters' | 'member'> {
  readonly coarser_than?: Remainder | undefined;
}

/** In the order in which parameters are written. */
const FILTERS = ['agency', 'area', 'group', 'period', 'service'] as const satisfies (keyof Filters)[];

export function figureQuery({ filters, member, coarser_than }: Omit<FigureKey, 'statistic' | 'release'>) {
  const query = new URLSearchParams();
  for (const name of FILTERS) if (filters[name] !== undefined) query.set(name, filters[name]);
  if (member !== null) query.set('member', member);
  if (coarser_than) query.set('remainder', coarser_than.by);
  if (coarser_than?.area_level) query.set('area_level', coarser_than.area_level);
  query.sort();
  return query;
}

export function figureAddress(key: FigureKey): string {
  return `/figures/${key.release}/${key.statistic}${asked(figureQuery(key))}`;
}

/** The API gives all numbers of a statistic at once, each with its `member`. */
export function figureJsonAddress(key: FigureKey): string {
  const query = figureQuery({ ...key, member: null });
  const by = query.get('remainder');
  query.delete('remainder');
  if (by !== null) query.set('group_by', by);
  query.set('release', String(key.release));
  query.sort();
  return `/api/v1/statistics/${key.statistic}?${query}`;
}

export function asked(query: URLSearchParams): string {
  return query.size === 0 ? '' : `?${query}`;
}

/** A number in a sentence or a table, with the way to its figure; none where no figure is known. */
export function numberLink(
  figure: FigureKey | undefined,
  text: string,
  path: (path: string) => string,
): { readonly text: string; readonly href?: string } {
  return figure ? { text, href: path(figureAddress(figure)) } : { text };
}
