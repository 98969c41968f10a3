import type { GroupTexts } from './types.ts';

export const farming: GroupTexts = {
  'cattle-dip': {
    messages: {
      en: [
        'The cattle dip {place} has no chemical, ticks are finishing our cows',
        'Walls of the dip {place} are cracked and all the water is lost',
      ],
      sw: [
        'Josho {place} halina dawa, kupe wanamaliza ng’ombe wetu',
        'Kuta za josho {place} zina nyufa na maji yote yanapotea',
      ],
      mixed: ['Cattle dip {place} haina dawa tangu mwaka jana, farmers wanateseka'],
    },
    summaries: {
      en: ['Cattle dip without acaricide {place}', 'Cracked dip {place}'],
      sw: ['Josho bila dawa {place}', 'Josho lina nyufa {place}'],
    },
    resolved: {
      en: ['The dip was refilled and charged; dipping is on Wednesdays.'],
      sw: ['Josho limejazwa dawa; kuogesha ni kila Jumatano.'],
    },
  },
  'extension-visit': {
    messages: {
      en: [
        'We asked for the agriculture officer since planting and he has never come to our group',
        'My maize leaves are turning yellow, can the officer visit me {place}?',
      ],
      sw: [
        'Tuliomba afisa wa kilimo tangu kupanda na hajawahi kuja kwenye kikundi chetu',
        'Majani ya mahindi yangu yanageuka manjano, afisa anaweza kunitembelea {place}?',
      ],
      mixed: ['Tunahitaji extension officer {place}, potatoes zetu zina ugonjwa hatujui'],
    },
    summaries: { en: ['Visit of an extension officer asked for'], sw: ['Ombi la ziara ya afisa wa kilimo'] },
    resolved: {
      en: ['The group was visited and advised.'],
      sw: ['Kikundi kimetembelewa na kupewa ushauri.'],
    },
  },
  'livestock-disease': {
    messages: {
      en: [
        'Three goats died this week {place}, we fear a disease. Please bring vaccination',
        'When is the vaccination for our cows? Other wards already had it',
      ],
      sw: [
        'Mbuzi watatu wamekufa wiki hii {place}, tunaogopa ugonjwa. Leteni chanjo',
        'Chanjo ya ng’ombe itakuja lini? Wadi zingine zimeshapata',
      ],
      mixed: ['Kuna disease ya mbuzi {place}, vet hajakuja bado. Please help'],
    },
    summaries: { en: ['Livestock disease suspected'], sw: ['Ugonjwa wa mifugo unashukiwa'] },
    resolved: { en: ['Animals in the area were vaccinated.'], sw: ['Mifugo ya eneo hilo imechanjwa.'] },
  },
};
