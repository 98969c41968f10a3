/**
 * The rollup behind every figure, tidy: one line per cell, measure and number of hours. A cell without any
 * event has one line with empty hours, since its requests are waiting and must be counted.
 */
import type { Dataset } from './dataset.ts';

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
    {
      name: 'received_period',
      type: 'period',
      unit: null,
      title: { en: 'Received', sw: 'Ilipokelewa' },
      description: {
        en: 'Local day of receipt (2026-11-22) for open requests, month (2026-11) for guarded ones.',
        sw: 'Siku ya kupokelewa (2026-11-22) kwa ripoti za open, mwezi (2026-11) kwa za guarded.',
      },
    },
    {
      name: 'area_code',
      type: 'string',
      unit: null,
      title: { en: 'Area', sw: 'Eneo' },
      description: {
        en: 'Code of the finest area at which the requests are published; areas above it are not added up here.',
        sw: 'Msimbo wa eneo dogo zaidi ambapo ripoti zinachapishwa; maeneo ya juu yake hayajumlishwi hapa.',
      },
    },
    {
      name: 'service_code',
      type: 'string',
      unit: null,
      title: { en: 'Service', sw: 'Huduma' },
      description: {
        en: 'Code of the service. Empty where only the group is published.',
        sw: 'Msimbo wa huduma. Huwa tupu pale kundi pekee linapochapishwa.',
      },
      sql: "nullif(service_code, '')",
    },
    {
      name: 'service_group',
      type: 'string',
      unit: null,
      title: { en: 'Group of services', sw: 'Kundi la huduma' },
      description: {
        en: 'Code of the group of services. Empty where not even the group is published.',
        sw: 'Msimbo wa kundi la huduma. Huwa tupu pale hata kundi halichapishwi.',
      },
      sql: "nullif(service_group, '')",
    },
    {
      name: 'agency_responsible',
      type: 'string',
      unit: null,
      title: { en: 'Office responsible', sw: 'Ofisi inayohusika' },
      description: {
        en: 'Code of the office responsible. Empty where it is not published.',
        sw: 'Msimbo wa ofisi inayohusika. Huwa tupu pale haichapishwi.',
      },
      sql: "nullif(agency_responsible, '')",
    },
    {
      name: 'disclosure',
      type: 'string',
      unit: null,
      title: { en: 'Disclosure', sw: 'Kiwango cha uwazi' },
      description: {
        en: 'How precisely the requests are published: open or guarded.',
        sw: 'Undani wa kuchapishwa kwa ripoti: open au guarded.',
      },
    },
    {
      name: 'measure',
      type: 'string',
      unit: null,
      title: { en: 'Measure', sw: 'Kipimo' },
      description: {
        en: 'What happened: first_response, resolution, declined or merged.',
        sw: 'Kilichotokea: first_response (jibu la kwanza), resolution (utatuzi), declined (kukataliwa) au merged (kuunganishwa).',
      },
    },
    {
      name: 'requests',
      type: 'integer',
      unit: 'requests',
      title: { en: 'Requests of the cell', sw: 'Ripoti za kundi' },
      description: {
        en: 'Requests in the cell, whether it happened to them or not; the same on every line of the cell.',
        sw: 'Ripoti zote za kundi, ziwe zilifikiwa na tukio au la; ni ile ile katika kila mstari wa kundi.',
      },
      sql: 'cell.requests',
    },
    {
      name: 'hours',
      type: 'integer',
      unit: 'hours',
      title: { en: 'Hours', sw: 'Saa' },
      description: {
        en: 'Hours from receipt to the event, rounded up: whole hours to 48, then whole days. Empty: it happened to none.',
        sw: 'Saa tangu kupokelewa hadi tukio, kwa kuzidisha: saa kamili hadi 48, kisha siku kamili. Tupu: halikutokea kwa yoyote.',
      },
      sql: 'event.hours',
    },
    {
      name: 'requests_at_hours',
      type: 'integer',
      unit: 'requests',
      title: { en: 'Requests at these hours', sw: 'Ripoti kwa saa hizi' },
      description: {
        en: 'Requests of the cell to which it happened after exactly these hours.',
        sw: 'Ripoti za kundi ambazo tukio lilizifikia baada ya saa hizi hasa.',
      },
      sql: 'coalesce(event.requests, 0)',
    },
  ],
};
