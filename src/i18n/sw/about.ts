import type { about as enAbout, method as enMethod, privacy as enPrivacy } from '../en/about.ts';

export const about: typeof enAbout = {
  title: 'Kuhusu tovuti hii',
  description: (jurisdiction) =>
    `Tovuti hii ni ya nini, nani anaiendesha, na jinsi yeyote anavyoweza kuhakiki inachosema kuhusu ripoti za ${jurisdiction}.`,
  lead: (jurisdiction) =>
    `Wananchi huieleza ${jurisdiction} kilichoharibika na kinachokwenda vibaya. Tovuti hii inaonyesha kilichoripotiwa, kilichojibiwa, ilichukua muda gani, na kisichojibiwa kamwe.`,
  sections: [
    {
      heading: 'Kwa nini ipo',
      paragraphs: [
        'Zamani ripoti zilipotea. Asipojibiwa, mtu huanza kufikiri kwamba anapuuzwa kwa makusudi. Kwa hivyo kila ripoti hupewa namba, na ukurasa wake huonyesha imefikia wapi.',
        'Jina la tovuti linasema yote: majibu.',
      ],
    },
    {
      heading: 'Unachoweza kufanya hapa',
      paragraphs: [
        'Fuatilia ripoti moja kwa namba yake. Ona hali ya eneo lako au ya aina fulani ya tatizo. Pakua yote uhesabu mwenyewe.',
        'Habari njema na mbaya huonyeshwa kwa ukubwa uleule. Ripoti ambayo bado inasubiri huhesabiwa katika kila muda wa kusubiri, kwa hivyo ofisi haiwezi kuonekana ya haraka kwa kujibu zilizo rahisi tu.',
      ],
    },
    {
      heading: 'Kwa nini unaweza kuihakiki',
      paragraphs: [
        'Takwimu hutoka kwenye matoleo yenye namba ambayo hayabadiliki. Kila toleo huonyesha jinsi hesabu zake zinavyojumlika, na faili zake zina alama za uhakiki. Takwimu ikibadilishwa baadaye, yeyote mwenye nakala ya zamani anaweza kuonyesha hivyo.',
      ],
    },
    {
      heading: 'Isichoonyesha',
      paragraphs: [
        'Aliyeripoti. Namba za simu, majina, ujumbe na picha havifiki kamwe kwenye tovuti hii. Ripoti zinazoweza kumtambulisha mtu huonyeshwa kwa maelezo machache, au huhesabiwa tu.',
      ],
    },
  ],
  links: {
    method: 'Jinsi takwimu zinavyopatikana',
    privacy: 'Kinachochapishwa na kisichochapishwa',
    releases: 'Matoleo yote',
    data: 'Data huria',
    languages: 'Lugha za tovuti hii',
  },
  contact: 'Nani anaiendesha',
  contact_text: (name) =>
    `Ripoti na majibu yake hutoka kwa ${name}. Waandikie ikiwa kuna kosa kwenye tovuti hii:`,
  software: 'Programu hii inaitwa Majibu. Ni huru, na kaunti na miji mingine inaweza kuitumia.',
};

export const method: typeof enMethod = {
  title: 'Jinsi takwimu zinavyopatikana',
  description:
    'Jinsi muda wa kusubiri, sehemu na hesabu zinavyokokotolewa, kwa maneno rahisi, ili yeyote aweze kuzikokotoa tena.',
  lead: 'Kila takwimu hukokotolewa kutoka mistari ya toleo moja, ambayo yeyote anaweza kuipakua. Hakuna kingine kinachoingia humo.',
  sections: [
    {
      heading: 'Zinazosubiri huhesabiwa',
      paragraphs: [
        'Njia ya kawaida ni kuchukua ripoti zilizotatuliwa na kutafuta wastani wa siku zake. Hapo ripoti isiyotatuliwa kamwe haihesabiwi: ofisi ikiwa ya polepole zaidi, ndivyo inavyoonekana bora.',
        'Hapa kila ripoti huhesabiwa tangu siku ilipofika, kwa muda wote ambao iliweza kufuatiliwa. Watu kumi wakisubiri na wawili tu wakajibiwa, wale wanane wengine wamo katika takwimu. Njia hii huitwa uchanganuzi wa uhai (survival analysis); mchoro wake ni makadirio ya Kaplan–Meier.',
      ],
    },
    {
      heading: '“Nusu ndani ya siku 5” na “zaidi ya siku 60”',
      paragraphs: [
        'Muda wa kati ni ule ambao nusu ya ripoti zilijibiwa ndani yake. Kando yake upo muda ambao tisa kati ya kumi zilijibiwa ndani yake.',
        'Wakati mwingine nusu yake hazijajibiwa kwa muda wote ambao zilifuatiliwa. Hapo takwimu husema “zaidi ya siku 60”: ni zaidi ya siku 60, na bado haijulikani ni zaidi kwa kiasi gani. Haiachwi wazi kamwe.',
      ],
    },
    {
      heading: 'Ripoti hufuatiliwa tangu lini hadi lini',
      paragraphs: [
        'Siku ambayo ripoti ilifika huchapishwa, saa haichapishwi. Ili wote watendewe sawa, ufuatiliaji huanza mwisho wa siku hiyo (au wa mwezi, pale mwezi tu unapochapishwa) na huisha toleo linapofungwa. Jibu lililokuja baada ya hapo huhesabiwa katika toleo linalofuata.',
        'Hivyo yeyote anaweza kukokotoa vivyo hivyo kutoka mistari iliyochapishwa, na ripoti mpya haipandishi wala haishushi takwimu.',
      ],
    },
    {
      heading: 'Saa na siku',
      paragraphs: [
        'Muda hadi saa 48 hutolewa kwa saa kamili, ulio mrefu zaidi kwa siku kamili. Kila mara huongezwa hadi saa au siku inayofuata, ili usionekane mfupi kuliko ulivyokuwa. Saa ya tukio haichapishwi, kwa sababu ingeweza kuonyesha aliyeripoti.',
      ],
    },
    {
      heading: 'Jibu ni nini, na suluhisho ni nini',
      paragraphs: [
        'Jibu ni jambo la kwanza ambalo ofisi ilifanya hadharani kuhusu ripoti, kama kuthibitisha kuipokea au kuanza kazi. Suluhisho ni pale ofisi inaposema kwamba tatizo limetatuliwa.',
        'Ripoti iliyokataliwa, au iliyounganishwa na nyingine, imefika mwisho lakini haikutatuliwa: huacha kufuatiliwa hapo na haihesabiwi kamwe kuwa imetatuliwa. Iliyofunguliwa tena haijatatuliwa.',
        'Kauli ya ofisi na kauli ya aliyeripoti husimama bega kwa bega. Hazichanganywi kamwe katika takwimu moja.',
      ],
    },
    {
      heading: 'Kwa wakati au kwa kuchelewa',
      paragraphs: [
        'Kila aina ya ripoti ina muda ambao ofisi ilijiwekea. Pale muda unapohesabiwa kwa siku za kazi, wikendi na sikukuu hazihesabiwi. Ripoti imechelewa kuanzia siku inayofuata siku yake ya mwisho. Huhesabiwa tu ripoti ambazo muda wake umekwisha, uwe ulifuatwa au la.',
      ],
    },
    {
      heading: 'Takwimu ni ya uhakika kiasi gani',
      paragraphs: [
        'Pale takwimu inapoweza kuwa ya bahati tu, kiwango kilicho kando yake husema kwa kiasi gani: kwa uhakika wa 95% thamani halisi imo ndani yake. Sehemu mbili ambazo viwango vyake vinapishana zisiitwe bora au mbaya zaidi.',
      ],
    },
  ],
  few: 'Ripoti chache',
  few_text: (n) =>
    `Kwa ripoti chini ya ${n}, sehemu au muda wa kusubiri hausemi mengi. Hapo huonyeshwa kwa maneno pamoja na idadi yake, au hauonyeshwi, na kamwe hautiwi rangi kwenye ramani wala kupangwa kwa ubora.`,
  not_recorded: 'Ambacho chanzo hiki hakirekodi',
  not_recorded_text:
    'Chanzo hiki hakirekodi ripoti ilijibiwa lini kwa mara ya kwanza. Kwa hivyo takwimu za jibu la kwanza hazipo. Si sifuri.',
  coarse: 'Ripoti zinazojulikana kwa ujumla tu',
  coarse_text:
    'Baadhi ya ripoti huchapishwa kwa eneo kubwa zaidi au mada pana zaidi tu, ili kuwalinda watu. Huhesabiwa katika takwimu za eneo hilo kubwa, si za sehemu zake. Majedwali yana mstari wake, ili mistari yote ifikie jumla; na kila takwimu ya mahali au ya aina husema ni ripoti ngapi zaidi zinazojulikana kwa ujumla tu. Huenda baadhi yake ni za hapo.',
  coarse_late:
    'Ripoti kama hiyo huchapishwa kwa mwezi wake, na yaliyoipata huchapishwa tu baada ya muda uleule kupita tangu mwisho wa mwezi huo kama ulivyopita tangu siku ilipofika. Ufuatiliaji huanza mwisho wa mwezi kwa zote, kwa hivyo hili halifupishi wala halirefushi muda wowote wa kusubiri.',
  list: 'Kila takwimu',
  list_text: 'Pamoja na jina lake katika data, inachosema, na jinsi inavyokokotolewa.',
  check: 'Hakiki mwenyewe',
  check_text: 'Pakua ripoti za toleo ukokotoe. Katika R, kwa kifurushi cha “survival”:',
  check_all:
    'Takwimu zote na faili zote kwa pamoja: amri hii huhitaji anwani ya tovuti hii tu, hukokotoa upya takwimu zote kutoka ripoti zilizochapishwa katika hifadhidata nyingine kwa maagizo mengine, na huorodhesha chochote kilicho tofauti.',
  check_note:
    'Hapa time na event hutoka kwenye safu first_response_hours na received_period na muda wa toleo, kama ilivyoelezwa hapo juu.',
};

export const privacy: typeof enPrivacy = {
  title: 'Faragha',
  description: 'Kinachochapishwa kuhusu ripoti, kwa undani gani, na kisichochapishwa kamwe.',
  lead: 'Asiwepo anayeumia kwa sababu aliripoti. Kwa hivyo ripoti huchapishwa kwa undani ule tu ulio salama kwa watu wanaohusika.',
  tiers: 'Aina tatu za ripoti',
  tiers_text: 'Ripoti ni ya aina gani hutegemea kinachoweza kumpata aliyeituma.',
  open: 'Wazi',
  open_text:
    'Mahali na vitu: barabara, vituo vya maji, taa, taka. Ripoti kama hiyo haisemi chochote kuhusu mtu. Huonyeshwa pamoja na wadi, aina na siku ilipofika.',
  guarded: 'Yenye ulinzi',
  guarded_text:
    'Jinsi watu walivyohudumiwa: katika zahanati, shule na ofisi. Ripoti kama hiyo inaweza kumtambulisha mtu. Huonyeshwa kwa mwezi badala ya siku, na mahali na aina yake hutajwa kadiri tu ripoti nyingine zinazofanana zinavyoruhusu.',
  sensitive: 'Nyeti',
  sensitive_text:
    'Mwenendo wa wafanyakazi, rushwa, afya ya mtu binafsi, ukatili, watoto, migogoro ya ardhi. Ripoti kama hiyo haionyeshwi kamwe, huhesabiwa tu. Ukurasa wake husema “imepokelewa”, “inashughulikiwa” au “imefungwa”, na hakuna kingine.',
  raised:
    'Wafanyakazi wanaweza kuhamishia ripoti moja kwenye aina yenye ulinzi zaidi, au kuizuia. Hakuna kinacholegezwa baada ya kutolewa.',
  in_use: 'Aina zinazotumika hapa',
  published: 'Kinachochapishwa kuhusu ripoti',
  published_list: [
    'namba yake, ambayo huchaguliwa kwa bahati nasibu na haisemi chochote kuhusu mpangilio au idadi; kwa ripoti zenye ulinzi ni kitambulisho cha mstari, ambacho si namba ya ukurasa ambao aliyeripoti huifuatilia',
    'eneo na aina ya ripoti, kwa undani unaoruhusiwa na aina yake',
    'siku au mwezi ilipofika',
    'ilijibiwa na kutatuliwa baada ya saa au siku ngapi',
    'imefikia wapi, na ofisi inayohusika',
    'watu wangapi waliiripoti, kwa makundi: 1, 2 hadi 4, 5 hadi 9, 10 au zaidi',
    'kwa ripoti zilizo wazi, muhtasari mfupi ulioidhinishwa na wafanyakazi wawili',
  ],
  never: 'Kisichochapishwa kamwe',
  never_list: [
    'namba za simu, majina, au chochote kinachounganisha ripoti mbili za mtu mmoja',
    'ujumbe wenyewe, sauti na picha',
    'mahali kamili, anwani na viwianishi vya ramani',
    'saa ya tukio',
  ],
  example: 'Mfano: kwa undani ambao nyingine zinazofanana zinaruhusu',
  example_text:
    'Ripoti hizi zenye ulinzi zilifika katika mwezi mmoja. Kila nukta ni mtu. Katika mfano huu lazima angalau watu 5 wawe pamoja, na ripoti zao zisiwe zimeishia sawa zote; vinginevyo hatua inayofuata, isiyo na undani sana, hujaribiwa kwa zilizobaki.',
  example_who: 'Walioripoti',
  example_shown: 'Inavyoonyeshwa',
  example_rows: {
    service: (level) => `watu 6 kuhusu aina moja, ${level.toLocaleLowerCase('sw')} moja`,
    group: (level) =>
      `watu 3 kuhusu aina moja na 3 kuhusu nyingine ya mada ileile, ${level.toLocaleLowerCase('sw')} moja`,
    above: (level, above) =>
      `watu 2 kuhusu aina moja katika kila moja ya sehemu tatu (${level.toLocaleLowerCase('sw')}) za ${above.toLocaleLowerCase('sw')} moja`,
    any: 'mtu mmoja kuhusu kila moja ya mada tano',
    held: 'mtu mmoja katika mwezi mwingine, bila mwingine yeyote aliyebaki',
  },
  example_waits: 'bado: inasubiri mwezi wa baadaye',
  example_kept:
    'Undani ambao ripoti ilipewa katika mwezi wake haubadiliki. Ripoti za miezi mingine haziongezwi kamwe ili kuipa undani zaidi, na anayeandika mara nyingi huhesabiwa kuwa mtu mmoja.',
  ids: 'Namba mbili ambazo hakuna anayeweza kuziunganisha',
  ids_text:
    'Aliyeripoti hufuatilia ripoti yake kwenye ukurasa wake wenye namba. Kama mstari uliochapishwa ungekuwa na namba hiyohiyo, yeyote angeweza kuutazama ukurasa huo, kuona siku unapofungwa, kuondoa idadi ya siku iliyochapishwa, na kujua siku ripoti ilipofika. Kwa hivyo mstari wa ripoti yenye ulinzi una kitambulisho kingine, na hakuna chochote hapa kinachoviunganisha viwili hivyo. Ukurasa huonyesha mahali na aina kama mstari unavyoonyesha tu, na kabla ya hapo huonyesha tu kwamba ripoti ipo.',
  follow: 'Mstari wenye ulinzi huonyesha lini yaliyotokea',
  follow_text:
    'Ripoti ya tarehe 3 Mei inajibiwa baada ya siku 8. Mstari wake husema “inasubiri” hadi tarehe 8 Juni iishe, siku 8 baada ya mwisho wa Mei; ni toleo la baada ya hapo tu linalosema “ilijibiwa baada ya siku 8”. Kwa ripoti ya tarehe 30 Mei iliyochukua siku 8, mstari hubadilika wakati uleule. Kwa hivyo wakati ambao mstari hubadilika hausemi chochote kuhusu siku ripoti ilipofika.',
  texts: 'Maandishi ya umma',
  texts_text:
    'Muhtasari mfupi huandikwa na mfanyakazi mmoja na kuidhinishwa na mwingine; hifadhidata haitoi maandishi ambayo mtu mmoja peke yake aliyapitisha. Kisha programu hutafuta yanayoweza kuonyesha mhusika: namba za simu hata zikiandikwa vipi, anwani, namba za magari, namba za vitambulisho, majina, maneno yaliyochukuliwa kutoka kwenye ujumbe. Ikipata kitu, maandishi hayachapishwi na wafanyakazi huambiwa sababu. Kamwe haibadilishi maandishi yenyewe.',
  private_link: 'Kiungo cha siri',
  private_link_text:
    'Aliyeripoti anaweza kupewa kiungo cha siri. Mwishoni kina ufunguo ambao vivinjari havimpelekei mtu yeyote. Kwa ufunguo huo kivinjari cha aliyeripoti hufungua saa kamili, mahali na yaliyotokea; seva hii huyahifadhi yakiwa yamefungwa na haiwezi kuyasoma. Aliyeripoti anaweza pia kusema kama tatizo limetatuliwa: neno huonyeshwa, kamwe si mtu. Kiungo kama hicho kisitumwe kwenye kikundi. Hukaa kwenye kichupo kilichofunguliwa tu, hakibaki kwenye simu, na data ikifutwa, kiungo nacho huisha.',
  rules: 'Kanuni zinazotumika',
  rules_text: (release) =>
    `Toleo la ${release} lilifanywa chini ya kanuni hizi. Kila toleo hutaja kanuni zake.`,
  no_release: 'Bado hakuna toleo. Kanuni zitatajwa hapa pamoja na toleo la kwanza.',
  frozen: 'Kwa nini matoleo hayabadiliki',
  frozen_text:
    'Kama ripoti ingeonyeshwa kwanza kwa ujumla na baadaye kwa undani, au hesabu zingebadilika kila siku, mtu angeweza kutoa moja kwa nyingine na kujua habari za mtu mmoja. Kwa hivyo undani uliotolewa hauongezwi kamwe.',
  rights: 'Ikiwa kuna jambo linalokuhusu',
  rights_text:
    'Ukiona kwamba ripoti kwenye tovuti hii inafanya mtu atambulike, tuandikie. Kinachofanya mtu atambulike hakipaswi kuwa hapa: ripoti hiyo huondolewa kwenye matoleo yote, na kila toleo husema ni ngapi zilizoondolewa na lini, kamwe si zipi. Ikiwa uliripoti jambo, unaweza kuomba ujumbe wako, namba yako ya simu na kiungo chako cha siri vifutwe; mstari usio na jina hubaki. Nakala ambazo wengine wameshapakua haziwezi kurudishwa.',
  site: 'Tovuti hii na wewe',
  site_text:
    'Tovuti hii haiweki vidakuzi, haipakii chochote kutoka tovuti nyingine na haikufuatilii. Ukigusa kiungo cha WhatsApp, WhatsApp itajua kwamba umefanya hivyo.',
};
