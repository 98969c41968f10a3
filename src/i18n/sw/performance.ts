import type { performance as en } from '../en/performance.ts';

export const performance: typeof en = {
  standards_lead: {
    answered_in_time:
      '{share} ya ripoti ambazo muda wake umekwisha zilipata jibu la kwanza ndani ya muda ulioahidiwa ({interval}, {n}).',
    resolved_in_time:
      '{share} ya ripoti ambazo muda wake umekwisha zilitatuliwa ndani ya muda ulioahidiwa ({interval}, {n}).',
  },
  reports: (_count, text) => `ripoti ${text}`,
  rows: {
    agency: 'Kwa ofisi: {met} zimetimiza, {missed} hazikutimiza, {open} bado haiwezi kusemwa.',
    service: 'Kwa aina ya ripoti: {met} zimetimizwa, {missed} hazikutimizwa, {open} bado haiwezi kusemwa.',
    area: 'Kwa mahali: {met} ahadi imetimizwa, {missed} haikutimizwa, {open} bado haiwezi kusemwa.',
  },
  promises: { answered_in_time: 'Jibu la kwanza', resolved_in_time: 'Utatuzi' },
  promised: 'Ahadi',
  within: 'Ndani ya ahadi',
  interval: 'Kwa uhakika wa 95%',
  n: 'Ripoti',
  over: 'Bila jibu baada ya ahadi',
  kept: 'Imetimizwa?',
  beside: (place) => `Kando ya ${place}`,
  verdicts: {
    met: 'imetimizwa',
    missed: 'haikutimizwa',
    close: 'zinakaribiana mno',
    few: 'ni chache mno',
    early: 'ni mapema kusema',
    not_recorded: 'hairekodiwi',
    no_requests: 'hakuna ripoti',
    none: 'hakuna ahadi',
    by_month: 'haiwezi kuonyeshwa: huchapishwa kwa mwezi',
  },
  compared: {
    share: {
      above: 'juu zaidi',
      below: 'chini zaidi',
      alike: 'hakuna tofauti dhahiri',
      few: 'ni chache mno',
    },
    hours: {
      above: 'muda mrefu zaidi',
      below: 'muda mfupi zaidi',
      alike: 'hakuna tofauti dhahiri',
      few: 'ni chache mno',
    },
    none: '–',
  },
  rule: (ranked) =>
    `Ahadi huhesabiwa kuwa imetimizwa pale angalau ripoti tisa kati ya kumi zimo ndani ya muda wake, na kuwa haikutimizwa pale ni chache kuliko hizo. Kiwango cha uhakika wa 95% ndicho huamua: kikigusa pande zote mbili, zinakaribiana mno. Kwa ripoti chini ya ${ranked} hakuna kinachosemwa. Ripoti ambazo muda wake haujaisha hazihesabiwi upande wowote.`,
  compare_rule: (place, ranked) =>
    `“Juu zaidi”, “chini zaidi”, “muda mrefu zaidi” na “muda mfupi zaidi” husemwa tu pale viwango vya uhakika wa 95% vya pande mbili havipishani na kila upande una angalau ripoti ${ranked}. ${place} kwa ujumla inajumuisha sehemu iliyo kando yake. Mistari imepangwa kwa alfabeti; hakuna upangaji wa ubora.`,
  no_promises: 'Hakuna muda ulioahidiwa hapa, kwa hivyo hakuna ahadi ya kutimizwa au kuvunjwa.',
  by_month:
    'Baadhi ya ripoti huchapishwa kwa mwezi ili kuwalinda waliozitoa. Hazina siku ya mwisho ya kujibiwa, kwa hivyo haiwezi kuonyeshwa kama muda wake ulifuatwa.',
  coarser: (count) =>
    count === 1
      ? 'Ripoti nyingine {n} imechapishwa kwa ujumla mno, ili kuwalinda watu, hivi kwamba haijulikani kama ni ya hapa. Haikuhesabiwa kwenye ukurasa huu.'
      : 'Ripoti nyingine {n} zimechapishwa kwa ujumla mno, ili kuwalinda watu, hivi kwamba haijulikani kama ni za hapa. Hazikuhesabiwa kwenye ukurasa huu.',
  unanswered: (count) =>
    count === 0
      ? 'Hakuna ripoti inayosubiri jibu la kwanza kupita muda ulioahidiwa.'
      : count === 1
        ? 'Ripoti {n} bado inasubiri jibu la kwanza, ingawa muda ulioahidiwa umekwisha.'
        : 'Ripoti {n} bado zinasubiri jibu la kwanza, ingawa muda ulioahidiwa umekwisha.',
  outcomes_title: (share, days) => `Baada ya ${days}, ${share} ya ripoti bado zinasubiri`,
  outcomes_measure:
    'Ripoti zilivyoishia kwa siku tangu zipokelewe; zilizotatuliwa, zilizokataliwa, zilizounganishwa na nyingine na zinazosubiri kwa pamoja ni ripoti zote',
  outcomes: {
    resolved: 'Zilizotatuliwa',
    declined: 'Zilizokataliwa',
    merged: 'Zilizounganishwa',
    waiting: 'Bado zinasubiri',
  },
  after: 'Baada ya',
  age_title: (old, all) => `Kati ya ripoti ${all} zilizo wazi, ${old} zimesubiri zaidi ya siku 30`,
  age_title_fresh: 'Hakuna ripoti iliyo wazi iliyosubiri zaidi ya siku 30',
  age_title_none: 'Hakuna ripoti iliyo wazi',
  age_measure: 'Ripoti zilizo wazi kwa siku ambazo zimesubiri',
  age: 'Zimesubiri',
  solved: 'Baada ya utatuzi',
  reopened:
    'Kati ya {n} zilizotatuliwa zaidi ya siku 30 kabla ya toleo, {share} zilifunguliwa tena ndani ya siku 30.',
  said: 'Kati ya {n} ambazo ofisi inasema imezitatua, waliozitoa wamethibitisha {confirmed} na kupinga {disputed}. Wengine hawajasema chochote; ukimya hauhesabiwi upande wowote.',
  said_nowhere: 'Hairekodiwi kama walioripoti wanakubali kwamba tatizo limetatuliwa.',
  measure: 'Kipimo',
  whole_figures: 'Kwa takwimu',
  each_place: 'Vivyo hivyo kwa kila mahali',
  each_service: 'Vivyo hivyo kwa kila aina ya ripoti',
  more: 'Ahadi za muda, mrundikano na mabadiliko',
  of: (what) => `Utendaji: ${what}`,
  area_description: (place) =>
    `${place}: ahadi za muda zilizotimizwa au kuvunjwa kwa aina ya ripoti, mrundikano kwa umri, mabadiliko, na ulinganisho na eneo lote.`,
  service_description: (kind) =>
    `${kind}: ahadi za muda zilizotimizwa au kuvunjwa kwa mahali, mrundikano kwa umri, mabadiliko, na ulinganisho na eneo lote.`,
};
