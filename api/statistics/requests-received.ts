import { ALL_GROUPINGS, type CellStatistic, counted, followedFor } from './statistic.ts';

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
      sw: 'Huhesabu safu za toleo, zikiwemo zilizounganishwa na nyingine.',
    },
    group_by: [...ALL_GROUPINGS],
  },
  source: 'cells',
  measure: null,
  members: [null],
  figures: (tally) => [counted(tally.n, tally.n, followedFor(0, tally))],
};
