/**
 * The rollup behind every figure, tidy: one line per cell, measure and number of hours. A cell without any
 * event has one line with empty hours, since its requests are waiting and must be counted.
 */
import type { Dataset } from './dataset.ts';
import { describedColumn } from './described-column.ts';

const cellKey = [
  'received_period',
  'area_code',
  'service_code',
  'service_group',
  'agency_responsible',
  'disclosure',
  'measure',
] as const;

export const responseTimes: Dataset = {
  id: 'response_times',
  title: { en: 'Response times', sw: 'Muda wa kujibiwa' },
  description: {
    en: 'How many requests of each received period, area, service and office were answered, resolved, declined or merged after how many hours. Every figure of the portal is computed from these counts.',
    sw: 'Ripoti ngapi za kila kipindi, eneo, huduma na ofisi zilijibiwa, zilitatuliwa, zilikataliwa au ziliunganishwa baada ya saa ngapi. Kila takwimu ya tovuti hii hutokana na hesabu hizi.',
  },
  caveats: [
    {
      en: 'requests is repeated on every line of a cell: add it up once per cell and measure. What requests_at_hours leaves over was still waiting at the cut-off and belongs in every waiting-time figure.',
      sw: 'requests hurudiwa katika kila mstari wa kundi: ijumlishe mara moja kwa kila kundi na kipimo. Kinachobaki baada ya requests_at_hours kilikuwa bado kinasubiri na ni lazima kihesabiwe katika kila takwimu ya muda wa kusubiri.',
    },
    {
      en: 'first_response lines are there even where the source records no first response; the release says which measures it records.',
      sw: 'Mistari ya first_response ipo hata pale chanzo hakirekodi jibu la kwanza; toleo linasema ni vipimo vipi vinavyorekodiwa.',
    },
  ],
  source:
    'published.response_cell cell left join lateral unnest(cell.hours, cell.counts) as event (hours, requests) on true',
  order: `${cellKey.map((column) => `cell.${column}`).join(', ')}, event.hours`,
  key: [...cellKey, 'hours'],
  filters: false,
  columns: [
    describedColumn(
      'received_period',
      { type: 'period', example: '2026-11-22' },
      ['Received', 'Local day of receipt (2026-11-22) for open requests, month (2026-11) for guarded ones.'],
      ['Ilipokelewa', 'Siku ya kupokelewa (2026-11-22) kwa ripoti za open, mwezi (2026-11) kwa za guarded.'],
    ),
    describedColumn(
      'area_code',
      { example: '0744' },
      [
        'Area',
        'Code of the finest area at which the requests are published; areas above it are not added up here.',
      ],
      [
        'Eneo',
        'Msimbo wa eneo dogo zaidi ambapo ripoti zinachapishwa; maeneo ya juu yake hayajumlishwi hapa.',
      ],
    ),
    describedColumn(
      'service_code',
      { example: 'road-damage', sql: "nullif(service_code, '')" },
      ['Service', 'Code of the service.', 'only the group is published.'],
      ['Huduma', 'Msimbo wa huduma.', 'kundi pekee linapochapishwa.'],
    ),
    describedColumn(
      'service_group',
      { example: 'roads', sql: "nullif(service_group, '')" },
      ['Group of services', 'Code of the group of services.', 'not even the group is published.'],
      ['Kundi la huduma', 'Msimbo wa kundi la huduma.', 'hata kundi halichapishwi.'],
    ),
    describedColumn(
      'agency_responsible',
      { example: 'roads-transport', sql: "nullif(agency_responsible, '')" },
      ['Office responsible', 'Code of the office responsible.', 'it is not published.'],
      ['Ofisi inayohusika', 'Msimbo wa ofisi inayohusika.', 'haichapishwi.'],
    ),
    describedColumn(
      'disclosure',
      { example: 'open' },
      ['Disclosure', 'How precisely the requests are published.'],
      ['Kiwango cha uwazi', 'Undani wa kuchapishwa kwa ripoti.'],
    ),
    describedColumn(
      'measure',
      { example: 'first_response' },
      ['Measure', 'What the hours of the line are counted to.'],
      ['Kipimo', 'Saa za mstari zinahesabiwa hadi tukio gani.'],
    ),
    describedColumn(
      'requests',
      { type: 'integer', unit: 'requests', example: '3', sql: 'cell.requests' },
      [
        'Requests of the cell',
        'Requests in the cell, whether it happened to them or not; the same on every line of the cell.',
      ],
      [
        'Ripoti za kundi',
        'Ripoti zote za kundi, ziwe zilifikiwa na tukio au la; ni ile ile katika kila mstari wa kundi.',
      ],
    ),
    describedColumn(
      'hours',
      { type: 'integer', unit: 'hours', example: '26', sql: 'event.hours' },
      [
        'Hours',
        'Hours from receipt to the event, rounded up: whole hours to 48, then whole days.',
        'it happened to none.',
      ],
      [
        'Saa',
        'Saa tangu kupokelewa hadi tukio, kwa kuzidisha: saa kamili hadi 48, kisha siku kamili.',
        'halikutokea kwa yoyote.',
      ],
    ),
    describedColumn(
      'requests_at_hours',
      { type: 'integer', unit: 'requests', example: '1', sql: 'coalesce(event.requests, 0)' },
      ['Requests at these hours', 'Requests of the cell to which it happened after exactly these hours.'],
      ['Ripoti kwa saa hizi', 'Ripoti za kundi ambazo tukio lilizifikia baada ya saa hizi hasa.'],
    ),
  ],
};
