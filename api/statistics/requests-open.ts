import { sum } from './cell-counts.ts';
import { ALL_GROUPINGS, always, type CellStatistic, counted, followedFor } from './statistic.ts';

export const requestsOpen: CellStatistic = {
  definition: {
    id: 'requests_open',
    version: 1,
    unit: 'count',
    title: { en: 'Reports still open', sw: 'Ripoti ambazo bado ziko wazi' },
    description: {
      en: 'Reports that were neither resolved nor declined nor merged when the release was cut off.',
      sw: 'Ripoti ambazo hazikuwa zimetatuliwa, kukataliwa wala kuunganishwa wakati toleo lilipofungwa.',
    },
    method: {
      en: 'Counts the rows of the release with status "open". A report that was reopened is open.',
      sw: 'Huhesabu mistari ya toleo yenye hali "open". Ripoti iliyofunguliwa tena iko wazi.',
    },
    group_by: [...ALL_GROUPINGS],
  },
  source: 'cells',
  members: [null],
  isRecorded: always,
  prepare:
    ({ counts }) =>
    (cells, period_follow_up) => {
      const n = sum(counts.requests, cells);
      return [counted(sum(counts.open, cells), n, followedFor(0, period_follow_up))];
    },
};
