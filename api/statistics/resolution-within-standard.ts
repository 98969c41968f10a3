import { shareStatistic } from './share.ts';
import { records } from './statistic.ts';

export const resolutionWithinStandard = shareStatistic({
  texts: {
    id: 'resolution_within_standard',
    title: { en: 'Resolved within the standard', sw: 'Zilizotatuliwa ndani ya kiwango' },
    description: {
      en: 'Share of the reports that were resolved by the day that the standard of their service allows.',
      sw: 'Sehemu ya ripoti zilizotatuliwa kufikia siku inayoruhusiwa na kiwango cha huduma yake.',
    },
    method: {
      en: 'Of the reports whose service has a standard and whose due day was over at the cut-off, resolved or not, those resolved by the end of that day and not reopened since. Reports declined or merged count as not resolved. Reports published by the month have no due day and are not counted. Interval: Wilson, 95%.',
      sw: 'Kati ya ripoti ambazo huduma yake ina kiwango na siku yake ya mwisho ilikuwa imepita toleo lilipofungwa, zilizotatuliwa au la, zile zilizotatuliwa kabla ya siku hiyo kuisha na hazikufunguliwa tena. Zilizokataliwa au kuunganishwa huhesabiwa kuwa hazikutatuliwa. Ripoti zinazochapishwa kwa mwezi hazina siku ya mwisho wala hazihesabiwi. Kadirio: Wilson, 95%.',
    },
  },
  isRecorded: records('resolution'),
  counted: 'resolution_on_time',
  covered: 'resolution_covered',
  concerned: 'resolution_due',
  unconcerned: 'no_standard',
});
