import type { privacyStatement as en } from '../en/privacy-statement.ts';

export const privacyStatement: typeof en = {
  title: 'Jinsi watu wanavyolindwa',
  lead: (reports, text, k) =>
    reports === 0
      ? `Ripoti kuhusu jinsi watu walivyohudumiwa huonyeshwa kwa undani ambao ripoti nyingine zinazofanana zinaruhusu: lazima angalau watu ${k} tofauti wawe wameripoti mambo kama hayo katika mwezi uleule. Toleo hili bado halina yoyote.`
      : `${reports === 1 ? 'Ripoti moja ya toleo hili inahusu' : `Ripoti ${text} za toleo hili zinahusu`} jinsi watu walivyohudumiwa. Kila moja huonyeshwa kwa undani ambao nyingine zinazofanana zinaruhusu: angalau watu ${k} tofauti waliripoti mambo kama hayo katika mwezi uleule, na si wote waliopata matokeo sawa.`,
  shown_by: 'Huonyeshwa kwa mwezi pamoja na',
  reports: 'Ripoti',
  share: 'Sehemu',
  added: 'Mpya',
  step: {
    service: (level) => `${level} na aina`,
    group: (level) => `${level} na mada`,
    any: (level) => `${level} pekee`,
  },
  held: 'Bado hazijaonyeshwa',
  held_text: (reports, text) =>
    reports === 0
      ? 'Hakuna iliyolazimika kusubiri.'
      : reports === 1
        ? 'Ripoti moja ya miezi iliyopita ina chache mno zinazofanana nayo, na inasubiri toleo la baadaye.'
        : `Ripoti ${text} za miezi iliyopita zina chache mno zinazofanana nazo, na zinasubiri toleo la baadaye.`,
  risk: (people, chance) =>
    `Kundi dogo kabisa ambamo yoyote kati yake imejificha ni la watu ${people}. Anayejua mahali, aina na mwezi wa ripoti ana uwezekano usiozidi ${chance} wa kuupata mstari wake.`,
  blocked: (texts, text) =>
    texts === 0
      ? 'Hakuna maandishi yaliyoidhinishwa ambayo yalizuiwa kwa kuonekana kumtaja mhusika.'
      : texts === 1
        ? 'Maandishi mamoja yaliyoidhinishwa hayakuchapishwa, kwa kuwa yanaonekana kumtaja mhusika.'
        : `Maandishi ${text} yaliyoidhinishwa hayakuchapishwa, kwa kuwa yanaonekana kumtaja mhusika.`,
  none: 'Toleo hili lilitolewa kabla ya matoleo kuanza kuweka takwimu hizi.',
  ladder:
    'Pale walipo wachache zaidi, huonyeshwa eneo pana zaidi, au mada badala ya aina, hatua kwa hatua; pale hata hilo lisipotosha, husubiri mwezi wa baadaye. Kilichoonyeshwa mara moja hakifanywi kuwa na undani zaidi kamwe.',
  follow:
    'Yaliyoipata ripoti kama hiyo huonyeshwa tu baada ya muda uleule kupita tangu mwisho wa mwezi wake kama ulivyopita tangu siku ilipofika. Kwa hivyo hakuna anayeweza kukokotoa siku hiyo kwa kuangalia mstari unapobadilika.',
};
