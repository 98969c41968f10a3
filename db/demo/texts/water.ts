import type { GroupTexts } from './types.ts';

export const water: GroupTexts = {
  'water-point': {
    messages: {
      en: [
        'The borehole pump {place} broke down, we are fetching water from the river with the cows',
        'The kiosk {place} has been locked and dry for two weeks, who has the key?',
        'Handle of the hand pump {place} is broken again',
      ],
      sw: [
        'Pampu ya kisima {place} imeharibika, tunachota maji mtoni pamoja na ng’ombe',
        'Kioski cha maji {place} kimefungwa na hakina maji wiki mbili sasa, nani ana ufunguo?',
        'Mkono wa pampu {place} umevunjika tena',
      ],
      mixed: ['Borehole {place} haifanyi kazi, pump imekufa. Watu wanakunywa river water na ni dirty'],
    },
    summaries: {
      en: ['Borehole pump not working {place}', 'Water kiosk closed {place}'],
      sw: ['Pampu ya kisima haifanyi kazi {place}', 'Kioski cha maji kimefungwa {place}'],
    },
    resolved: {
      en: ['The pump was repaired and tested with the water committee.', 'The kiosk is open again.'],
      sw: ['Pampu imerekebishwa na kujaribiwa pamoja na kamati ya maji.', 'Kioski kimefunguliwa tena.'],
    },
  },
  'pipe-burst': {
    messages: {
      en: [
        'Pipe burst {place}, clean water has been running down the road since morning',
        'There is a leak {place} and the pressure in our taps is gone',
      ],
      sw: [
        'Bomba limepasuka {place}, maji safi yanatiririka barabarani tangu asubuhi',
        'Kuna bomba linavuja {place} na maji yamepungua sana nyumbani',
      ],
      mixed: ['Pipe imeburst {place}, maji inamwagika tu. Mkuje haraka please'],
    },
    summaries: {
      en: ['Burst main {place}', 'Leaking pipe {place}'],
      sw: ['Bomba kuu limepasuka {place}', 'Uvujaji wa maji {place}'],
    },
    resolved: {
      en: ['The pipe was mended the same day it was found.', 'Leak closed; supply is back.'],
      sw: ['Bomba limerekebishwa.', 'Uvujaji umezibwa; maji yamerudi.'],
    },
  },
  'no-water': {
    messages: {
      en: [
        'No water in the taps {place} for six days now and nobody tells us why',
        'We pay the bill every month but {place} we only get water on Sundays',
      ],
      sw: [
        'Maji hayajatoka {place} kwa siku sita sasa na hakuna anayetuambia sababu',
        'Tunalipa bili kila mwezi lakini {place} tunapata maji Jumapili peke yake',
      ],
      mixed: ['Hatuna maji {place} for almost a week, na bill imekuja kama kawaida'],
    },
    summaries: {
      en: ['Several days without water {place}', 'Supply only once a week {place}'],
      sw: ['Siku kadhaa bila maji {place}', 'Maji mara moja kwa wiki {place}'],
    },
    resolved: {
      en: ['Supply is back; the intake had been blocked.', 'A rationing timetable was put up at the office.'],
      sw: ['Maji yamerudi; chanzo kilikuwa kimeziba.', 'Ratiba ya mgao wa maji imebandikwa ofisini.'],
    },
  },
};
