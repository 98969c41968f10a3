/** Every published figure of a release, as it was when the release was cut. */
import type { Column, ColumnType, Dataset } from './dataset.ts';

/** Columns as the figures keep them: their type in PostgreSQL, and in the dictionary. */
const KINDS = {
  text: 'string',
  integer: 'integer',
  'double precision': 'number',
  boolean: 'boolean',
} as const;
type Kind = keyof typeof KINDS;
type Words = readonly [title: string, description: string];

function column(name: string, en: Words, sw: Words, kind: Kind = 'text', unit: string | null = null) {
  return { name, kind, unit, title: { en: en[0], sw: sw[0] }, description: { en: en[1], sw: sw[1] } };
}

const columns = [
  column(
    'statistic',
    ['Statistic', 'Id of the statistic; the page on method says how each is computed.'],
    ['Takwimu', 'Kitambulisho cha takwimu; ukurasa wa mbinu unaeleza jinsi kila moja inavyokokotolewa.'],
  ),
  column(
    'version',
    ['Version', 'Version of its definition: a change of method gets a new one.'],
    ['Toleo la maana', 'Toleo la maana yake: mbinu ikibadilika, hupata toleo jipya.'],
    'integer',
    'versions',
  ),
  column(
    'release',
    ['Release', 'Number of the release that the figure is of.'],
    ['Toleo', 'Nambari ya toleo la data ambalo takwimu inahusu.'],
    'integer',
    'releases',
  ),
  column(
    'group_by',
    [
      'Grouped by',
      'What the figure is one of: area, service, group, agency or period. Empty: of everything.',
    ],
    [
      'Imegawanywa kwa',
      'Takwimu ni moja ya zipi: area, service, group, agency au period. Tupu: ya ripoti zote.',
    ],
  ),
  column(
    'area_code',
    ['Area', 'Code of the area, all below it included. Empty: not narrowed.'],
    ['Eneo', 'Msimbo wa eneo, pamoja na yote yaliyo chini yake. Tupu: haijawekewa eneo.'],
  ),
  column(
    'service_code',
    ['Service', 'Code of the service. Empty: not narrowed.'],
    ['Huduma', 'Msimbo wa huduma. Tupu: haijawekewa huduma.'],
  ),
  column(
    'service_group',
    ['Group of services', 'Code of the group of services. Empty: not narrowed.'],
    ['Kundi la huduma', 'Msimbo wa kundi la huduma. Tupu: haijawekewa kundi.'],
  ),
  column(
    'agency_responsible',
    ['Office responsible', 'Code of the office responsible. Empty: not narrowed.'],
    ['Ofisi inayohusika', 'Msimbo wa ofisi inayohusika. Tupu: haijawekewa ofisi.'],
  ),
  column(
    'received_period',
    ['Received', 'Month of receipt (2026-11). Empty: not narrowed.'],
    ['Ilipokelewa', 'Mwezi wa kupokelewa (2026-11). Tupu: haijawekewa mwezi.'],
  ),
  column(
    'remainder',
    [
      'Remainder',
      'True: only requests published more coarsely than the grouping asks for, such as by county and not by ward.',
    ],
    [
      'Masalio',
      'true: ripoti zilizochapishwa kwa upana kuliko mgawanyo pekee, kama kwa kaunti na si kwa wadi.',
    ],
    'boolean',
  ),
  column(
    'member',
    [
      'Member',
      'For a statistic of several numbers, which: days, an age, an outcome by days. Empty: it has one.',
    ],
    [
      'Sehemu',
      'Kwa takwimu yenye nambari kadhaa, ni ipi: siku, umri, au matokeo kwa siku. Tupu: ina moja tu.',
    ],
  ),
  column(
    'unit',
    ['Unit', 'Unit of the value: count, hours or share.'],
    ['Kipimo', 'Kipimo cha thamani: count (idadi), hours (saa) au share (sehemu).'],
  ),
  column(
    'value',
    ['Value', 'The figure. Empty: not reached within follow-up (more_than says so), or suppressed.'],
    ['Thamani', 'Takwimu yenyewe. Tupu: haijafikiwa katika ufuatiliaji (tazama more_than), au imezuiwa.'],
    'double precision',
    'by column unit',
  ),
  column(
    'more_than',
    ['More than', 'Where the value is not reached within follow-up: it is more than this.'],
    ['Zaidi ya', 'Pale thamani haijafikiwa katika ufuatiliaji: ni zaidi ya hii.'],
    'double precision',
    'by column unit',
  ),
  column(
    'n',
    ['Requests', 'Number of requests that the figure speaks of.'],
    ['Ripoti', 'Idadi ya ripoti ambazo takwimu inahusu.'],
    'integer',
    'requests',
  ),
  column(
    'censored',
    ['Still waiting', 'Of these, those whose follow-up ended before the event. Empty: without meaning here.'],
    ['Bado zinasubiri', 'Kati ya hizo, ambazo ufuatiliaji uliisha kabla ya tukio. Tupu: haina maana hapa.'],
    'integer',
    'requests',
  ),
  column(
    'ci_low',
    ['Interval, from', 'Lower end of the 95 % interval. Empty: there is none.'],
    ['Kadirio, kuanzia', 'Mwanzo wa kadirio la asilimia 95. Tupu: hakuna.'],
    'double precision',
    'by column unit',
  ),
  column(
    'ci_high',
    ['Interval, to', 'Upper end of the 95 % interval. Empty: there is none, or it is not reached.'],
    ['Kadirio, hadi', 'Mwisho wa kadirio la asilimia 95. Tupu: hakuna, au haujafikiwa.'],
    'double precision',
    'by column unit',
  ),
  column(
    'complete',
    ['Complete', 'False: the period has not been followed for as long as the figure says.'],
    ['Kamili', 'false: kipindi hakijafuatiliwa kwa muda ambao takwimu inasema.'],
    'boolean',
  ),
  column(
    'suppressed',
    [
      'Why suppressed',
      'Why there is no value: not_recorded, no_requests, no_standard, too_few or too_early. Empty: there is.',
    ],
    [
      'Sababu ya kuzuiwa',
      'Kwa nini hakuna thamani: not_recorded, no_requests, no_standard, too_few au too_early. Tupu: ipo.',
    ],
  ),
  column(
    'coarser',
    [
      'Known only more coarsely',
      'Requests more that are published too coarsely to tell whether they belong here. Empty: not narrowed.',
    ],
    [
      'Zinazojulikana kwa upana tu',
      'Ripoti nyingine zilizochapishwa kwa upana mno kujua kama ni za hapa. Tupu: haijawekewa mipaka.',
    ],
    'integer',
    'requests',
  ),
] as const;

const recordset = columns.map(({ name, kind }) => `${name} ${kind}`).join(', ');

export const statisticFigures: Dataset = {
  id: 'statistics',
  title: { en: 'Statistics', sw: 'Takwimu' },
  description: {
    en: 'Every published figure of the release: each statistic whole, by area at every level, by service, by group of services, by office and by month of receipt, with its interval and the number of requests behind it.',
    sw: 'Kila takwimu iliyochapishwa ya toleo: kila moja kwa jumla, kwa eneo katika kila ngazi, kwa huduma, kwa kundi la huduma, kwa ofisi na kwa mwezi wa kupokelewa, pamoja na kadirio lake na idadi ya ripoti.',
  },
  caveats: [
    {
      en: 'All of it can be recomputed from the dataset requests: "npm run portal -- verify ADDRESS" does so. Figures of this file stay as they were published; those of combined filters are at /api/v1/statistics.',
      sw: 'Zote zinaweza kukokotolewa upya kutoka seti ya requests: "npm run portal -- verify ADDRESS" hufanya hivyo. Takwimu za faili hii hubaki kama zilivyochapishwa; za vichujio vilivyounganishwa zipo /api/v1/statistics.',
    },
    {
      en: 'Figures of one grouping add up only with its remainders. Compare no two figures whose intervals overlap, and none with fewer than 20 requests.',
      sw: 'Takwimu za mgawanyo mmoja hujumlika tu pamoja na masalio yake. Usilinganishe takwimu ambazo makadirio yake yanaingiliana, wala zenye ripoti chini ya 20.',
    },
  ],
  source: `published.release_figures kept cross join lateral rows from (json_to_recordset(kept.figures) as (${recordset})) with ordinality as figure (${columns.map(({ name }) => name).join(', ')}, position)`,
  order: 'figure.position',
  key: [
    'statistic',
    'group_by',
    'area_code',
    'service_code',
    'service_group',
    'agency_responsible',
    'received_period',
    'remainder',
    'member',
  ],
  filters: false,
  columns: columns.map(
    ({ kind, ...rest }): Column => ({
      ...rest,
      type: KINDS[kind] satisfies ColumnType,
      sql: `figure.${rest.name}`,
    }),
  ),
};
