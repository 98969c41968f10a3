import { AGE_CLASSES } from './age-classes.ts';
import { sum } from './cell-counts.ts';
import { ALL_GROUPINGS, always, type CellStatistic, counted, followedFor } from './statistic.ts';

export const backlogAge: CellStatistic = {
  definition: {
    id: 'backlog_age',
    version: 1,
    unit: 'count',
    title: { en: 'Age of open reports', sw: 'Umri wa ripoti zilizo wazi' },
    description: {
      en: 'Open reports by the days that they have been waiting: 0–7, 8–14, 15–30, 31–60, 61–90, 91–180, 181–365, 366 and more.',
      sw: 'Ripoti zilizo wazi kwa siku ambazo zimesubiri: 0–7, 8–14, 15–30, 31–60, 61–90, 91–180, 181–365, 366 na zaidi.',
    },
    method: {
      en: 'Whole days from the end of the received period to the day of the cut-off: what is certain from the rows. A report published by the month has waited at least since the month ended; it may be up to a month older.',
      sw: 'Siku kamili kutoka mwisho wa kipindi cha kupokelewa hadi siku ya kufungwa kwa toleo: yaliyo hakika kutoka kwa mistari. Ripoti inayochapishwa kwa mwezi imesubiri angalau tangu mwezi ulipoisha; huenda imezidi kwa hadi mwezi mmoja.',
    },
    group_by: [...ALL_GROUPINGS],
  },
  source: 'cells',
  members: AGE_CLASSES,
  isRecorded: always,
  prepare:
    ({ counts, openByAge }) =>
    (cells, period_follow_up) => {
      const n = sum(counts.open, cells);
      const complete = followedFor(0, period_follow_up);
      return openByAge.map((open, i) => counted(sum(open, cells), n, complete, AGE_CLASSES[i] ?? null));
    },
};
