import { quantileStatistic } from './waiting-time.ts';

export const resolutionHoursMedian = quantileStatistic('resolution', 0.5, {
  id: 'resolution_hours_median',
  title: { en: 'Median time to resolution', sw: 'Muda wa kati hadi utatuzi' },
  description: {
    en: 'Half of the reports are resolved within this time.',
    sw: 'Nusu ya ripoti hutatuliwa ndani ya muda huu.',
  },
});
