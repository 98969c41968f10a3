import { quantileStatistic } from './waiting-time.ts';

export const firstResponseHoursP90 = quantileStatistic('first_response', 0.9, {
  id: 'first_response_hours_p90',
  title: { en: 'Time to first response for 9 of 10', sw: 'Muda hadi jibu la kwanza kwa ripoti 9 kati ya 10' },
  description: {
    en: 'Nine of ten reports get a first public response within this time.',
    sw: 'Ripoti tisa kati ya kumi hupata jibu la kwanza la hadharani ndani ya muda huu.',
  },
});
