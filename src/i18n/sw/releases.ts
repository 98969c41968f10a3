import type { releases as en } from '../en/releases.ts';

export const releases: typeof en = {
  title: 'Matoleo',
  description:
    'Nakala zenye namba ambazo hazibadiliki: kila moja ina nini, jinsi hesabu zake zinavyojumlika, faili zake na alama za uhakiki.',
  lead: 'Toleo ni nakala ya ripoti zote zilizochapishwa. Hupewa namba na halibadiliki tena, kwa hivyo takwimu inayonukuliwa kutoka humo hubaki ilivyokuwa. Kinachoondolewa humo ni kile tu kinachoweza kumfichua mtu, na ukurasa wake husema hivyo.',
  newest: (number, day) => `Jipya kabisa ni toleo la ${number}, la ${day}.`,
  next: {
    due: (day) => `Linalofuata linatarajiwa ${day}.`,
    today: 'Linalofuata linatarajiwa leo.',
    overdue: (day, days) => `Linalofuata lilitarajiwa ${day}. Limechelewa kwa ${days}.`,
  },
  cadence: {
    day: 'Toleo hutoka kila siku.',
    week: 'Toleo hutoka kila wiki.',
    month: 'Toleo hutoka kila mwezi.',
  },
  list: 'Matoleo yote',
  more: 'Matoleo ya awali',
  number: (number) => `Toleo la ${number}`,
  before: (day) => `yaliyofika kabla ya ${day}`,
  row: (requests, added, changed) => `Ripoti: ${requests}. Mpya: ${added}. Zilizobadilika: ${changed}.`,
  one: {
    title: (number, day) => `Toleo la ${number}, ${day}`,
    description: (number, day, requests) =>
      `Toleo la ${number}: ripoti ${requests} zilizofika kabla ya ${day}. Jinsi hesabu zake zinavyojumlika, faili zake na alama za uhakiki.`,
    lead: (requests, day) => `Toleo hili lina ripoti ${requests}. Zilifika kabla ya ${day}.`,
    first: 'Ni toleo la kwanza.',
    changes: (added, changed) => `Tangu toleo lililotangulia: mpya ${added}, zilizobadilika ${changed}.`,
    published: (day) => `Lilichapishwa ${day}.`,
    newest: 'Ndilo toleo jipya kabisa.',
    see_newest: 'Tazama toleo jipya kabisa',
    adds_up: 'Hakuna kilichoachwa: jinsi hesabu zinavyojumlika',
    adds_up_text: (received) =>
      `Kila ripoti iliyofika kabla ya muda wa toleo imo katika mojawapo ya mistari hii. Kwa jumla ni ${received}.`,
    sensitive_note: (reporters) =>
      `Aina nyeti huhesabiwa robo ya mwaka inapoisha, na pale tu watu tofauti wasiopungua ${reporters} waliporipoti. Zilizo chini ya hapo hazimo katika mstari wowote.`,
    off: (parts, received) =>
      `Mistari inafikia ${parts}, lakini zilizopokelewa ni ${received}. Hesabu za toleo hili hazijumliki sawa.`,
    about_rounded: (step) => `imekadiriwa hadi ${step} iliyo karibu`,
    too_few: 'chache mno kutajwa',
    lines: {
      published: 'Zilizochapishwa moja moja',
      merged: 'Zilizounganishwa na ripoti nyingine ya tatizo hilohilo',
      withheld: 'Zilizozuiwa',
      sensitive: 'Za aina ambazo huhesabiwa tu, hazionyeshwi moja moja',
      pending:
        'Zinazosubiri toleo la baadaye, ripoti nyingine za aina yake zitakapofika (idadi imepunguzwa hadi namba ya karibu iliyo chini)',
      received: 'Zilizopokelewa kabla ya muda wa toleo',
    },
    reasons: {
      personal_data: 'ingeonyesha ni nani anayehusika',
      abuse: 'matusi',
      not_for_county: 'si jambo la ofisi hii',
      legal: 'sheria inakataza',
      test: 'ujumbe wa majaribio',
      withdrawn: 'iliondolewa baada ya kuchapishwa',
    },
    reason_other: 'sababu nyingine',
    line: 'Ripoti',
    count: 'Idadi',
    measures: 'Kinachopimwa',
    measures_text: {
      first_response: 'Muda hadi jibu la kwanza, na muda hadi suluhisho.',
      resolution: 'Muda hadi suluhisho.',
    },
    no_first_response: 'Chanzo hiki hakirekodi jibu la kwanza.',
    policy: 'Kanuni zilizotumika',
    policy_version: (version) => `Kanuni za faragha, toleo la ${version}`,
    policy_coarse: (jurisdiction) =>
      `Ripoti kuhusu jinsi watu walivyohudumiwa huonyeshwa kwa mada na mwezi tu, kwa ${jurisdiction} yote kwa jumla.`,
    policy_k: (k) =>
      `Ripoti kuhusu jinsi watu walivyohudumiwa huonyesha mahali na aina ikiwa tu watu tofauti wasiopungua ${k} wanashiriki mahali na aina hiyo mwezi huo.`,
    policy_area: (people) =>
      `Eneo lenye watu chini ya ${people} huonyeshwa tu kama sehemu ya eneo kubwa zaidi.`,
    policy_sensitive: (reporters, step) =>
      `Aina nyeti huhesabiwa tu: kuanzia watu tofauti ${reporters}, na kukadiriwa hadi ${step} iliyo karibu.`,
    to_files: 'Faili na alama za uhakiki',
    files: 'Faili',
    files_text:
      'Faili hizi hazibadiliki kamwe. Alama ya uhakiki (SHA-256) huonyesha kama nakala ni sawa hadi herufi ya mwisho.',
    withdrawals: 'Zilizoondolewa',
    withdrawn: (reports, day, one) =>
      one ? `Ripoti moja iliondolewa ${day}.` : `Ripoti ${reports} ziliondolewa ${day}.`,
    coarsened: (reports, day, one) =>
      `${one ? 'Ripoti moja ilifanywa' : `Ripoti ${reports} zilifanywa`} kuwa ya jumla zaidi ${day}, kwa sababu nyingine za aina na mahali hapo ziliondolewa.`,
    withdrawn_text:
      'Ripoti ambazo zingeweza kumfanya mtu atambulike ziliondolewa kwenye toleo hili. Haisemwi ni zipi. Takwimu, faili na alama za uhakiki za toleo hili ni zile zisizo nazo.',
    withdrawn_checksum: (day) => `Alama ya uhakiki ya orodha ya faili kabla ya ${day}`,
    files_changed:
      'Faili hizi hubadilika tu ripoti zinapoondolewa. Alama ya uhakiki (SHA-256) huonyesha kama nakala ni sawa hadi herufi ya mwisho.',
    no_files: 'Toleo hili halina faili za kupakua.',
    file: (rows, bytes) => `${rows}, ${bytes}`,
    manifest: 'Alama ya uhakiki ya orodha ya faili',
    how: 'Jinsi ya kuhakiki faili',
    reports: 'Ripoti za toleo hili',
    earlier: 'Toleo lililotangulia',
    later: 'Toleo lililofuata',
  },
  missing: {
    title: 'Hakuna toleo kama hilo',
    text: (newest) => `Matoleo yana namba kuanzia 1 hadi ${newest}.`,
  },
};
