/**
 * One figure that can be cited, and what the newest release says of it.
 *
 * In:     the portal of this HTTP request, release and statistic of the path, the parameters
 * Out:    the figures that the address names (all members, where it names none), definition, release, names;
 *         or why there are none: `nothing` published, `moved` to the number of the newest release,
 *         `no_release`, `no_statistic`, `wrong` parameters
 * Errors: those of the API that are no refusal of what was asked
 */
import type { PortalRequest } from '../../api/portal.ts';
import type { Release } from '../../api/schemas/releases.ts';
import type { Figure, StatisticDefinition } from '../../api/schemas/statistics.ts';
import { refusalOf } from '../refusal.ts';
import { readRelease } from '../releases/read-release.ts';
import { asked as askedText, type FigureKey, figureQuery } from './figure-address.ts';
import { type Dimensions, dimensions } from './page-dimensions.ts';
import { FIGURE_PARAMETERS, type FigureParameter, readFigureAddress } from './read-figure-address.ts';
import { sumOf } from './sum-of-figures.ts';

export interface LoadedFigure {
  readonly kind: 'figure';
  readonly key: FigureKey;
  readonly definition: StatisticDefinition;
  readonly release: Release;
  readonly dimensions: Dimensions;
  /** all numbers of the statistic, narrowed as asked */
  readonly all: readonly Figure[];
  /** the number asked for; null: the statistic has several and the address names none */
  readonly figure: Figure | null;
  readonly newest: {
    readonly release: Release;
    /** null: the newest release has no such figure */
    readonly all: readonly Figure[] | null;
  };
}

export type FigureAnswer =
  | LoadedFigure
  | { readonly kind: 'nothing' }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'no_release'; readonly statistic: string }
  | { readonly kind: 'no_statistic' }
  | { readonly kind: 'wrong'; readonly wrong: readonly (FigureParameter | 'unknown')[] };

export async function loadFigure(
  portal: PortalRequest,
  path: { readonly release: string; readonly statistic: string },
  query: URLSearchParams,
): Promise<FigureAnswer> {
  const { api } = portal;
  const definition = (await api.statistics.list()).data.find(({ id }) => id === path.statistic);
  if (!definition) return { kind: 'no_statistic' };
  const read = readFigureAddress(path, query);
  if (read.kind === 'wrong') return read;
  const { release: number, ...key } = read.asked;
  if (portal.release === null && portal.available) return { kind: 'nothing' };
  if (number === 'latest')
    return { kind: 'moved', to: `${portal.release}/${definition.id}${askedText(figureQuery(key))}` };
  const release = number === null ? null : await readRelease(portal, String(number));
  if (!release) return { kind: 'no_release', statistic: definition.id };
  const latest = release.release === portal.release ? release : await api.releases.get({ release: 'latest' });
  try {
    const [all, names] = await Promise.all([
      figuresAt(api, key, release.release),
      dimensions(api, release.release),
    ]);
    const newest = latest === release ? all : await figuresAt(api, key, latest.release).catch(noneOf);
    if (all.length === 0) return { kind: 'wrong', wrong: ['remainder'] };
    const figure = all.find(({ member }) => member === key.member) ?? null;
    if (figure === null && key.member !== null) return { kind: 'wrong', wrong: ['member'] };
    return {
      kind: 'figure',
      key: { ...key, release: release.release },
      definition,
      release,
      dimensions: names,
      all,
      figure,
      newest: { release: latest, all: newest },
    };
  } catch (error) {
    return { kind: 'wrong', wrong: wrongParameters(error) };
  }
}

async function figuresAt(
  api: PortalRequest['api'],
  { statistic, filters, coarser_than }: Omit<FigureKey, 'release'>,
  release: number,
): Promise<readonly Figure[]> {
  const { data } = await api.statistics.get({
    ...filters,
    id: statistic,
    release,
    ...(coarser_than && { group_by: coarser_than.by, area_level: coarser_than.area_level }),
  });
  if (!coarser_than) return data;
  const left = Map.groupBy(
    data.filter(({ remainder }) => remainder),
    ({ member }) => member,
  );
  // It can lie at several levels: counts add up, others have an address only where there is one level.
  return [...left.values()].flatMap(([first, ...more]) => {
    const found = first && more.length === 0 ? first : sumOf(first ? [first, ...more] : []);
    return found ? [{ ...found, filters }] : [];
  });
}

/** A code that the newest release no longer has: there is no such figure in it. */
function noneOf(error: unknown): null {
  if (refusalOf(error)?.reason === 'bad_parameter') return null;
  throw error;
}

function wrongParameters(error: unknown): (FigureParameter | 'unknown')[] {
  const refusal = refusalOf(error);
  if (refusal?.reason !== 'bad_parameter') throw error;
  return refusal.problems.map(({ parameter }) =>
    parameter === 'group_by'
      ? 'remainder'
      : (FIGURE_PARAMETERS.find((known) => known === parameter) ?? 'unknown'),
  );
}
