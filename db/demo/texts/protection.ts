/** Services that are never published request by request (sensitive): only the counting of them is tried out. */
import type { GroupTexts } from './types.ts';

const nothing = { en: [], sw: [] } as const;

const only = (en: string, sw: string, mixed: string) => ({
  messages: { en: [en], sw: [sw], mixed: [mixed] },
  summaries: nothing,
  resolved: nothing,
});

export const protection: GroupTexts = {
  'staff-conduct': only(
    'The officer {place} insulted me in front of everyone when I asked for my receipt',
    'Afisa {place} alinitukana mbele ya watu nilipoomba risiti yangu',
    'Officer {place} ni rude sana, alinifukuza kwa office',
  ),
  corruption: only(
    'They asked me for 2000 so that my name can be on the list',
    'Waliniitisha elfu mbili ndipo jina langu liwekwe kwenye orodha',
    'Tuliambiwa tutoe kitu kidogo ndio file isonge',
  ),
  'personal-health': only(
    'I was sent home without my TB drugs, please help me quietly',
    'Nilirudishwa nyumbani bila dawa zangu za kifua kikuu, naomba msaada kwa siri',
    'Results zangu za hospital zilisomwa mbele ya watu wengine',
  ),
  security: only(
    'We heard gunshots {place} last night and animals were taken, people are leaving',
    'Tulisikia risasi {place} jana usiku na mifugo ikachukuliwa, watu wanahama',
    'Kuna vijana wanasumbua {place} usiku, tunaogopa kupita hiyo route',
  ),
  'gender-violence': only(
    'My neighbour beats his wife every night, who can come?',
    'Jirani yangu anampiga mkewe kila usiku, nani anaweza kuja?',
    'Dada yangu amepigwa na bwana yake, she needs help',
  ),
  'child-protection': only(
    'There is a girl {place} who is kept from school to work in a house',
    'Kuna msichana {place} amezuiwa kwenda shule ili afanye kazi ya nyumbani',
    'Mtoto {place} amewachwa peke yake for days, please check',
  ),
  'land-dispute': only(
    'Somebody has moved the beacons of our family land {place} and we fear a fight',
    'Mtu amehamisha mipaka ya shamba la familia yetu {place} na tunaogopa vita',
    'Land yetu {place} imeuzwa bila family kujua, tusaidie',
  ),
};
