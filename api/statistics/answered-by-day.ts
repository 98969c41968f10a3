import { curveStatistic } from './waiting-time.ts';

export const answeredByDay = curveStatistic('first_response', {
  id: 'answered_by_day',
  title: { en: 'Answered within so many days', sw: 'Zilizojibiwa ndani ya siku kadhaa' },
  description: {
    en: 'Share of the reports that have a first public response 1, 2, 3, 7, … 365 days after receipt.',
    sw: 'Sehemu ya ripoti zilizo na jibu la kwanza la hadharani siku 1, 2, 3, 7, … 365 baada ya kupokelewa.',
  },
});
