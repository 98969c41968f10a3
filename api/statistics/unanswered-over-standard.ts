import { sum } from './cell-counts.ts';
import {
  ALL_GROUPINGS,
  type CellStatistic,
  counted,
  followedFor,
  records,
  withoutValue,
} from './statistic.ts';

export const unansweredOverStandard: CellStatistic = {
  definition: {
    id: 'unanswered_over_standard',
    version: 1,
    unit: 'count',
    title: { en: 'Unanswered past the standard', sw: 'Hazijajibiwa na kiwango kimepita' },
    description: {
      en: 'Open reports without any public response although the day by which their service should have answered is over.',
      sw: 'Ripoti zilizo wazi zisizo na jibu lolote la hadharani ingawa siku ambayo huduma yake ilipaswa kujibu imepita.',
    },
    method: {
      en: 'Counts the reports with outcome "waiting" whose due day for the first response was over at the cut-off. n: all reports whose due day was over. Reports published by the month have no due day and are not counted.',
      sw: 'Huhesabu ripoti zenye tokeo "waiting" ambazo siku yake ya mwisho ya jibu la kwanza ilikuwa imepita toleo lilipofungwa. n: ripoti zote ambazo siku hiyo ilikuwa imepita. Ripoti zinazochapishwa kwa mwezi hazina siku ya mwisho wala hazihesabiwi.',
    },
    group_by: [...ALL_GROUPINGS],
  },
  source: 'cells',
  members: [null],
  isRecorded: records('first_response'),
  prepare:
    ({ counts }) =>
    (cells, period_follow_up) => {
      const due = sum(counts.first_response_due, cells);
      if (due === 0 && sum(counts.requests, cells) > 0) return [withoutValue('no_standard', 0)];
      const n = sum(counts.first_response_covered, cells);
      const complete = period_follow_up === null || (followedFor(0, period_follow_up) && n === due);
      return [counted(sum(counts.unanswered_over, cells), n, complete)];
    },
};
