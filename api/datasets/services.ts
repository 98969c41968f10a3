/** The kinds of request and their service standards, as they were at a release. */
import type { Dataset } from './dataset.ts';
import { namesColumns } from './names-columns.ts';

export const services: Dataset = {
  id: 'services',
  title: { en: 'Services', sw: 'Huduma' },
  description: {
    en: 'The kinds of request, the office responsible for each, how precisely its requests are published, and the days within which they should be answered.',
    sw: 'Aina za ripoti, ofisi inayohusika na kila moja, undani wa kuchapishwa kwa ripoti zake, na siku ambazo zinapaswa kujibiwa.',
  },
  caveats: [
    {
      en: 'Standards are those at the cut-off of the release; a request keeps the due days that it was published with.',
      sw: 'Viwango ni vile vya wakati toleo lilipofungwa; ripoti hubaki na siku za mwisho ilizochapishwa nazo.',
    },
  ],
  source: 'published.service',
  order: 'position, service_code',
  key: ['service_code'],
  filters: false,
  columns: [
    {
      name: 'service_code',
      type: 'string',
      unit: null,
      title: { en: 'Service', sw: 'Huduma' },
      description: {
        en: 'Code of the service, as in the other datasets.',
        sw: 'Msimbo wa huduma, kama katika seti nyingine.',
      },
    },
    {
      name: 'service_group',
      type: 'string',
      unit: null,
      title: { en: 'Group of services', sw: 'Kundi la huduma' },
      description: { en: 'Code of the group that it belongs to.', sw: 'Msimbo wa kundi lake.' },
    },
    ...namesColumns('name', 'names', { en: 'service', sw: 'huduma' }),
    ...namesColumns('group_name', 'group_names', { en: 'group of services', sw: 'kundi la huduma' }),
    {
      name: 'agency_responsible',
      type: 'string',
      unit: null,
      title: { en: 'Office responsible', sw: 'Ofisi inayohusika' },
      description: {
        en: 'Code of the office responsible; see the dataset agencies.',
        sw: 'Msimbo wa ofisi inayohusika; tazama seti ya agencies.',
      },
    },
    {
      name: 'tier',
      type: 'string',
      unit: null,
      title: { en: 'Tier', sw: 'Daraja la uwazi' },
      description: {
        en: 'How its requests are published: open (rows by day and ward), guarded (coarser rows by month) or sensitive (rounded counts only).',
        sw: 'Namna ripoti zake zinavyochapishwa: open (kwa siku na wadi), guarded (kwa mwezi na kwa upana zaidi) au sensitive (hesabu zilizokadiriwa tu).',
      },
    },
    {
      name: 'first_response_days',
      type: 'integer',
      unit: 'days',
      title: { en: 'Days to the first response', sw: 'Siku hadi jibu la kwanza' },
      description: {
        en: 'Service standard: days within which a first response is due. Empty: no standard.',
        sw: 'Kiwango cha huduma: siku ambazo jibu la kwanza linapaswa kutolewa. Tupu: hakuna kiwango.',
      },
    },
    {
      name: 'resolution_days',
      type: 'integer',
      unit: 'days',
      title: { en: 'Days to resolution', sw: 'Siku hadi utatuzi' },
      description: {
        en: 'Service standard: days within which resolution is due. Empty: no standard.',
        sw: 'Kiwango cha huduma: siku ambazo utatuzi unapaswa kufanyika. Tupu: hakuna kiwango.',
      },
    },
    {
      name: 'working_days',
      type: 'boolean',
      unit: null,
      title: { en: 'Working days', sw: 'Siku za kazi' },
      description: {
        en: 'Whether these are working days, weekends and holidays left out.',
        sw: 'Kama hizi ni siku za kazi, bila wikendi na sikukuu.',
      },
    },
  ],
};
