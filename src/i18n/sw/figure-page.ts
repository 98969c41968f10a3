import type { figurePage as en } from '../en/figure-page.ts';

export const figurePage: typeof en = {
  all_title: 'Takwimu za kunukuu',
  all_description: (place) =>
    `Kila takwimu kuhusu ripoti za ${place}: inasema nini, thamani yake mpya kabisa, na anwani inayoihifadhi ilivyo.`,
  all_lead:
    'Kila takwimu ina anwani yake inayotaja toleo. Inachosema hapo hakibadiliki, kwa hivyo inaweza kunukuliwa na kuhakikiwa hata baada ya miaka.',
  all_note: 'Kila namba kwenye tovuti hii ni kiungo cha takwimu yake: iguse uifuate.',
  all_several: (members) => `(namba ${members})`,
  all_newest: (release) => `Thamani hizi ni za ${release}.`,
  all_area: 'Kwa undani zaidi',
  all_area_text:
    'Takwimu yoyote inaweza kuonyeshwa kwa eneo, aina ya ripoti, ofisi au kipindi cha kupokelewa. Kurasa zinazolinganisha hivyo zina kiungo cha kila namba kwenda kwa takwimu yake.',
  up: 'Ulipo',
  description: (what, release) =>
    `${what}, ${release}: thamani, kiwango cha uhakika, maana, na jinsi ya kuinukuu.`,
  n: (count, n) => (count === 1 ? `Inatokana na ripoti ${n} tu.` : `Inatokana na ripoti ${n}.`),
  censored: (count, censored) =>
    count === 0
      ? 'Zote zilikuwa zimefikia hapo toleo lilipotengenezwa.'
      : count === 1
        ? `${censored} kati yake ilikuwa haijafikia hapo ilipofuatiliwa mwisho, na inahesabiwa kwa muda huo.`
        : `${censored} kati yake zilikuwa hazijafikia hapo zilipofuatiliwa mwisho, na zinahesabiwa kwa muda huo.`,
  interval: (low, high) =>
    `Kiwango cha uhakika wa 95% ni ${low} hadi ${high}: bahati peke yake inaweza kuisogeza thamani hadi hapo.`,
  interval_open: (low) =>
    `Kiwango cha uhakika wa 95% ni ${low} au zaidi: zaidi kiasi gani bado haijulikani, kwa kuwa nyingi zinasubiri.`,
  counted: 'Ni hesabu kamili, si makadirio, kwa hivyo haina kiwango cha uhakika.',
  incomplete:
    'Ripoti za kipindi hiki bado hazijafuatiliwa hadi mwisho. Matoleo yajayo yatasema jambo tofauti.',
  few: (ranked) =>
    `Ni chini ya ripoti ${ranked}: chache mno kulinganisha na maeneo, huduma au ofisi nyingine.`,
  remainder:
    'Ni ripoti tu ambazo zimechapishwa kwa ujumla zaidi kuliko ukurasa wake unavyotaka: bila mahali au aina yake hasa.',
  coarser: (count, n) =>
    count === 1
      ? `Ripoti ${n} zaidi imechapishwa kwa ujumla mno kujua kama inahusika hapa. Haikuhesabiwa.`
      : `Ripoti ${n} zaidi zimechapishwa kwa ujumla mno kujua kama zinahusika hapa. Hazikuhesabiwa.`,
  demonstration: 'Hili ni onyesho. Ripoti zimebuniwa; usinukuu takwimu hii.',
  members: 'Namba zote za takwimu hii',
  member: 'Namba ya',
  value: 'Thamani',
  exact: {
    title: 'Kwa namba',
    value: 'Thamani',
    more_than: 'Zaidi ya',
    interval: 'Kiwango cha uhakika wa 95%',
    n: 'Ripoti (n)',
    censored: 'Ambazo hazikufuatiliwa hadi tukio',
    statistic: 'Takwimu',
    version: (version) => `toleo la kanuni ${version}`,
    release: 'Toleo',
    none: 'hakuna',
  },
  about: 'Ni nini, na inavyokokotolewa',
  about_more: 'Jinsi takwimu zinavyopatikana',
  narrowed: {
    title: 'Inahusu nini tu',
    nothing: (place) => `Ripoti zote zilizochapishwa za ${place}.`,
    area: 'Mahali',
    service: 'Aina ya ripoti',
    group: 'Kundi',
    agency: 'Ofisi',
    period: 'Zilizopokelewa',
    member: 'Kati ya namba zake',
  },
  until: (day) => `hadi ${day}`,
  from: (day) => `tangu ${day}`,
  frozen: (release) => `Takwimu hii ni ya ${release}, na inabaki kama ilivyokuwa wakati huo.`,
  release_page: 'Yaliyomo katika toleo hili',
  later: {
    several: (release) => `Jipya kabisa, ${release}, linasema tofauti.`,
    title: 'Matoleo ya baadaye yanasema nini',
    newest: 'Hili ndilo toleo jipya kabisa. Bado hakuna la baadaye linalosema tofauti.',
    same: (release) => `Jipya kabisa, ${release}, linasema vivyo hivyo.`,
    changed: (release, value) => `Jipya kabisa, ${release}, linasema ${value}`,
    more: (by) => `: zaidi kwa ${by}.`,
    less: (by) => `: pungufu kwa ${by}.`,
    plain: '.',
    gone: (release) =>
      `Jipya kabisa, ${release}, halina tena mahali, aina au ofisi hii, kwa hivyo halina takwimu hii.`,
    link: 'Takwimu hiyohiyo huko',
    points: (points) => `pointi ${points} za asilimia`,
    why: 'Kwa nini toleo la baadaye linaweza kusema tofauti:',
    reasons: {
      new: 'ripoti zaidi zimeingia tangu hapo, au zilisubiri hadi nyingine za kutosha za aina yake zifike',
      follow_up: 'ripoti zilezile zimefuatiliwa kwa muda mrefu zaidi: waliokuwa wakisubiri huenda wamejibiwa',
      corrections: 'ofisi imesahihisha ilichokuwa imerekodi',
      withdrawn:
        'ripoti zimeondolewa kwa kuwa zingeweza kumfichua mtu. Huondolewa katika matoleo yote, hili likiwemo; ukurasa wa toleo husema lini na ngapi',
    },
  },
  cite: {
    interval: (low, high) =>
      high === null
        ? `kiwango cha uhakika wa 95%: ${low} au zaidi`
        : `kiwango cha uhakika wa 95%: ${low} hadi ${high}`,
    title: 'Jinsi ya kuinukuu',
    text: 'Taja toleo na anwani: atakayeifuata ataikuta takwimu hii.',
    untitled: 'Takwimu',
    save: (format) => `Hifadhi kama ${format}`,
    invented: 'onyesho, data ya kubuni',
  },
  machine: {
    title: 'Kwa programu, na kwa kuhakiki',
    json: 'Takwimu hii kama JSON',
    rows: 'Ripoti ambazo imekokotolewa kwazo, za kusoma',
    rows_csv: 'Hizohizo kama faili (CSV)',
    dataset: 'Maana ya safu',
    verify: 'Jinsi ya kuhakiki faili',
    recompute: 'Jinsi ya kukokotoa takwimu upya',
  },
  embed: {
    title: 'Weka hii kwenye tovuti yako',
    text: 'Nakili mojawapo kwenye tovuti nyingine. Haipakii programu, haimfuatilii mtu, na hutaja toleo na chanzo chake.',
    figure: 'Takwimu',
    chart: 'Mchoro wa muda',
    map: 'Ramani ya maeneo yote',
    look: 'Itazame peke yake',
    source: 'Chanzo',
    table: 'Takwimu hizohizo kama jedwali',
    place: 'Mahali',
  },
  missing: {
    release_title: 'Hakuna toleo kama hilo',
    release: (newest) => `Matoleo yana namba kuanzia 1 hadi ${newest}.`,
    statistic_title: 'Hakuna takwimu kama hiyo',
    statistic: 'Huenda anwani imekosewa. Hizi ndizo takwimu zilizopo:',
    wrong_title: 'Anwani hii inauliza kitu ambacho hakipo',
    wrong: 'Kilichokosewa:',
    unknown: 'jina ambalo si mojawapo ya: area, service, group, agency, period, member',
    curve: 'ni takwimu ya sehemu kwa siku tu inayoweza kuchorwa kama mchoro wa muda',
    map: 'ni namba moja inayojulikana kwa maeneo tu inayoweza kuonyeshwa kwenye ramani; chagua moja kwa member',
    see_newest: 'Takwimu hii katika toleo jipya kabisa',
    parameters: {
      area: 'hakuna eneo kama hilo katika toleo hili',
      service: 'hakuna aina ya ripoti kama hiyo katika toleo hili',
      group: 'hakuna kundi kama hilo katika toleo hili',
      agency: 'hakuna ofisi kama hiyo katika toleo hili',
      period: 'mwaka, mwezi au siku kama 2026-11, au kipindi kama 2026-01..2026-03',
      member: 'mojawapo ya namba za takwimu hii, kama zilivyotajwa kwenye jedwali lake',
      remainder: 'area, service, group au agency; kwa mahali penye ngazi kadhaa ni hesabu tu',
      area_level: 'ngazi ya maeneo, pamoja na remainder=area',
    },
  },
};
