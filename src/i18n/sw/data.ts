import type { data as en } from '../en/data.ts';

export const data: typeof en = {
  title: 'Data huria',
  description: (jurisdiction) =>
    `Pakua yote ambayo ${jurisdiction} inachapisha kuhusu ripoti na majibu: miundo ya faili, maana ya kila safu, alama za uhakiki, leseni.`,
  lead: 'Kila ramani, chati na takwimu ya tovuti hii imetokana na faili hizi. Zichukue, zihakiki, zitumie upendavyo.',
  newest: (release, day) => `Hizi ni faili za toleo la ${release}: yaliyofika kabla ya ${day}.`,
  crumbs: 'Ulipo',
  about: 'Maana ya safu, na matoleo ya awali',
  rows: (n) => `mistari ${n}`,
  one_row: 'mstari 1',
  size: (rows, bytes) => `${rows}, ${bytes}`,
  licence: 'Leseni',
  licence_text: (name) =>
    `Unaweza kunakili, kubadilisha na kuchapisha data hii, hata kwa malipo, chini ya ${name}.`,
  licence_link: 'Maandishi ya leseni',
  cite: 'Jinsi ya kunukuu',
  cite_text: 'Taja toleo: faili zake hazibadiliki, kwa hivyo wengine watapata kile ulichopata.',
  citation: (parts) =>
    `${parts.jurisdiction}: ${parts.title}. Toleo la ${parts.release} la ${parts.day}. Majibu. ${parts.link}`,
  verify: 'Jinsi ya kuhakiki faili',
  verify_text:
    'Kila faili ya toleo ina alama ya uhakiki (SHA-256), iliyo kwenye ukurasa wa toleo. Ikokotoe mwenyewe; ikiwa tofauti, faili siyo ile iliyochapishwa.',
  verify_linux: 'Kwenye Linux au Mac:',
  verify_windows: 'Kwenye Windows:',
  verify_release: 'Alama za uhakiki za toleo jipya kabisa',
  verify_figures:
    'Ili kuhakiki vyote kwa pamoja, pia kwamba kila takwimu inatokana na ripoti zilizochapishwa, endesha amri hii katika nakala ya programu inayoendesha tovuti hii. Huzikokotoa upya kwa njia nyingine na kuorodhesha chochote kilicho tofauti:',
  machines: 'Kwa programu',
  machines_text: 'Data hiyo hiyo kwa HTTP, bila ufunguo, kwa JSON:',
  api: 'Maelezo ya API (OpenAPI)',
  always_newest: 'Anwani isiyo na namba hutoa toleo jipya kabisa kila wakati:',
  none_yet: 'Bado hakuna toleo, kwa hivyo bado hakuna faili.',
  dataset: {
    description: (title, jurisdiction) =>
      `${title}, ${jurisdiction}: miundo ya faili, safu, matoleo na alama za uhakiki.`,
    download: 'Pakua',
    caveats: 'Ujue haya kabla ya kukokotoa',
    columns: 'Safu',
    column: 'Safu',
    type: 'aina, kipimo',
    meaning: 'Maana',
    key: (columns) => `Mstari mmoja kwa kila ${columns}.`,
    empty: 'Sehemu iliyo tupu maana yake: haijulikani, au bado.',
    filter: 'Sehemu yake tu',
    filter_text:
      'Orodha ya ripoti inaweza kuchujwa kwa mahali, aina, hali na miezi; upakuaji hufuata vichujio hivyo hivyo.',
    filter_link: 'Chagua ripoti na uzipakue',
    releases: 'Matoleo ya awali',
    releases_text: 'Faili hizi hazibadiliki kamwe. Nukuu hizi.',
    all_releases: 'Matoleo yote',
    checksum: 'SHA-256',
  },
  types: {
    string: 'maandishi',
    integer: 'namba kamili',
    number: 'namba',
    boolean: 'kweli au si kweli',
    date: 'siku',
    period: 'siku, mwezi au robo mwaka',
    object: 'JSON',
    geometry: 'mpaka',
  },
  units: {
    hours: 'saa',
    days: 'siku',
    people: 'watu',
    count: 'idadi',
    requests: 'ripoti',
    degrees: 'digrii',
    levels: 'ngazi',
    bytes: 'baiti',
  },
  unknown: {
    title: 'Hakuna seti ya data kama hiyo',
    text: 'Huenda anwani imekosewa. Hizi ndizo seti zilizopo:',
  },
};
