/** All texts of the demonstration: per service, and those that fit any. */
import { farming } from './farming.ts';
import { people } from './people.ts';
import { protection } from './protection.ts';
import { roads } from './roads.ts';
import { towns } from './towns.ts';
import type { GroupTexts } from './types.ts';
import { water } from './water.ts';

export const SERVICE_TEXTS: GroupTexts = {
  ...roads,
  ...water,
  ...towns,
  ...farming,
  ...people,
  ...protection,
};

/**
 * Places that every ward has, so that nothing is said about a real one; of at most three words, so that a
 * summary that names the place does not repeat five words of the message.
 */
export const PLACES = [
  { en: 'near the market', sw: 'karibu na soko' },
  { en: 'near the school', sw: 'karibu na shule' },
  { en: 'near the dispensary', sw: 'karibu na zahanati' },
  { en: 'at the junction', sw: 'kwenye njia panda' },
  { en: 'by the church', sw: 'kando ya kanisa' },
  { en: 'near the stage', sw: 'karibu na steji' },
  { en: 'below the camp', sw: 'chini ya kambi' },
  { en: 'near the auction', sw: 'karibu na mnada' },
  { en: 'by the river', sw: 'kando ya mto' },
  { en: 'at the centre', sw: 'kwenye kituo' },
  { en: 'near the dam', sw: 'karibu na bwawa' },
  { en: 'by the workshop', sw: 'kando ya karakana' },
] as const;

export const GREETINGS = {
  en: ['', '', 'Good morning. ', 'Hello, ', 'Sir/Madam, '],
  sw: ['', '', 'Habari za asubuhi. ', 'Hamjambo, ', 'Shikamoo, '],
} as const;

/** What people add, and what must never get out: who they are and where to call them. */
export const SIGNATURES = {
  en: [
    ' My name is {name}, call me on {phone}',
    ' Contact {name} {phone}',
    ' - {name}',
    ' My number is {phone}.',
  ],
  sw: [
    ' Naitwa {name}, nipigie {phone}',
    ' Kwa maelezo mpigie {name} {phone}',
    ' - {name}',
    ' Namba yangu ni {phone}.',
  ],
} as const;

export const NAMES = [
  'Jerop',
  'Kiplagat',
  'Chebet',
  'Kipchumba',
  'Jepkosgei',
  'Kibet',
  'Cheruto',
  'Kiprop',
  'Jelagat',
  'Kimutai',
  'Chepkemoi',
  'Kipkoech',
  'Jemutai',
  'Cherono',
  'Kiptoo',
  'Jepchirchir',
] as const;

export const ALSO_ME = {
  en: ['Same problem here', 'It is the same on our side', 'I confirm, it is still like that'],
  sw: ['Shida ni hiyo hiyo hapa', 'Hata upande wetu ni vivyo hivyo', 'Ni kweli, bado iko hivyo'],
} as const;

export const STILL_WAITING = {
  en: ['Any answer please?', 'We are still waiting for you', 'It is {days} days now and nobody came'],
  sw: ['Kuna jibu lolote?', 'Bado tunawangoja', 'Sasa ni siku {days} na hakuna aliyekuja'],
} as const;

export const DECLINED = {
  en: [
    'This is a matter of the national government; it was passed on to them.',
    'The report does not say which place is meant. Please write again and name it.',
    'It is in next year’s work plan and cannot be done before.',
    'Checked on site: nothing is broken there.',
  ],
  sw: [
    'Jambo hili ni la serikali ya kitaifa; limepelekwa kwao.',
    'Ripoti haisemi ni mahali gani. Tafadhali andika tena ukitaja mahali.',
    'Limo kwenye mpango wa kazi wa mwaka ujao na haliwezi kufanywa kabla.',
    'Tumekagua mahali hapo: hakuna kilichoharibika.',
  ],
} as const;

export const NATIONAL_ROAD = {
  en: 'A national road: the highways authority looks after it. The report was passed on.',
  sw: 'Ni barabara ya kitaifa: inasimamiwa na mamlaka ya barabara kuu. Ripoti imepelekwa kwao.',
} as const;

export const MERGED = {
  en: 'The same thing was reported before; both are handled together.',
  sw: 'Jambo hili liliripotiwa awali; ripoti zote mbili zinashughulikiwa pamoja.',
} as const;

export const STARTED = {
  en: ['A team was sent to look at it.', 'Work has begun.', 'Materials are ordered.'],
  sw: ['Kikosi kimetumwa kuangalia.', 'Kazi imeanza.', 'Vifaa vimeagizwa.'],
} as const;
