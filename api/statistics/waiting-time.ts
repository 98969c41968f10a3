/**
 * What the statistics of waiting times have in common: quantiles and points of a Kaplan–Meier curve.
 *
 * In:     the life table of a group, in hours
 * Out:    figures with n, censored and 95 % interval; "more than" where follow-up ends before the quantile
 */
import type { Names } from '../../db/schema/names.ts';
import type { Measure } from '../../db/schema/published.ts';
import { eventTables } from './cell-events.ts';
import type { CellStore } from './cell-store.ts';
import { type Curve, kaplanMeier, quantile, survivalAt } from './kaplan-meier.ts';
import { ALL_GROUPINGS, type CellStatistic, followedFor, records, withoutValue } from './statistic.ts';

interface Texts {
  readonly id: string;
  readonly title: Names;
  readonly description: Names;
}

const METHOD: Names = {
  en: 'Kaplan–Meier. A report is followed from receipt for as long as passed between the end of its received period and the cut-off; those still waiting count until then. Interval: Greenwood, log–log scale.',
  sw: 'Kaplan–Meier. Ripoti hufuatiliwa tangu ilipopokelewa kwa muda uliopita kati ya mwisho wa kipindi cha kupokelewa na kufungwa kwa toleo; zinazosubiri huhesabiwa hadi hapo. Kadirio: Greenwood, kipimo cha log–log.',
};

const OTHER_OUTCOMES: Names = {
  en: ' Reports declined or merged are followed until then and are not counted as resolved.',
  sw: ' Ripoti zilizokataliwa au kuunganishwa hufuatiliwa hadi hapo, wala hazihesabiwi kuwa zimetatuliwa.',
};

function definition(texts: Texts, measure: Measure, unit: 'hours' | 'share') {
  const method =
    measure === 'first_response'
      ? { ...METHOD }
      : { en: `${METHOD.en}${OTHER_OUTCOMES.en}`, sw: `${METHOD.sw}${OTHER_OUTCOMES.sw}` };
  return {
    id: texts.id,
    version: 1,
    unit,
    title: { ...texts.title },
    description: { ...texts.description },
    method,
    group_by: [...ALL_GROUPINGS],
  };
}

/** The curve of each group. For `resolution`, being declined or merged ends follow-up when it happens. */
function curves(store: CellStore, measure: Measure): (cells: Uint32Array) => Curve {
  const tables = eventTables(store, measure);
  return (cells) => {
    const { times, events, censored } = tables(cells);
    const [own = new Float64Array(times.length), ...others] = events;
    for (const other of others)
      for (let i = 0; i < other.length; i++) censored[i] = (censored[i] ?? 0) + (other[i] ?? 0);
    return kaplanMeier({ times, events: own, censored });
  };
}

/** The time within which `share` of the reports have come to the event. */
export function quantileStatistic(measure: Measure, share: number, texts: Texts): CellStatistic {
  return {
    definition: definition(texts, measure, 'hours'),
    source: 'cells',
    members: [null],
    isRecorded: records(measure),
    prepare: (store) => {
      const curveOf = curves(store, measure);
      return (cells, period_follow_up) => {
        const curve = curveOf(cells);
        if (curve.last_time === null) return [withoutValue('no_requests', 0)];
        const { value, low, high } = quantile(curve, 1 - share);
        return [
          {
            member: null,
            value,
            more_than: value === null ? curve.last_time : null,
            n: curve.n,
            censored: curve.n - curve.events,
            ci_low: low,
            ci_high: high,
            complete: followedFor(value ?? Number.POSITIVE_INFINITY, period_follow_up),
            suppressed: null,
          },
        ];
      };
    },
  };
}

/** The days at which the curve is read. */
export const DAYS = [1, 2, 3, 7, 14, 30, 60, 90, 180, 365] as const;

/** The share of the reports that have come to the event by each of the days. */
export function curveStatistic(measure: Measure, texts: Texts): CellStatistic {
  return {
    definition: definition(texts, measure, 'share'),
    source: 'cells',
    members: DAYS.map(String),
    isRecorded: records(measure),
    prepare: (store) => {
      const curveOf = curves(store, measure);
      return (cells, period_follow_up) => {
        const curve = curveOf(cells);
        return DAYS.map((day) => {
          const waiting = survivalAt(curve, day * 24);
          if (waiting === null)
            return withoutValue(curve.n === 0 ? 'no_requests' : 'too_early', curve.n, String(day));
          return {
            member: String(day),
            value: 1 - waiting.value,
            more_than: null,
            n: curve.n,
            censored: curve.n - curve.events,
            ci_low: waiting.high === null ? null : 1 - waiting.high,
            ci_high: waiting.low === null ? null : 1 - waiting.low,
            complete: followedFor(day * 24, period_follow_up),
            suppressed: null,
          };
        });
      };
    },
  };
}
