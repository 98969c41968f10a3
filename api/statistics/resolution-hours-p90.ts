import { quantileStatistic } from './waiting-time.ts';

export const resolutionHoursP90 = quantileStatistic('resolution', 0.9, {
  id: 'resolution_hours_p90',
  title: { en: 'Time to resolution for 9 of 10', sw: 'Muda hadi utatuzi kwa ripoti 9 kati ya 10' },
  description: {
    en: 'Nine of ten reports are resolved within this time.',
    sw: 'Ripoti tisa kati ya kumi hutatuliwa ndani ya muda huu.',
  },
});
