/**
 * A figure in words. There is no bare number: what is not known says why, what is not reached says "more than",
 * and what rests on few reports says on how many.
 *
 * In:     a figure of the API (or none), the language's format and texts, reports needed to be ranked
 * Out:    the words; whether the figure is firm enough to be ranked or coloured; a note that belongs beside it
 */
import type { Figure } from '../../api/schemas/statistics.ts';
import type { figures } from '../i18n/en/figures.ts';
import type { Format } from '../i18n/format.ts';

export interface FigureWords {
  readonly text: string;
  /** "only 7 reports", "95% interval …"; null: nothing to add */
  readonly note: string | null;
  readonly ranked: boolean;
}

export function valueText(unit: Figure['unit'], value: number, format: Format): string {
  if (unit === 'count') return format.number(value);
  return unit === 'share' ? format.share(value) : format.duration(value);
}

export function figureWords(
  figure: Figure | undefined,
  { format, t, ranked }: { format: Format; t: typeof figures; ranked: number },
): FigureWords {
  const none = (text: string): FigureWords => ({ text, note: null, ranked: false });
  if (!figure || figure.suppressed === 'no_requests') return none(t.no_requests);
  if (figure.suppressed === 'not_recorded') return none(t.not_recorded_short);
  if (figure.suppressed === 'too_few') return none(t.too_few(format.number(figure.n)));
  if (figure.suppressed === 'too_early') return none(t.too_early);
  if (figure.suppressed === 'no_standard') return none(t.no_standard);
  const known = figure.value ?? figure.more_than;
  if (known === null) return none(t.no_requests);
  const value = valueText(figure.unit, known, format);
  const enough = figure.unit === 'count' || figure.n >= ranked;
  return {
    text: figure.value === null ? t.more_than(value) : value,
    note: enough ? intervalText(figure, format, t) : t.from_few(figure.n, format.number(figure.n)),
    ranked: enough,
  };
}

function intervalText(figure: Figure, format: Format, t: typeof figures): string | null {
  if (figure.ci_low === null) return null;
  const low = valueText(figure.unit, figure.ci_low, format);
  if (figure.ci_high === null) return t.interval(t.at_least(low));
  return t.interval(t.between(low, valueText(figure.unit, figure.ci_high, format)));
}
