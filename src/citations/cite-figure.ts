/**
 * A loaded figure as a citation.
 *
 * In:     the page, the figure and its words
 * Out:    Citation; the value and its interval are part of the title, and invented data are called that
 */
import { figureAddress, figureQuery } from '../figures/figure-address.ts';
import { exactText, type FigureText } from '../figures/figure-text.ts';
import type { LoadedFigure } from '../figures/load-figure.ts';
import { figurePage as en } from '../i18n/en/figure-page.ts';
import { texts } from '../i18n/index.ts';
import { figurePage as sw } from '../i18n/sw/figure-page.ts';
import type { PageContext } from '../page-context.ts';
import type { Citation } from './citation.ts';

const PUBLISHER = 'Majibu';

export function citeFigure(page: PageContext, loaded: LoadedFigure, words: FigureText): Citation {
  const { lang, portal, jurisdiction, path, format } = page;
  const t = texts(lang, { en, sw });
  const { key, figure, release, definition } = loaded;
  const named = [words.title, ...(words.scope === jurisdiction ? [] : [words.scope])];
  const heading = key.member === null ? named.join(', ') : words.heading;
  const exact = (value: number) => exactText(definition.unit, value, page);
  const interval =
    figure?.ci_low == null
      ? []
      : [t.cite.interval(exact(figure.ci_low), figure.ci_high === null ? null : exact(figure.ci_high))];
  const size = figure ? [`n = ${format.number(figure.n)}`] : [];
  const beside = [...interval, ...size];
  const value = figure === null ? '' : `: ${words.number} (${beside.join('; ')})`;
  const invented = release.demonstration ? [t.cite.invented] : [];
  return {
    id: [portal.jurisdiction.id, release.release, definition.id, ...figureQuery(key).values()].join(':'),
    author: jurisdiction,
    title: `${heading}${value}`,
    date: release.label,
    version: [words.release, ...invented].join('; '),
    publisher: PUBLISHER,
    url: portal.public_url + path(figureAddress(key)),
    language: lang,
    licence: portal.jurisdiction.licence.name,
    kind: t.cite.untitled,
  };
}
