import { counted, type ReleaseStatistic, withoutValue } from './statistic.ts';

export const accountedFor: ReleaseStatistic = {
  definition: {
    id: 'accounted_for',
    version: 1,
    unit: 'count',
    title: { en: 'How every report is accounted for', sw: 'Jinsi kila ripoti inavyohesabiwa' },
    description: {
      en: 'What became of all reports received: published, merged, withheld by reason, sensitive or pending.',
      sw: 'Kilichotokea kwa ripoti zote zilizopokelewa: kuchapishwa, kuunganishwa, kuzuiwa kwa sababu, nyeti au kusubiri.',
    },
    method: {
      en: 'Counted when the release was made. Received is the sum of all the others; sensitive reports are rounded.',
      sw: 'Huhesabiwa toleo linapotengenezwa. Zilizopokelewa ni jumla ya nyingine zote; ripoti nyeti hukadiriwa.',
    },
    group_by: [],
  },
  source: 'release',
  figures: ({ accounted_for: { received, published, merged, withheld, sensitive, pending } }) => {
    const member = (name: string, value: number) => counted(value, received, true, name);
    return [
      member('received', received),
      member('published', published),
      member('merged', merged),
      ...Object.entries(withheld).map(([reason, value]) => member(`withheld.${reason}`, value)),
      sensitive === null ? withoutValue('too_few', received, 'sensitive') : member('sensitive', sensitive),
      member('pending', pending),
    ];
  },
};
