/** Services about how people were served (guarded): the public sees no summary of them. */
import type { GroupTexts } from './types.ts';

export const people: GroupTexts = {
  'clinic-service': {
    messages: {
      en: [
        'I waited at the dispensary {place} from 7 to 3 and there was no nurse',
        'The maternity {place} is closed at night, my wife had to go by motorbike to Iten',
      ],
      sw: [
        'Nilingoja zahanati {place} kutoka saa moja hadi saa tisa na hakuna muuguzi',
        'Wodi ya kujifungua {place} hufungwa usiku, mke wangu alipelekwa Iten kwa pikipiki',
      ],
      mixed: ['Dispensary {place} hakuna nurse leo, tumeambiwa turudi Monday'],
    },
    summaries: { en: ['Dispensary without staff'], sw: ['Zahanati bila wahudumu'] },
    resolved: {
      en: ['A second nurse was posted to the facility.'],
      sw: ['Muuguzi wa pili amepelekwa kwenye kituo.'],
    },
  },
  medicine: {
    messages: {
      en: [
        'They wrote the prescription but the pharmacy {place} has no drugs for pressure',
        'No malaria medicine {place} for a month, we are told to buy',
      ],
      sw: [
        'Tumeandikiwa dawa lakini duka la dawa la hospitali {place} halina dawa za presha',
        'Hakuna dawa ya malaria {place} mwezi mzima, tunaambiwa tununue',
      ],
      mixed: ['Hospitali {place} hakuna dawa, tunatumwa chemist na hatuna pesa'],
    },
    summaries: { en: ['Medicines out of stock'], sw: ['Dawa zimeisha'] },
    resolved: { en: ['The facility received its supplies.'], sw: ['Kituo kimepokea dawa zake.'] },
  },
  'ecde-centre': {
    messages: {
      en: [
        'The nursery class {place} has 70 children and one teacher',
        'ECDE children {place} sit on the floor, the desks were promised last year',
      ],
      sw: [
        'Darasa la chekechea {place} lina watoto 70 na mwalimu mmoja',
        'Watoto wa ECDE {place} wanakaa chini, madawati yaliahidiwa mwaka jana',
      ],
      mixed: ['ECDE {place} haina choo na roof inavuja, watoto wanaumia'],
    },
    summaries: { en: ['Nursery class without desks'], sw: ['Chekechea bila madawati'] },
    resolved: { en: ['Desks were delivered to the centre.'], sw: ['Madawati yamepelekwa kwenye shule.'] },
  },
  bursary: {
    messages: {
      en: [
        'I applied for the county bursary for my daughter in Form 2 and have heard nothing',
        'The list of bursaries was read at the baraza but the school says no money has come',
      ],
      sw: [
        'Niliomba basari ya kaunti ya binti yangu wa kidato cha pili na sijasikia lolote',
        'Majina ya basari yalisomwa barazani lakini shule inasema pesa hazijafika',
      ],
      mixed: ['Bursary form nilipeleka last term, mpaka leo hakuna reply. Mtoto amefukuzwa'],
    },
    summaries: { en: ['Bursary application unanswered'], sw: ['Ombi la basari halijajibiwa'] },
    resolved: {
      en: ['The cheque was sent to the school.'],
      sw: ['Hundi imetumwa shuleni.'],
    },
  },
  'vocational-training': {
    messages: {
      en: ['The polytechnic {place} has no instructor for welding this term'],
      sw: ['Chuo cha ufundi {place} hakina mwalimu wa kuchomelea muhula huu'],
      mixed: ['VTC {place} machine zote zimeharibika, students wanasoma theory tu'],
    },
    summaries: { en: ['Course without an instructor'], sw: ['Kozi bila mwalimu'] },
    resolved: { en: ['An instructor was hired.'], sw: ['Mwalimu ameajiriwa.'] },
  },
  'business-permit': {
    messages: {
      en: [
        'I paid for my permit two months ago and was asked to pay again',
        'How long does a kiosk permit take? I was told tomorrow, tomorrow',
      ],
      sw: [
        'Nililipia kibali changu miezi miwili iliyopita na nimeambiwa nilipe tena',
        'Kibali cha kibanda huchukua muda gani? Naambiwa njoo kesho, njoo kesho',
      ],
      mixed: ['Permit yangu haijatoka na nililipa na M-Pesa, nina receipt'],
    },
    summaries: { en: ['Permit paid for and not issued'], sw: ['Kibali kimelipiwa na hakijatolewa'] },
    resolved: { en: ['The permit was issued.'], sw: ['Kibali kimetolewa.'] },
  },
  'county-office': {
    messages: {
      en: ['I went to the ward office {place} three times this week and it was closed'],
      sw: ['Nimeenda ofisi ya wadi {place} mara tatu wiki hii na imefungwa'],
      mixed: ['Office {place} wanafungua saa nne na kufunga saa sita, why?'],
    },
    summaries: { en: ['Office closed during working hours'], sw: ['Ofisi imefungwa saa za kazi'] },
    resolved: {
      en: ['Opening hours were put up and are kept.'],
      sw: ['Saa za kazi zimebandikwa na zinafuatwa.'],
    },
  },
};
