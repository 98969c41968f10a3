import type { status as en } from '../en/status.ts';

export const status: typeof en = {
  headline: {
    received: 'Ofisi imepata ripoti yako. Bado haijajibu.',
    received_no_answers: 'Ofisi imepata ripoti yako. Bado haijaifunga.',
    acknowledged: 'Ofisi inasema imepata ripoti yako.',
    assigned: 'Ofisi imempa mtu kazi ya kushughulikia ripoti yako.',
    started: 'Ofisi imeanza kazi ya kutatua tatizo hili.',
    in_progress: 'Ofisi inashughulikia ripoti yako.',
    resolved: 'Ofisi inasema tatizo limetatuliwa.',
    confirmed: 'Tatizo limetatuliwa. Ofisi na aliyeripoti wanakubaliana.',
    disputed: 'Ofisi inasema tatizo limetatuliwa. Aliyeripoti anasema bado halijatatuliwa.',
    reopened: 'Tatizo halijatatuliwa. Ripoti yako imefunguliwa tena.',
    declined: 'Ofisi inasema haitashughulikia ripoti yako.',
    merged: 'Wengine pia waliripoti tatizo hili. Ripoti yako sasa imeunganishwa na yao.',
    unpublished_received: 'Ripoti yako imepokelewa.',
    unpublished_being_handled: 'Ripoti yako inashughulikiwa.',
    unpublished_closed: 'Ripoti yako imefungwa.',
  },
  short: {
    received: 'Bado inasubiri jibu',
    received_no_answers: 'Bado haijafungwa',
    acknowledged: 'Imefika ofisini, bado haijatatuliwa',
    assigned: 'Kuna aliyepewa kazi hii, bado haijatatuliwa',
    started: 'Kazi imeanza',
    in_progress: 'Ofisi inaishughulikia',
    resolved: 'Imetatuliwa, yasema ofisi',
    confirmed: 'Imetatuliwa, wote wanakubali',
    disputed: 'Ofisi inasema tayari, aliyeripoti anasema bado',
    reopened: 'Imefunguliwa tena, haijatatuliwa',
    declined: 'Ofisi haitaishughulikia',
    merged: 'Imeunganishwa na ripoti nyingine',
    unpublished_received: 'Imepokelewa',
    unpublished_being_handled: 'Inashughulikiwa',
    unpublished_closed: 'Imefungwa',
  },
  due: {
    answer: (day) => `Jibu linapaswa kutolewa kufikia ${day}.`,
    solution: (day) => `Tatizo linapaswa kutatuliwa kufikia ${day}.`,
    answer_late: (day) => `Jibu lilipaswa kutolewa kufikia ${day}.`,
    solution_late: (day) => `Tatizo lilipaswa kutatuliwa kufikia ${day}.`,
    solution_late_too: (day) => `Tatizo lenyewe pia lilipaswa kutatuliwa kufikia ${day}.`,
    today: 'Hiyo ni leo.',
    tomorrow: 'Hiyo ni kesho.',
    left: (days) => `Zimebaki ${days}.`,
    none_answer: 'Hakuna muda uliowekwa wa kujibu ripoti kama hii.',
    none_solution: 'Hakuna muda uliowekwa wa kutatua tatizo kama hili.',
    within_answer: (days) => `Ripoti kama hii inapaswa kujibiwa ndani ya ${days}.`,
    within_solution: (days) => `Tatizo kama hili linapaswa kutatuliwa ndani ya ${days}.`,
    working_days: (days, count) => `siku ${count} ${days === 1 ? 'ya' : 'za'} kazi`,
  },
  late: (days) => `Imechelewa kwa ${days}.`,
  late_short: (days) => `Imechelewa ${days}`,
  late_month: 'Imechelewa.',
  late_month_short: 'Imechelewa',
  waited: {
    today: 'Imefika leo.',
    days: (days) => `Imesubiri ${days} hadi sasa.`,
    this_week: 'Imefika wiki hii.',
    last_week: 'Ilifika wiki iliyopita.',
    weeks: (count) => `Ilifika wiki ${count} zilizopita.`,
    month: (month) => `Ilifika mwezi wa ${month}.`,
  },
  waited_short: {
    today: 'imefika leo',
    days: (days) => `${days} hadi sasa`,
    this_week: 'imefika wiki hii',
    last_week: 'ilifika wiki iliyopita',
    weeks: (count) => `wiki ${count} hadi sasa`,
    month: (month) => `tangu ${month}`,
  },
  resolved: {
    after: (duration) => `Ofisi ilichukua ${duration}.`,
    at_once: 'Ofisi ilichukua chini ya saa moja.',
    in_time: 'Hiyo ni ndani ya muda uliowekwa.',
    late: (days, day) => `Ilichelewa kwa ${days}. Muda uliowekwa uliisha ${day}.`,
  },
  disputed: 'Ofisi inaona jambo hili, na inaweza kuifungua tena ripoti.',
  declined: {
    reason: (note) => `Sababu yake: “${note}”`,
    no_reason: 'Sababu haionyeshwi hapa. Unaweza kuiuliza ofisi ni kwa nini.',
  },
  guarded: {
    unreleased:
      'Inahusu nini na ni ya wapi, bado havionyeshwi. Huenda zaidi yakaonyeshwa mwezi wake ukiisha.',
    days: 'Siku hazionyeshwi hapa, na ukurasa huu hubadilika Jumatatu pekee. Hii humlinda aliyeripoti.',
  },
  merged: {
    follow: (code) => `Yanayofuata yako kwenye ripoti ${code}.`,
    not_public: 'Ripoti yao haionyeshwi, ili kuwalinda watu. Iulize ofisi ni nini kitafuata.',
  },
  answers_not_recorded: 'Data haisemi ofisi ilijibu lini kwa mara ya kwanza.',
  usual: {
    answered: (tenths, place, days) =>
      tenths === 0
        ? `Katika ${place}, chini ya ripoti 1 kati ya 10 za aina hii ilijibiwa ndani ya ${days}.`
        : `Katika ${place}, ripoti ${tenths} kati ya 10 za aina hii ${tenths === 1 ? 'ilijibiwa' : 'zilijibiwa'} ndani ya ${days}.`,
    solved: (tenths, place, days) =>
      tenths === 0
        ? `Katika ${place}, chini ya tatizo 1 kati ya 10 ya aina hii lilitatuliwa ndani ya ${days}.`
        : `Katika ${place}, ${tenths === 1 ? 'tatizo 1' : `matatizo ${tenths}`} kati ya 10 ya aina hii ${tenths === 1 ? 'lilitatuliwa' : 'yalitatuliwa'} ndani ya ${days}.`,
    group_answered: (tenths, group, place, days) =>
      tenths === 0
        ? `Katika ${place}, chini ya ripoti 1 kati ya 10 kuhusu “${group}” ilijibiwa ndani ya ${days}.`
        : `Katika ${place}, ripoti ${tenths} kati ya 10 kuhusu “${group}” ${tenths === 1 ? 'ilijibiwa' : 'zilijibiwa'} ndani ya ${days}.`,
    group_solved: (tenths, group, place, days) =>
      tenths === 0
        ? `Katika ${place}, chini ya tatizo 1 kati ya 10 kuhusu “${group}” lilitatuliwa ndani ya ${days}.`
        : `Katika ${place}, ${tenths === 1 ? 'tatizo 1' : `matatizo ${tenths}`} kati ya 10 kuhusu “${group}” ${tenths === 1 ? 'lilitatuliwa' : 'yalitatuliwa'} ndani ya ${days}.`,
    longer: 'Hii imesubiri muda mrefu zaidi ya huo.',
    took_longer: 'Hii ilichukua muda mrefu zaidi ya huo.',
  },
  unpublished: {
    open: 'Ripoti inasema nini na inafanyiwa nini, havionyeshwi hapa. Hii huwalinda watu.',
    closed: 'Ripoti ilisema nini na iliishaje, havionyeshwi hapa. Hii huwalinda watu.',
    private_link: 'Je, wewe ndiye uliyeripoti, na ulipewa kiungo cha siri? Kiungo hicho hukuonyesha zaidi.',
    privacy: 'Ni nini hakichapishwi kamwe, na kwa nini',
  },
};
