/** The offices that requests are addressed to, as they were at a release. */
import type { Dataset } from './dataset.ts';
import { describedColumn } from './described-column.ts';
import { namesColumns } from './names-columns.ts';

export const agencies: Dataset = {
  id: 'agencies',
  title: { en: 'Offices', sw: 'Ofisi' },
  description: {
    en: 'The offices that requests are addressed to and that answer them, with their names.',
    sw: 'Ofisi ambazo ripoti huelekezwa kwazo na zinazozijibu, pamoja na majina yake.',
  },
  caveats: [],
  source: 'published.agency',
  order: 'agency_code',
  key: ['agency_code'],
  filters: false,
  columns: [
    describedColumn(
      'agency_code',
      { example: 'roads-transport' },
      ['Office', 'Code of the office; agency_responsible in the other datasets.'],
      ['Ofisi', 'Msimbo wa ofisi; agency_responsible katika seti nyingine.'],
    ),
    ...namesColumns(
      'name',
      'names',
      { en: 'office', sw: 'ofisi' },
      { en: 'Roads and Transport', sw: 'Barabara na Uchukuzi' },
    ),
  ],
};
