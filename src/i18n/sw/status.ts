import type { status as en } from '../en/status.ts';

export const status: typeof en = {
  headline: {
    received: 'Ofisi inayohusika ina ripoti yako, lakini bado haijajibu.',
    received_no_answers: 'Ofisi inayohusika ina ripoti yako, na bado haijaifunga.',
    acknowledged: 'Ofisi inayohusika imethibitisha kuwa imepokea ripoti yako.',
    assigned: 'Ofisi inayohusika imempa mfanyakazi ripoti yako aishughulikie.',
    started: 'Ofisi inayohusika imeanza kufanyia kazi ripoti yako.',
    in_progress: 'Ofisi inayohusika inashughulikia ripoti yako.',
    resolved: 'Ofisi inayohusika inasema tatizo limetatuliwa.',
    confirmed: 'Tatizo limetatuliwa: ofisi inasema hivyo, na aliyeliripoti anakubali.',
    disputed: 'Ofisi inasema tatizo limetatuliwa. Aliyeliripoti anasema bado halijatatuliwa.',
    reopened: 'Tatizo halijatatuliwa: ripoti yako imefunguliwa tena.',
    declined: 'Ofisi inayohusika imekataa ripoti yako.',
    merged: 'Wengine pia waliripoti tatizo hili, kwa hivyo ripoti yako imeunganishwa na yao.',
    unpublished_received: 'Ripoti yako imepokelewa.',
    unpublished_being_handled: 'Ripoti yako inashughulikiwa.',
    unpublished_closed: 'Ripoti yako imefungwa.',
  },
  short: {
    received: 'Bado inasubiri jibu',
    received_no_answers: 'Bado haijafungwa',
    acknowledged: 'Imefika ofisini, bado haijatatuliwa',
    assigned: 'Kuna aliyepewa kuishughulikia, bado haijatatuliwa',
    started: 'Kazi imeanza',
    in_progress: 'Ofisi inaishughulikia',
    resolved: 'Ofisi inasema imetatuliwa',
    confirmed: 'Imetatuliwa',
    disputed: 'Ofisi inasema imetatuliwa, aliyeripoti anakana',
    reopened: 'Imefunguliwa tena, haijatatuliwa',
    declined: 'Imekataliwa',
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
    none_answer: 'Hakuna muda uliowekwa wa kujibu ripoti za aina hii.',
    none_solution: 'Hakuna muda uliowekwa wa kutatua matatizo ya aina hii.',
    hidden: 'Siku kamili hazionyeshwi kwa ripoti za aina hii, ili mtu yeyote asitambulike.',
  },
  late: (days) => `Imechelewa kwa ${days}.`,
  waited: {
    today: 'Imefika leo.',
    days: (days) => `Hadi sasa imesubiri ${days}.`,
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
    late: (days, day) => `Ilichelewa kwa ${days}: muda uliowekwa uliisha ${day}.`,
  },
  declined: {
    reason: (note) => `Sababu iliyotolewa: “${note}”`,
    no_reason: 'Hakuna sababu iliyotangazwa. Unaweza kuiuliza.',
  },
  guarded: {
    unreleased:
      'Inahusu nini na ya wapi bado havionyeshwi: mwezi wake ukiisha, vitaonyeshwa kadiri ripoti nyingine zinazofanana zinavyoruhusu.',
    mondays: 'Ukurasa huu hubadilika Jumatatu pekee, ili anayeufuatilia asijue siku ya ripoti.',
    resolved: 'Muda uliochukuliwa hauonyeshwi hapa, ili mtu yeyote asitambulike.',
  },
  merged: {
    follow: (code) => `Yanayofuata yanaelezwa kwenye ripoti ${code}.`,
    not_public: 'Ripoti yao haitajwi hapa, ili kuwalinda wahusika.',
  },
  answers_not_recorded: 'Chanzo hiki hakirekodi ofisi ilijibu lini kwa mara ya kwanza.',
  usual: {
    answered: (tenths, place, days) =>
      tenths === 0
        ? `Katika ${place}, chini ya ripoti 1 kati ya 10 za aina hii zilijibiwa ndani ya ${days}.`
        : `Katika ${place}, ripoti ${tenths} kati ya 10 za aina hii ${tenths === 1 ? 'ilijibiwa' : 'zilijibiwa'} ndani ya ${days}.`,
    solved: (tenths, place, days) =>
      tenths === 0
        ? `Katika ${place}, chini ya tatizo 1 kati ya 10 ya aina hii yalitatuliwa ndani ya ${days}.`
        : `Katika ${place}, matatizo ${tenths} kati ya 10 ya aina hii ${tenths === 1 ? 'lilitatuliwa' : 'yalitatuliwa'} ndani ya ${days}.`,
    group_answered: (tenths, group, place, days) =>
      tenths === 0
        ? `Katika ${place}, chini ya ripoti 1 kati ya 10 kuhusu “${group}” zilijibiwa ndani ya ${days}.`
        : `Katika ${place}, ripoti ${tenths} kati ya 10 kuhusu “${group}” ${tenths === 1 ? 'ilijibiwa' : 'zilijibiwa'} ndani ya ${days}.`,
    group_solved: (tenths, group, place, days) =>
      tenths === 0
        ? `Katika ${place}, chini ya tatizo 1 kati ya 10 kuhusu “${group}” yalitatuliwa ndani ya ${days}.`
        : `Katika ${place}, matatizo ${tenths} kati ya 10 kuhusu “${group}” ${tenths === 1 ? 'lilitatuliwa' : 'yalitatuliwa'} ndani ya ${days}.`,
    longer: 'Hii imesubiri muda mrefu zaidi ya huo.',
    took_longer: 'Hii ilichukua muda mrefu zaidi ya huo.',
  },
  unpublished: {
    why: 'Yaliyoandikwa humo, na jinsi inavyoshughulikiwa, hayachapishwi. Hii ni kwa ajili ya kuwalinda wahusika.',
    privacy: 'Ni nini hakichapishwi kamwe, na kwa nini',
  },
};
