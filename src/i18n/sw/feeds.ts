import type { feeds as en } from '../en/feeds.ts';

export const feeds: typeof en = {
  follow: 'Fuatilia kwa kisoma milisho (Atom)',
  follow_this: 'Fuatilia ripoti hii kwa kisoma milisho (Atom)',
  follow_record: 'Fuatilia mstari huu kwa kisoma milisho (Atom)',
  all: (jurisdiction) => `Ripoti za ${jurisdiction}`,
  narrowed: (jurisdiction, chosen) => `Ripoti za ${jurisdiction}: ${chosen}`,
  reports_about:
    'Ripoti kadiri kila toleo linavyozileta, mpya na zilizobadilika, kuanzia toleo jipya kabisa.',
  entry: (kind, place) => `${kind}, ${place}`,
  as_of: (state, day) => `${state}, ilivyochapishwa ${day}.`,
  received: (day) => `Ilifika ${day}.`,
  record: 'Hii ni rekodi ya data iliyochapishwa, si ukurasa wa aliyeripoti.',
  releases: (jurisdiction) => `Matoleo ya ${jurisdiction}`,
  releases_about: 'Kila toleo la data, na wakati ripoti zilipoondolewa kwenye toleo.',
  release: (number, day) => `Toleo la ${number}: ripoti zilizofika kabla ya ${day}`,
  release_holds: (reports, added, changed) =>
    `Ripoti: ${reports}. Mpya: ${added}. Zilizobadilika: ${changed}.`,
  release_withdrawn: (reports, day) => `Zilizoondolewa ${day}: ${reports}.`,
  request: (code) => `Ripoti ${code}`,
  request_about: 'Yanayotendeka kuhusu ripoti hii.',
  missing: {
    wrong: 'Sehemu ya anwani si sahihi.',
    unknown: 'Hakuna mlisho kama huo hapa.',
    withdrawn: 'Ripoti hii imeondolewa kwenye uchapishaji. Hakuna chochote chake kinachoonyeshwa tena.',
    nothing: 'Bado hakuna kilichochapishwa: hakuna toleo.',
    away: 'Data haipatikani kwa sasa. Tafadhali jaribu tena baada ya dakika moja.',
  },
};
