import { sum } from './cell-counts.ts';
import { ALL_GROUPINGS, always, type CellStatistic, counted, followedFor } from './statistic.ts';

export const requestsReceived: CellStatistic = {
  definition: {
    id: 'requests_received',
    version: 1,
    unit: 'count',
    title: { en: 'Reports received', sw: 'Ripoti zilizopokelewa' },
    description: {
      en: 'Published reports received, whatever became of them.',
      sw: 'Ripoti zilizochapishwa ambazo zilipokelewa, bila kujali zilivyoishia.',
    },
    method: {
      en: 'Counts the rows of the release, those merged into others included.',
      sw: 'Huhesabu mistari ya toleo, ikiwemo ya ripoti zilizounganishwa na nyingine.',
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
      return [counted(n, n, followedFor(0, period_follow_up))];
    },
};
