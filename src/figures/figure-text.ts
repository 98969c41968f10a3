/**
 * A figure in words, wherever it stands alone: its page, an embed, a citation, the preview of a link.
 *
 * In:     a loaded figure (or one of its numbers) and the page's language
 * Out:    title, what it is narrowed to, the number, and what it means in one sentence; a statistic without a
 *         sentence of its own is told by its description
 */
import type { Figure, StatisticDefinition } from '../../api/schemas/statistics.ts';
import { figurePage as en } from '../i18n/en/figure-page.ts';
import { sentences as enSentences } from '../i18n/en/figure-sentences.ts';
import { figures as enFigures } from '../i18n/en/figures.ts';
import { texts } from '../i18n/index.ts';
import { figurePage as sw } from '../i18n/sw/figure-page.ts';
import { sentences as swSentences } from '../i18n/sw/figure-sentences.ts';
import { figures as swFigures } from '../i18n/sw/figures.ts';
import type { PageContext } from '../page-context.ts';
import { memberText, scopeOf } from './figure-scope.ts';
import { figureWords, valueText } from './figure-words.ts';
import type { LoadedFigure } from './load-figure.ts';

export interface Sentence {
  /** with {value} and {member} where they stand */
  readonly text: string;
  readonly values: Readonly<Record<string, { readonly text: string }>>;
}

export interface FigureText {
  /** "Median time to first response" */
  readonly title: string;
  /** "Endo, Road damage, November 2026", or the jurisdiction */
  readonly scope: string;
  /** both, and which of its numbers */
  readonly heading: string;
  /** "43 hours", "more than 3 days", "too early to say"; null: the statistic has several and none was chosen */
  readonly number: string | null;
  readonly sentence: Sentence;
  /** "release 20 of 22 November 2026" */
  readonly release: string;
}

export function figureText(
  { definition, figure, key, dimensions, release }: Omit<LoadedFigure, 'kind' | 'newest' | 'all'>,
  page: PageContext,
): FigureText {
  const { lang, format, name, jurisdiction } = page;
  const t = texts(lang, { en: enFigures, sw: swFigures });
  const title = name(definition.title);
  const scope = scopeOf(key.filters, dimensions, page)
    .map(({ text }) => text)
    .join(', ');
  const member = key.member === null ? [] : [memberText(definition, key.member, page)];
  return {
    title,
    scope: scope || jurisdiction,
    heading: [title, ...member, scope || jurisdiction].join(', '),
    number: figure && numberText(figure, page),
    sentence: figure
      ? figureSentence(definition, figure, page)
      : { text: name(definition.description), values: {} },
    release: t.release(format.number(release.release), format.date(release.label)),
  };
}

export function numberText(figure: Figure, { lang, format }: Pick<PageContext, 'lang' | 'format'>): string {
  return figureWords(figure, { format, t: texts(lang, { en: enFigures, sw: swFigures }), ranked: 0 }).text;
}

export function figureSentence(
  definition: StatisticDefinition,
  figure: Figure,
  page: Pick<PageContext, 'lang' | 'format' | 'name'>,
): Sentence {
  const t = texts(page.lang, { en: enSentences, sw: swSentences });
  const without: Readonly<Record<string, string>> = t.without;
  const known = figure.value ?? figure.more_than;
  if (known === null)
    return { text: without[figure.suppressed ?? 'no_requests'] ?? t.without.no_requests, values: {} };
  const beyond: Readonly<Record<string, string>> = t.beyond;
  const said: Readonly<Record<string, string | ((count: number) => string)>> = t.said;
  const text = (figure.value === null ? beyond : said)[definition.id];
  if (text === undefined) return { text: page.name(definition.description), values: {} };
  const value = { text: valueText(figure.unit, known, page.format) };
  const member = { text: figure.member === null ? '' : memberText(definition, figure.member, page) };
  return { text: typeof text === 'string' ? text : text(known), values: { value, member } };
}

/** A sentence without marks, for where there are none: titles, citations, previews. */
export function plain({ text, values }: Sentence): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => values[name]?.text ?? mark);
}

/** 52.4 hours, 45.7%: as exactly as is of use; the JSON has every digit. */
export function exactText(
  unit: Figure['unit'],
  value: number,
  { format }: Pick<PageContext, 'lang' | 'format'>,
): string {
  if (unit === 'count') return format.number(value);
  return unit === 'share' ? format.exactShare(value) : format.exactHours(value);
}

/** By how much two values differ: 34, 3.2 hours, 2 percentage points. */
export function differenceText(
  unit: Figure['unit'],
  difference: number,
  page: Pick<PageContext, 'lang' | 'format'>,
): string {
  if (unit !== 'share') return exactText(unit, difference, page);
  const t = texts(page.lang, { en, sw });
  return t.later.points(page.format.number(Math.round(difference * 1000) / 10));
}
