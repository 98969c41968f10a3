/** The kinds of request and their service standards, as they were at a release. */
import type { Dataset } from './dataset.ts';
import { describedColumn } from './described-column.ts';
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
    describedColumn(
      'service_code',
      { example: 'road-damage' },
      ['Service', 'Code of the service, as in the other datasets.'],
      ['Huduma', 'Msimbo wa huduma, kama katika seti nyingine.'],
    ),
    describedColumn(
      'service_group',
      { example: 'roads' },
      ['Group of services', 'Code of the group that it belongs to.'],
      ['Kundi la huduma', 'Msimbo wa kundi lake.'],
    ),
    ...namesColumns(
      'name',
      'names',
      { en: 'service', sw: 'huduma' },
      { en: 'Damaged road', sw: 'Barabara mbovu' },
    ),
    ...namesColumns(
      'group_name',
      'group_names',
      { en: 'group of services', sw: 'kundi la huduma' },
      { en: 'Roads and drains', sw: 'Barabara na mitaro' },
    ),
    describedColumn(
      'agency_responsible',
      { example: 'roads-transport' },
      ['Office responsible', 'Code of the office responsible; see the dataset agencies.'],
      ['Ofisi inayohusika', 'Msimbo wa ofisi inayohusika; tazama seti ya agencies.'],
    ),
    describedColumn(
      'tier',
      { example: 'open' },
      ['Tier', 'How precisely its requests are published.'],
      ['Daraja la uwazi', 'Undani wa kuchapishwa kwa ripoti zake.'],
    ),
    describedColumn(
      'first_response_days',
      { type: 'integer', unit: 'days', example: '3' },
      [
        'Days to the first response',
        'Service standard: days within which a first response is due.',
        'no standard.',
      ],
      [
        'Siku hadi jibu la kwanza',
        'Kiwango cha huduma: siku ambazo jibu la kwanza linapaswa kutolewa.',
        'hakuna kiwango.',
      ],
    ),
    describedColumn(
      'resolution_days',
      { type: 'integer', unit: 'days', example: '30' },
      ['Days to resolution', 'Service standard: days within which resolution is due.', 'no standard.'],
      ['Siku hadi utatuzi', 'Kiwango cha huduma: siku ambazo utatuzi unapaswa kufanyika.', 'hakuna kiwango.'],
    ),
    describedColumn(
      'working_days',
      { type: 'boolean', example: 'true' },
      ['Working days', 'Whether these are working days, weekends and holidays left out.'],
      ['Siku za kazi', 'Kama hizi ni siku za kazi, bila wikendi na sikukuu.'],
    ),
  ],
};
