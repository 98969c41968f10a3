/** What is never published row by row, counted per quarter and group of services, and rounded. */
import type { Dataset } from './dataset.ts';
import { describedColumn } from './described-column.ts';

export const sensitiveCounts: Dataset = {
  id: 'sensitive_counts',
  title: { en: 'Counts of sensitive requests', sw: 'Hesabu za ripoti nyeti' },
  description: {
    en: 'Requests about matters in which a row could expose someone (conduct of staff, corruption, personal health, security), counted for the whole jurisdiction.',
    sw: 'Ripoti za mambo ambayo mstari wake ungeweza kumfichua mtu (mwenendo wa wafanyakazi, ufisadi, afya ya mtu, usalama), zilizohesabiwa kwa eneo lote.',
  },
  caveats: [
    {
      en: 'Counts are rounded, and given only from a number of distinct reporters up; the policy of the release says both. A quarter or group that is missing has too few to say, not none. Rounded counts do not add up exactly.',
      sw: 'Hesabu zimekadiriwa, na hutolewa tu kuanzia idadi fulani ya walioripoti; sera ya toleo inaeleza zote mbili. Robo mwaka au kundi lisilokuwepo lina chache mno kutajwa, si sifuri. Hesabu zilizokadiriwa hazijumlishwi kwa usahihi kamili.',
    },
  ],
  source: 'published.sensitive_count',
  order: 'quarter, service_group',
  key: ['quarter', 'service_group'],
  filters: false,
  columns: [
    describedColumn(
      'quarter',
      { type: 'period', example: '2026-Q3' },
      ['Quarter', 'Quarter of receipt, 2026-Q4.'],
      ['Robo mwaka', 'Robo mwaka ya kupokelewa, 2026-Q4.'],
    ),
    describedColumn(
      'service_group',
      { example: 'conduct' },
      ['Group of services', 'Code of the group of services; see the dataset services.'],
      ['Kundi la huduma', 'Msimbo wa kundi la huduma; tazama seti ya services.'],
    ),
    describedColumn(
      'requests',
      { type: 'integer', unit: 'requests', example: '35' },
      ['Requests', 'Number of requests, rounded.'],
      ['Ripoti', 'Idadi ya ripoti, iliyokadiriwa.'],
    ),
  ],
};
