import { curveStatistic } from './waiting-time.ts';

export const resolvedByDay = curveStatistic('resolution', {
  id: 'resolved_by_day',
  title: { en: 'Resolved within so many days', sw: 'Zilizotatuliwa ndani ya siku kadhaa' },
  description: {
    en: 'Share of the reports that are resolved 1, 2, 3, 7, … 365 days after receipt.',
    sw: 'Sehemu ya ripoti zilizotatuliwa siku 1, 2, 3, 7, … 365 baada ya kupokelewa.',
  },
});
