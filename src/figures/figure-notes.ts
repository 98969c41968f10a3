/**
 * What has to be said beside a number: on how many reports it rests, how sure it is, and what it leaves out.
 *
 * In:     a loaded figure, the page
 * Out:    whole sentences, none for a statistic of several numbers that none was chosen of
 */
import { figurePage as en } from '../i18n/en/figure-page.ts';
import { texts } from '../i18n/index.ts';
import { figurePage as sw } from '../i18n/sw/figure-page.ts';
import type { PageContext } from '../page-context.ts';
import { exactText } from './figure-text.ts';
import type { LoadedFigure } from './load-figure.ts';

export function figureNotes({ figure, key, release }: LoadedFigure, page: PageContext): string[] {
  const { lang, format, portal } = page;
  const t = texts(lang, { en, sw });
  const notes: string[] = [];
  if (figure && (figure.value ?? figure.more_than) !== null) {
    const { n, censored, ci_low, ci_high, unit } = figure;
    const { ranked } = portal.jurisdiction;
    const rests = [];
    if (unit !== 'count' || n !== figure.value) rests.push(t.n(n, format.number(n)));
    if (censored !== null) rests.push(t.censored(censored, format.number(censored)));
    if (unit !== 'count' && n < ranked) rests.push(t.few(format.number(ranked)));
    if (rests.length > 0) notes.push(rests.join(' '));
    const exact = (value: number) => exactText(unit, value, page);
    if (ci_low !== null)
      notes.push(
        ci_high === null ? t.interval_open(exact(ci_low)) : t.interval(exact(ci_low), exact(ci_high)),
      );
    if (unit === 'count') notes.push(t.counted);
    if (!figure.complete) notes.push(t.incomplete);
    if (figure.coarser) notes.push(t.coarser(figure.coarser, format.number(figure.coarser)));
  }
  if (key.coarser_than) notes.push(t.remainder);
  if (release.demonstration) notes.push(t.demonstration);
  return notes;
}
