/** The offices that requests are addressed to, as they were at a release. */
import type { Dataset } from './dataset.ts';
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
    {
      name: 'agency_code',
      type: 'string',
      unit: null,
      title: { en: 'Office', sw: 'Ofisi' },
      description: {
        en: 'Code of the office; agency_responsible in the other datasets.',
        sw: 'Msimbo wa ofisi; agency_responsible katika seti nyingine.',
      },
    },
    ...namesColumns('name', 'names', { en: 'office', sw: 'ofisi' }),
  ],
};
