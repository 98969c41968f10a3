import { aalenJohansen } from './aalen-johansen.ts';
import { CAUSES, eventTables } from './cell-events.ts';
import type { Estimate } from './kaplan-meier.ts';
import { ALL_GROUPINGS, type CellStatistic, followedFor, records, withoutValue } from './statistic.ts';
import { DAYS } from './waiting-time.ts';

/** Named as the outcomes of rows are. */
const STATES = ['resolved', 'declined', 'merged', 'waiting'] as const;
const HOURS = DAYS.map((day) => day * 24);
const WAITING = CAUSES.resolution.length;

export const outcomesByDay: CellStatistic = {
  definition: {
    id: 'outcomes_by_day',
    version: 1,
    unit: 'share',
    title: {
      en: 'What became of reports within so many days',
      sw: 'Ripoti zilivyoishia ndani ya siku kadhaa',
    },
    description: {
      en: 'Shares of the reports that are resolved, declined, merged with another or still waiting 1, 2, 3, 7, … 365 days after receipt; together they are all reports.',
      sw: 'Sehemu za ripoti zilizotatuliwa, kukataliwa, kuunganishwa na nyingine au ambazo bado zinasubiri siku 1, 2, 3, 7, … 365 baada ya kupokelewa; kwa pamoja ni ripoti zote.',
    },
    method: {
      en: 'Aalen–Johansen: the ways in which a report can be closed compete, and none is counted as another. A report is followed from receipt for as long as passed between the end of its received period and the cut-off; those still waiting count until then. Interval: 95%, log–log scale.',
      sw: 'Aalen–Johansen: njia ambazo ripoti inaweza kufungwa hushindana, na hakuna inayohesabiwa kuwa nyingine. Ripoti hufuatiliwa tangu ilipopokelewa kwa muda uliopita kati ya mwisho wa kipindi cha kupokelewa na kufungwa kwa toleo; zinazosubiri huhesabiwa hadi hapo. Kadirio: 95%, kipimo cha log–log.',
    },
    group_by: [...ALL_GROUPINGS],
  },
  source: 'cells',
  members: STATES.flatMap((state) => DAYS.map((day) => `${state}:${day}`)),
  isRecorded: records('resolution'),
  prepare: (store) => {
    const tables = eventTables(store, 'resolution');
    return (cells, period_follow_up) => {
      const table = tables(cells);
      const censored = total(table.censored);
      const n = table.events.reduce((all, cause) => all + total(cause), censored);
      const incidences = aalenJohansen(table, HOURS);
      return STATES.flatMap((state, cause) =>
        DAYS.map((day, i) => {
          const member = `${state}:${day}`;
          const at = incidences[i];
          const share: Estimate | undefined = cause === WAITING ? at?.waiting : at?.causes[cause];
          if (share === undefined) return withoutValue(n === 0 ? 'no_requests' : 'too_early', n, member);
          return {
            member,
            value: share.value,
            more_than: null,
            n,
            censored,
            ci_low: share.low,
            ci_high: share.high,
            complete: followedFor(day * 24, period_follow_up),
            suppressed: null,
          };
        }),
      );
    };
  },
};

function total(counts: Float64Array): number {
  let all = 0;
  for (let i = 0; i < counts.length; i++) all += counts[i] ?? 0;
  return all;
}
