import { shareStatistic } from './share.ts';
import { records } from './statistic.ts';

export const firstResponseWithinStandard = shareStatistic({
  texts: {
    id: 'first_response_within_standard',
    title: { en: 'First response within the standard', sw: 'Jibu la kwanza ndani ya kiwango' },
    description: {
      en: 'Share of the reports that had a first public response by the day that the standard of their service allows.',
      sw: 'Sehemu ya ripoti zilizopata jibu la kwanza la hadharani kufikia siku inayoruhusiwa na kiwango cha huduma yake.',
    },
    method: {
      en: 'Of the reports whose service has a standard and whose due day was over at the cut-off, answered or not, those answered by the end of that day. Reports published by the month have no due day and are not counted. Interval: Wilson, 95%.',
      sw: 'Kati ya ripoti ambazo huduma yake ina kiwango na siku yake ya mwisho ilikuwa imepita toleo lilipofungwa, zilizojibiwa au la, zile zilizojibiwa kabla ya siku hiyo kuisha. Ripoti zinazochapishwa kwa mwezi hazina siku ya mwisho wala hazihesabiwi. Kadirio: Wilson, 95%.',
    },
  },
  isRecorded: records('first_response'),
  counted: 'first_response_on_time',
  covered: 'first_response_covered',
  concerned: 'first_response_due',
  unconcerned: 'no_standard',
});
