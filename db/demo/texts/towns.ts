import type { GroupTexts } from './types.ts';

export const towns: GroupTexts = {
  'street-light': {
    messages: {
      en: [
        'All the lights {place} are dead, women are afraid to close their shops late',
        'The flood light {place} has been off for a month',
      ],
      sw: [
        'Taa zote {place} zimezima, wamama wanaogopa kufunga duka usiku',
        'Mulika mwizi {place} haijawaka mwezi mzima',
      ],
      mixed: ['Street lights {place} haziwaki na kuna giza sana, thieves wameanza kusumbua'],
    },
    summaries: {
      en: ['Street lights out {place}', 'Floodlight mast not lit {place}'],
      sw: ['Taa za barabarani hazifanyi kazi {place}', 'Taa kuu ya mnara imezimika {place}'],
    },
    resolved: {
      en: ['Bulbs and the switch were replaced.'],
      sw: ['Balbu na swichi zimebadilishwa.'],
    },
  },
  waste: {
    messages: {
      en: [
        'The heap of rubbish {place} has not been collected for three weeks, the smell is terrible',
        'Dogs are spreading the garbage {place} all over the road',
      ],
      sw: [
        'Taka {place} hazijazolewa wiki tatu, harufu ni mbaya sana',
        'Mbwa wanatawanya takataka {place} barabarani kote',
      ],
      mixed: ['Garbage {place} imejaa mpaka barabarani, lorry ya taka haikuji siku hizi'],
    },
    summaries: {
      en: ['Rubbish heap not cleared {place}', 'Waste on the street {place}'],
      sw: ['Rundo la taka {place}', 'Taka zimetapakaa {place}'],
    },
    resolved: {
      en: ['The heap was removed; the lorry now comes on Mondays and Thursdays.'],
      sw: ['Taka zimeondolewa; lori sasa linakuja Jumatatu na Alhamisi.'],
    },
  },
  market: {
    messages: {
      en: [
        'The roof of the market shed {place} leaks, our beans got wet',
        'We pay fees every market day but {place} there is no cleaning and no water',
      ],
      sw: [
        'Paa la banda la soko {place} linavuja, maharagwe yetu yamelowa',
        'Tunalipa ushuru kila siku ya soko lakini {place} hakuna usafi wala maji',
      ],
      mixed: ['Market stalls {place} zimeharibika, tukinyeshewa tunapoteza stock yote'],
    },
    summaries: {
      en: ['Leaking roof over the stalls {place}', 'Market not cleaned {place}'],
      sw: ['Banda la soko linavuja {place}', 'Soko chafu {place}'],
    },
    resolved: {
      en: ['New iron sheets were fixed on the shed.', 'Cleaners were assigned to market days.'],
      sw: ['Mabati mapya yamewekwa kwenye banda.', 'Wasafishaji wamepangiwa siku za soko.'],
    },
  },
  'public-toilet': {
    messages: {
      en: [
        'The public toilet {place} is full and overflowing',
        'Why is the toilet {place} always locked on market day?',
      ],
      sw: ['Choo cha umma {place} kimejaa na kinafurika', 'Kwa nini choo {place} hufungwa siku ya soko?'],
      mixed: ['Toilet {place} iko full na hakuna maji ya kunawa hands'],
    },
    summaries: {
      en: ['Public toilet full {place}', 'Toilet closed on market days {place}'],
      sw: ['Choo kimefurika {place}', 'Choo kimefungwa siku za soko {place}'],
    },
    resolved: {
      en: ['The pit was emptied and the block cleaned.'],
      sw: ['Shimo limenyonywa na choo kimesafishwa.'],
    },
  },
};
