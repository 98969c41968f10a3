import type { privateView as en } from '../en/private-view.ts';

export const privateView: typeof en = {
  no_script: 'Kiungo cha siri hufunguka kwenye kivinjari kinachoendesha hati (script). Hiki hakiendeshi.',
  old: 'Kivinjari hiki ni cha zamani mno kufungua kiungo cha siri. Tumia kipya zaidi, au fungua kiungo kwa simu nyingine. Yaliyo ya umma yako kwenye ukurasa huu.',
  opening: 'Mwonekano wako wa siri unafunguliwa …',
  open: 'Mwonekano wako wa siri umefunguliwa hapa chini.',
  closed: 'Mwonekano wa siri umefungwa. Ili kuuona tena, tumia kiungo chako cha siri.',
  trouble: {
    wrong_link:
      'Kiungo hiki cha siri hakifungui ripoti hii. Huenda sehemu yake ilipotea: kilinganishe na ujumbe uliotumiwa. Ikiwa uliomba data yako ifutwe, kiungo kilifutwa nayo.',
    changed:
      'Mwonekano wa siri haukuweza kufunguliwa: kilichotumwa si kile kilichofungwa kwa ajili yako. Jaribu tena baadaye. Ikiendelea hivi, iambie ofisi.',
    too_many: 'Umeomba mara nyingi mno. Subiri dakika moja, kisha pakia ukurasa tena.',
    away: 'Mwonekano wa siri haukuweza kupakiwa. Angalia mtandao, kisha pakia ukurasa tena.',
    newer: 'Mwonekano wa siri ni wa aina mpya kuliko ukurasa huu. Pakia ukurasa tena.',
  },
  title: 'Mwonekano wako wa siri',
  lead: 'Kiungo chako cha siri pekee ndicho hufungua haya. Seva huyahifadhi yakiwa yamefungwa na haiwezi kuyasoma.',
  received: 'Ilifika',
  kind: 'Inahusu',
  place: 'Mahali',
  office: 'Ofisi inayohusika',
  state: 'Ilipofikia',
  outcomes: {
    waiting: 'Bado hakuna jibu',
    in_progress: 'Ofisi inaishughulikia',
    resolved: 'Ofisi inasema: limetatuliwa',
    reopened: 'Imefunguliwa tena, halijatatuliwa',
    declined: 'Ofisi iliikataa',
    merged: 'Iliunganishwa na ripoti nyingine ya tatizo hilo hilo',
  },
  record: 'Kwenye data huria',
  record_open: 'Safu moja, yenye namba ya ukurasa huu.',
  record_own:
    'Hiki ni kitambulisho cha safu ya ripoti yako. Hakuna mwingine anayeweza kujua kuwa ni yako. Usimwonyeshe mtu.',
  record_later:
    'Bado. Itakuwa safu moja kati ya nyingine zinazofanana nayo, yenye kitambulisho chake, mwezi wake ukiisha.',
  record_sensitive: 'Kamwe haitakuwa safu. Ripoti za aina hii huhesabiwa tu, nyingi kwa pamoja.',
  record_withheld: 'Si kama safu: kaunti haichapishi ripoti hii.',
  history: 'Yaliyotokea',
  events: {
    received: 'Ripoti yako ilifika',
    acknowledged: 'Ofisi ilithibitisha kuwa imeipokea',
    assigned: 'Kuna mtu aliyepewa aishughulikie',
    started: 'Kazi ilianza',
    resolved: 'Ofisi inasema: limetatuliwa',
    reopened: 'Ilifunguliwa tena',
    declined: 'Ofisi iliikataa',
    merged: 'Iliunganishwa na ripoti nyingine ya tatizo hilo hilo',
    confirmed: 'Ulisema: limetatuliwa',
    disputed: 'Ulisema: halijatatuliwa',
  },
  word: {
    ask: 'Je, tatizo limetatuliwa?',
    public:
      'Jibu lako litakuwa kwenye ukurasa wa umma kando ya jibu la ofisi. Halisemi wewe ni nani. Unaweza kulibadilisha.',
    guarded:
      'Kuanzia Jumatatu ijayo jibu lako litakuwa kwenye ukurasa wa umma kando ya jibu la ofisi. Halisemi wewe ni nani. Unaweza kulibadilisha.',
    private: 'Jibu lako huenda kwa ofisi. Ukurasa wa umma hauonyeshi. Unaweza kulibadilisha.',
    yes: 'Ndiyo, limetatuliwa',
    no: 'Hapana, halijatatuliwa',
    said_confirmed: 'Umesema kuwa limetatuliwa.',
    said_disputed: 'Umesema kuwa halijatatuliwa.',
    sending: 'Jibu lako linatumwa …',
    recorded: 'Asante. Jibu lako limehifadhiwa.',
    recorded_public:
      'Asante. Jibu lako limehifadhiwa. Baada ya muda mfupi litakuwa kwenye ukurasa wa umma pia.',
    recorded_guarded: 'Asante. Jibu lako limehifadhiwa. Ukurasa wa umma utalionyesha kuanzia Jumatatu ijayo.',
    same: 'Ulikuwa umesema hivyo tayari. Jibu lako limebaki.',
    not_resolved: 'Ofisi haisemi tena kuwa limetatuliwa. Pakia ukurasa tena uone yaliyotokea.',
    too_often: 'Umebadilisha jibu lako mara kadhaa leo. Unaweza kulibadilisha tena kesho.',
    unavailable: 'Jibu lako halikuweza kutumwa. Hakuna kilichohifadhiwa. Jaribu tena baada ya dakika moja.',
  },
  reload: 'Pakia ukurasa tena',
  close: 'Funga mwonekano wa siri',
  close_hint:
    'Je, wengine hutumia simu hii? Basi ufunge ukishausoma. Hufungwa pia pamoja na kichupo hiki, na anwani iliyo juu haina tena ufunguo wako.',
};
