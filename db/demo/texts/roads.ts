import type { GroupTexts } from './types.ts';

export const roads: GroupTexts = {
  'road-damage': {
    messages: {
      en: [
        'The road {place} is full of potholes, even boda bodas cannot pass well',
        'Since the rains started our road {place} has been washed away. Please send a grader',
        'Matatus have refused to come up here because of the road {place}. Mothers are walking to the clinic',
      ],
      sw: [
        'Barabara {place} imejaa mashimo, hata boda boda hazipiti vizuri',
        'Tangu mvua ianze barabara yetu {place} imechimbika kabisa. Tunaomba mtutumie greda',
        'Matatu zimekataa kuja huku juu kwa sababu ya barabara {place}. Wamama wanatembea hadi zahanati',
      ],
      mixed: ['Hii road {place} ni mbaya sana, potholes kila mahali. Please fix it before mvua ianze'],
    },
    summaries: {
      en: ['Potholes {place}', 'Road surface washed away {place}; grading asked for'],
      sw: ['Mashimo barabarani {place}', 'Barabara imesombwa na mvua {place}; greda inahitajika'],
    },
    resolved: {
      en: ['The stretch was graded and gravelled.', 'Potholes filled; drainage to follow.'],
      sw: ['Sehemu hiyo imesawazishwa na kuwekwa murram.', 'Mashimo yamejazwa; mtaro utafuata.'],
    },
  },
  'road-blocked': {
    messages: {
      en: [
        'A landslide has covered the road {place}, no vehicle can pass',
        'A big tree fell across the road {place} last night and we are stuck',
      ],
      sw: [
        'Maporomoko yamefunika barabara {place}, hakuna gari linalopita',
        'Mti mkubwa umeanguka barabarani {place} usiku na tumekwama',
      ],
      mixed: ['Landslide imefunga road {place} tangu jana usiku, students hawajaenda shule'],
    },
    summaries: {
      en: ['Landslide blocks the way {place}', 'Fallen tree {place}'],
      sw: ['Maporomoko barabarani {place}', 'Mti umeziba njia {place}'],
    },
    resolved: {
      en: ['The road was cleared and is open again.'],
      sw: ['Barabara imesafishwa na sasa inapitika.'],
    },
  },
  'bridge-culvert': {
    messages: {
      en: [
        'The culvert {place} has collapsed and children cross through the water to go to school',
        'One side of the small bridge {place} is gone, someone will die there',
      ],
      sw: [
        'Kalvati {place} limebomoka na watoto wanavuka ndani ya maji kwenda shuleni',
        'Upande mmoja wa daraja dogo {place} umesombwa, mtu atakufa hapo',
      ],
      mixed: ['Bridge {place} imevunjika side moja, tafadhali mkuje muone kabla accident itokee'],
    },
    summaries: {
      en: ['Collapsed culvert {place}', 'Footbridge unsafe {place}'],
      sw: ['Kalvati lililobomoka {place}', 'Daraja hatari {place}'],
    },
    resolved: {
      en: ['New culvert rings were laid.', 'The bridge was repaired and has rails again.'],
      sw: ['Kalvati jipya limewekwa.', 'Daraja limerekebishwa na lina kingo tena.'],
    },
  },
  'drain-blocked': {
    messages: {
      en: [
        'Water is entering our shops {place} because the drain is full of soil and plastic',
        'The ditch {place} has not been opened for a year, when it rains the whole road is a river',
      ],
      sw: [
        'Maji yanaingia madukani {place} kwa sababu mtaro umejaa udongo na plastiki',
        'Mtaro {place} haujafunguliwa mwaka mzima, mvua ikinyesha barabara yote inakuwa mto',
      ],
      mixed: ['Drainage {place} imeblock, maji machafu inaingia kwa shop. Kindly send people'],
    },
    summaries: {
      en: ['Silted drain floods the street {place}', 'Drain needs opening {place}'],
      sw: ['Mtaro ulioziba unafurisha barabara {place}', 'Mtaro unahitaji kuzibuliwa {place}'],
    },
    resolved: {
      en: ['The drain was opened and the soil taken away.'],
      sw: ['Mtaro umezibuliwa na udongo umeondolewa.'],
    },
  },
};
