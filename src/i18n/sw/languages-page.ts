import type { languagesPage as en } from '../en/languages-page.ts';

export const languagesPage: typeof en = {
  title: 'Lugha',
  description: 'Lugha zinazotumika kwenye tovuti hii, zimefikia wapi, na nani amekagua maandishi yake.',
  lead: 'Maandishi ya tovuti hii huandikwa kwanza kwa Kiingereza. Hapa unaona kila lugha imefikia wapi, na kama mtu aliyekua akiizungumza amekagua maandishi yake.',
  source: (count) => `Maandishi yote ${count} huandikwa kwanza kwa lugha hii.`,
  whole: (count) => `Maandishi yote ${count} yapo.`,
  part: (own, all, others) => `Yapo maandishi ${own} kati ya ${all}. Mengine huonyeshwa kwa ${others}.`,
  none: (other) =>
    `Bado hakuna maandishi kwa lugha hii. Majina ya mahali, ya ofisi na ya aina za ripoti huonyeshwa kwa lugha hii pale yanapojulikana; mengine yote huonyeshwa kwa ${other}.`,
  reviewed: (by, date) => `Yalikaguliwa na ${by} tarehe ${date}.`,
  not_reviewed: 'Bado hayajakaguliwa na mtu aliyekua akizungumza lugha hii.',
  help: 'Jinsi ya kusaidia',
  corrections: 'Kuna kosa au jambo gumu kuelewa? Sema liko kwenye ukurasa gani, na wewe ungelisemaje:',
  begin:
    'Lugha mpya inaweza kuanza kidogo kidogo. Muhimu zaidi ni ukurasa wa ripoti moja, na maandishi yake machache yanatosha: yasiyokuwepo bado huonyeshwa kwa lugha inayofuata. Huhitaji kujua mambo ya kompyuta.',
  developers:
    'Kwa waandishi wa programu: lugha ni faili moja. Mwongozo wa wachangiaji kwenye msimbo chanzo unaeleza jinsi ya kuiongeza.',
};
