import { quantileStatistic } from './waiting-time.ts';

export const firstResponseHoursMedian = quantileStatistic('first_response', 0.5, {
  id: 'first_response_hours_median',
  title: { en: 'Median time to first response', sw: 'Muda wa kati hadi jibu la kwanza' },
  description: {
    en: 'Half of the reports get a first public response within this time.',
    sw: 'Nusu ya ripoti hupata jibu la kwanza la hadharani ndani ya muda huu.',
  },
});
