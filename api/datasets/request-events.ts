/** What was done about each open request, as it was known at the cut-off of the release. */
import type { Dataset } from './dataset.ts';
import { describedColumn } from './described-column.ts';

export const requestEvents: Dataset = {
  id: 'request_events',
  title: { en: 'What was done', sw: 'Kilichofanyika' },
  description: {
    en: 'Every step in the history of an open request: when it was received, taken up, passed to an office, resolved, declined or reopened, with the note that the office published.',
    sw: 'Kila hatua katika historia ya ripoti ya open: ilipopokelewa, iliposhughulikiwa, ilipopelekwa kwa ofisi, ilipotatuliwa, ilipokataliwa au ilipofunguliwa tena, pamoja na maelezo ambayo ofisi ilichapisha.',
  },
  caveats: [
    {
      en: 'Only open requests are here. The steps of guarded ones would tell the day of receipt, and nothing of sensitive or withheld ones is published.',
      sw: 'Ni ripoti za open pekee. Hatua za zile za guarded zingeonyesha siku ya kupokelewa, na hakuna hatua ya ripoti nyeti au zilizozuiliwa inayochapishwa.',
    },
    {
      en: 'Notes are published once a second person has approved them, and can so appear in a later release than their step. Releases that were cut before steps were published have none.',
      sw: 'Maelezo huchapishwa mtu wa pili akiyaidhinisha, hivyo yanaweza kuonekana katika toleo la baadaye kuliko hatua yake. Matoleo ya kabla ya hatua kuanza kuchapishwa hayana hatua yoyote.',
    },
  ],
  source: 'published.request_event',
  order: 'service_request_id, position',
  key: ['service_request_id', 'position'],
  filters: false,
  columns: [
    describedColumn(
      'service_request_id',
      { example: 'K7Q-M2F-9XH4' },
      ['Code', 'Code of the request; see the dataset requests.'],
      ['Nambari', 'Nambari ya ripoti; tazama seti ya requests.'],
    ),
    describedColumn(
      'position',
      { type: 'integer', unit: 'steps', example: '2' },
      ['Step', 'Place of the step in the history of the request, from 1.'],
      ['Hatua', 'Nafasi ya hatua katika historia ya ripoti, kuanzia 1.'],
    ),
    describedColumn(
      'kind',
      { example: 'acknowledged' },
      ['What happened', 'Which step it was.'],
      ['Kilichotokea', 'Ilikuwa hatua gani.'],
    ),
    describedColumn(
      'day',
      { type: 'date', example: '2026-11-23' },
      ['Day', 'Local day of the step.'],
      ['Siku', 'Siku ya hatua, kwa saa za eneo.'],
    ),
    describedColumn(
      'agency_responsible',
      { example: 'roads-transport' },
      ['Office', 'Code of the office that took the step, or was given the request.', 'not recorded.'],
      ['Ofisi', 'Msimbo wa ofisi iliyochukua hatua, au iliyopewa ripoti.', 'haijarekodiwa.'],
    ),
    describedColumn(
      'note',
      { example: 'The grader comes on Tuesday.' },
      ['Note', 'What the office says of the step, approved for publication.', 'nothing.'],
      ['Maelezo', 'Ofisi inachosema kuhusu hatua, kilichoidhinishwa kuchapishwa.', 'hakuna.'],
    ),
  ],
};
