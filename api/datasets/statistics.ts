/** Every published figure of a release, as it was when the release was cut. */
import { statistics } from '../statistics/registry.ts';
import type { Column, ColumnType, Dataset } from './dataset.ts';
import { type ColumnWords, describedColumn } from './described-column.ts';

/** Columns as the figures keep them: their type in PostgreSQL, and in the dictionary. */
const KINDS = {
  text: 'string',
  integer: 'integer',
  'double precision': 'number',
  boolean: 'boolean',
} as const satisfies Record<string, ColumnType>;
type Kind = keyof typeof KINDS;

/** A column of the dictionary, and how the figures keep it. */
function column(
  name: string,
  { kind = 'text', ...rest }: { readonly kind?: Kind; readonly unit?: string; readonly example: string },
  en: ColumnWords,
  sw: ColumnWords,
): { readonly kind: Kind; readonly described: Column } {
  const sql = `figure.${name}`;
  return { kind, described: describedColumn(name, { ...rest, type: KINDS[kind], sql }, en, sw) };
}

const columns = [
  column(
    'statistic',
    { example: 'first_response_hours_median' },
    ['Statistic', 'Id of the statistic; the page on method says how each is computed.'],
    ['Takwimu', 'Kitambulisho cha takwimu; ukurasa wa mbinu unaeleza jinsi kila moja inavyokokotolewa.'],
  ),
  column(
    'version',
    { kind: 'integer', unit: 'versions', example: '1' },
    ['Version', 'Version of its definition: a change of method gets a new one.'],
    ['Toleo la maana', 'Toleo la maana yake: mbinu ikibadilika, hupata toleo jipya.'],
  ),
  column(
    'release',
    { kind: 'integer', unit: 'releases', example: '25' },
    ['Release', 'Number of the release that the figure is of.'],
    ['Toleo', 'Nambari ya toleo la data ambalo takwimu inahusu.'],
  ),
  column(
    'group_by',
    { example: 'area' },
    ['Grouped by', 'What the figure is one of.', 'of everything.'],
    ['Imegawanywa kwa', 'Takwimu ni moja ya zipi.', 'ya ripoti zote.'],
  ),
  column(
    'area_code',
    { example: '0744' },
    ['Area', 'Code of the area, all below it included.', 'not narrowed.'],
    ['Eneo', 'Msimbo wa eneo, pamoja na yote yaliyo chini yake.', 'haijawekewa eneo.'],
  ),
  column(
    'service_code',
    { example: 'road-damage' },
    ['Service', 'Code of the service.', 'not narrowed.'],
    ['Huduma', 'Msimbo wa huduma.', 'haijawekewa huduma.'],
  ),
  column(
    'service_group',
    { example: 'roads' },
    ['Group of services', 'Code of the group of services.', 'not narrowed.'],
    ['Kundi la huduma', 'Msimbo wa kundi la huduma.', 'haijawekewa kundi.'],
  ),
  column(
    'agency_responsible',
    { example: 'roads-transport' },
    ['Office responsible', 'Code of the office responsible.', 'not narrowed.'],
    ['Ofisi inayohusika', 'Msimbo wa ofisi inayohusika.', 'haijawekewa ofisi.'],
  ),
  column(
    'received_period',
    { example: '2026-11' },
    ['Received', 'Month of receipt (2026-11).', 'not narrowed.'],
    ['Ilipokelewa', 'Mwezi wa kupokelewa (2026-11).', 'haijawekewa mwezi.'],
  ),
  column(
    'remainder',
    { kind: 'boolean', example: 'false' },
    [
      'Remainder',
      'True: only requests published more coarsely than the grouping asks for, such as by county and not by ward.',
    ],
    [
      'Masalio',
      'true: ripoti zilizochapishwa kwa upana kuliko mgawanyo pekee, kama kwa kaunti na si kwa wadi.',
    ],
  ),
  column(
    'member',
    { example: '30' },
    ['Member', 'For a statistic of several numbers, which: days, an age, an outcome by days.', 'it has one.'],
    ['Sehemu', 'Kwa takwimu yenye nambari kadhaa, ni ipi: siku, umri, au matokeo kwa siku.', 'ina moja tu.'],
  ),
  column('unit', { example: 'hours' }, ['Unit', 'Unit of the value.'], ['Kipimo', 'Kipimo cha thamani.']),
  column(
    'value',
    { kind: 'double precision', unit: 'by column unit', example: '72' },
    ['Value', 'The figure.', 'not reached within follow-up (more_than says so), or suppressed.'],
    ['Thamani', 'Takwimu yenyewe.', 'haijafikiwa katika ufuatiliaji (tazama more_than), au imezuiwa.'],
  ),
  column(
    'more_than',
    { kind: 'double precision', unit: 'by column unit', example: '1416' },
    [
      'More than',
      'Where the value is not reached within follow-up: it is more than this.',
      'the value is given, or there is none.',
    ],
    [
      'Zaidi ya',
      'Pale thamani haijafikiwa katika ufuatiliaji: ni zaidi ya hii.',
      'thamani ipo, au hakuna kabisa.',
    ],
  ),
  column(
    'n',
    { kind: 'integer', unit: 'requests', example: '331' },
    ['Requests', 'Number of requests that the figure speaks of.'],
    ['Ripoti', 'Idadi ya ripoti ambazo takwimu inahusu.'],
  ),
  column(
    'censored',
    { kind: 'integer', unit: 'requests', example: '132' },
    ['Still waiting', 'Of these, those whose follow-up ended before the event.', 'without meaning here.'],
    ['Bado zinasubiri', 'Kati ya hizo, ambazo ufuatiliaji uliisha kabla ya tukio.', 'haina maana hapa.'],
  ),
  column(
    'ci_low',
    { kind: 'double precision', unit: 'by column unit', example: '48' },
    ['Interval, from', 'Lower end of the 95 % interval.', 'there is none.'],
    ['Kadirio, kuanzia', 'Mwanzo wa kadirio la asilimia 95.', 'hakuna.'],
  ),
  column(
    'ci_high',
    { kind: 'double precision', unit: 'by column unit', example: '96' },
    ['Interval, to', 'Upper end of the 95 % interval.', 'there is none, or it is not reached.'],
    ['Kadirio, hadi', 'Mwisho wa kadirio la asilimia 95.', 'hakuna, au haujafikiwa.'],
  ),
  column(
    'complete',
    { kind: 'boolean', example: 'true' },
    ['Complete', 'False: the period has not been followed for as long as the figure says.'],
    ['Kamili', 'false: kipindi hakijafuatiliwa kwa muda ambao takwimu inasema.'],
  ),
  column(
    'suppressed',
    { example: 'too_early' },
    ['Why suppressed', 'Why there is no value.', 'there is a value.'],
    ['Sababu ya kuzuiwa', 'Kwa nini hakuna thamani.', 'thamani ipo.'],
  ),
  column(
    'coarser',
    { kind: 'integer', unit: 'requests', example: '12' },
    [
      'Known only more coarsely',
      'Requests more that are published too coarsely to tell whether they belong here.',
      'not narrowed.',
    ],
    [
      'Zinazojulikana kwa upana tu',
      'Ripoti nyingine zilizochapishwa kwa upana mno kujua kama ni za hapa.',
      'haijawekewa mipaka.',
    ],
  ),
];

const recordset = columns.map(({ described: { name }, kind }) => `${name} ${kind}`).join(', ');

/** Those of today: a file of an earlier release can hold figures of others. */
const known = statistics.map(({ definition: { id, title } }) => ({
  value: id,
  label: { en: title['en'] ?? id, sw: title['sw'] ?? id },
}));

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
  source: `published.release_figures kept cross join lateral rows from (json_to_recordset(kept.figures) as (${recordset})) with ordinality as figure (${columns.map(({ described: { name } }) => name).join(', ')}, position)`,
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
  columns: columns.map(({ described }) =>
    described.name === 'statistic' ? { ...described, values: known } : described,
  ),
};
