import type { compare as en } from '../en/compare.ts';

export const compare: typeof en = {
  up: 'Uko hapa',
  choose: 'Ramani inaonyesha nini',
  areas_title: (count, places) => `${places} zote ${count}, bega kwa bega`,
  areas_description: (places, place) =>
    `${places} za ${place} kwenye ramani na jedwali: ripoti zilizopokelewa, zilizo wazi, na muda wa kujibiwa.`,
  areas_note:
    'Maeneo yamepangwa kwa majina. Tofauti kati ya mawili ina maana pale tu idadi ya ripoti ni kubwa; elekeza kielekezi kwenye takwimu uone kiwango chake cha uhakika wa 95%.',
  grouped: 'zimechapishwa ndani ya kundi',
  place: 'Mahali',
  group_figures: (group) => `Ripoti zote za kundi la ${group}`,
  coarser: (count) =>
    count === 1
      ? 'Ripoti nyingine moja imechapishwa bila kutaja mahali hasa: hapakutajwa, au pamefichwa ili mtu asitambulike.'
      : 'Ripoti nyingine {n} zimechapishwa bila kutaja mahali hasa: hapakutajwa, au pamefichwa ili mtu asitambulike.',
  place_title: '{level} ya {place}',
  coarser_area: (count, areas) =>
    count === 1
      ? `Ripoti nyingine moja inajulikana kwa eneo pana pekee (${areas}): mahali hasa hapakutajwa, au pamefichwa ili mtu asitambulike. Huenda ilitoka hapa.`
      : `Ripoti nyingine {n} zinajulikana kwa eneo pana pekee (${areas}): mahali hasa hapakutajwa, au pamefichwa ili mtu asitambulike. Huenda baadhi zilitoka hapa.`,
  rest_of_area: (area) => `${area}, mahali hasa hapakuchapishwa`,
  rest_of_group: 'Aina haikuchapishwa',
  rest_of_groups: 'Mada haikuchapishwa',
  rest_of_offices: 'Ofisi haikuchapishwa',
  coarser_kind: (count, group) =>
    count === 1
      ? `Ripoti nyingine moja inajulikana tu kuwa inahusu “${group}”, au hata hilo halijulikani, ili mtu asitambulike. Huenda ni ya aina hii.`
      : `Ripoti nyingine {n} zinajulikana tu kuwa zinahusu “${group}”, au hata hilo halijulikani, ili mtu asitambulike. Huenda baadhi ni za aina hii.`,
  coarser_service: (count) =>
    count === 1
      ? 'Ripoti nyingine moja imechapishwa bila kutaja aina yake hasa, ili mtu asitambulike.'
      : 'Ripoti nyingine {n} zimechapishwa bila kutaja aina yake hasa, ili mtu asitambulike.',
  all_figures: 'Takwimu zote',
  caption: (what, release) => `${what}, ${release}`,
  area_description: (place, whole) =>
    `Yaliyoripotiwa ${place}, ${whole}: yaliyojibiwa, yaliyo wazi, na muda uliochukua.`,
  population: (people) => `Takriban watu ${people} wanaishi hapa.`,
  received: (count) =>
    count === 0
      ? 'Bado hakuna ripoti ya hapa iliyochapishwa.'
      : count === 1
        ? 'Ripoti {n} imepokelewa tangu {from}.'
        : 'Ripoti {n} zimepokelewa tangu {from}.',
  received_service: (count) =>
    count === 0
      ? 'Bado hakuna ripoti ya aina hii iliyochapishwa.'
      : count === 1
        ? 'Ripoti {n} ya aina hii imepokelewa tangu {from}.'
        : 'Ripoti {n} za aina hii zimepokelewa tangu {from}.',
  received_office: (count) =>
    count === 0
      ? 'Bado hakuna ripoti ya ofisi hii iliyochapishwa.'
      : count === 1
        ? 'Ripoti {n} ya ofisi hii imepokelewa tangu {from}.'
        : 'Ripoti {n} za ofisi hii zimepokelewa tangu {from}.',
  open: (open, old) =>
    open === 0
      ? 'Hakuna inayosubiri.'
      : old === open && open > 1
        ? 'Zote {n} zilizo wazi zimesubiri zaidi ya mwezi.'
        : old === 0
          ? `{n} bado ${open === 1 ? 'iko' : 'ziko'} wazi; hakuna iliyosubiri zaidi ya mwezi.`
          : `{n} bado ${open === 1 ? 'iko' : 'ziko'} wazi, na {old} kati yake ${old === 1 ? 'imesubiri' : 'zimesubiri'} zaidi ya mwezi.`,
  beside: (place, whole) => `${place} kando ya ${whole}`,
  parts: (places) => `${places} zake`,
  waiting: 'Zilizosubiri muda mrefu zaidi',
  waiting_all: 'Ripoti zote zilizo wazi',
  reports_all: 'Ripoti zote',
  services_title: 'Watu huripoti nini',
  services_description: (place) =>
    `Ripoti za ${place} kwa aina: zilizopokelewa, zilizo wazi, na muda wa kujibiwa.`,
  service: 'Aina ya ripoti',
  services_sensitive:
    'Ripoti za mambo haya hazichapishwi moja moja kamwe, kwa kuwa zinaweza kumfichua aliyeripoti. Huhesabiwa tu, kwa eneo lote na kwa robo mwaka:',
  guarded:
    'Ripoti za aina hii zinaweza kumwonyesha aliyezitoa. Huchapishwa kwa mwezi, na mahali na aina yake hutajwa pale tu watu wa kutosha waliporipoti mambo kama hayo.',
  sensitive:
    'Ripoti za aina hii hazichapishwi moja moja kamwe, kwa kuwa zinaweza kumfichua aliyeripoti. Huhesabiwa tu, kwa eneo lote na kwa robo mwaka.',
  privacy: 'Jinsi watu wanavyolindwa',
  standard_both: (answer, solution) =>
    `Ofisi imejiwekea ${answer} kutoa jibu la kwanza na ${solution} kutatua.`,
  standard_answer: (answer) => `Ofisi imejiwekea ${answer} kutoa jibu la kwanza.`,
  standard_solution: (solution) => `Ofisi imejiwekea ${solution} kutatua.`,
  standard_none: 'Ofisi haijajiwekea muda wowote kwa ripoti za aina hii.',
  working_days: (_days, text) => `siku ${text} za kazi`,
  office: 'Inayohusika',
  where: 'Iliporipotiwa',
  performance_title: 'Utendaji wa ofisi',
  performance_description: (place) =>
    `Ofisi za ${place}: majibu na utatuzi ndani ya muda zilizojiwekea, mrundikano, na mabadiliko kadiri muda unavyopita.`,
  performance_lead:
    'Kila takwimu inahesabu pia ripoti zinazosubiri. Ofisi haiwezi kuonekana ya haraka kwa kujibu zilizo rahisi tu.',
  offices: 'Ofisi',
  office_description: (office) =>
    `${office}: viwango vya huduma na jinsi vinavyofikiwa, muda wa kujibu, mrundikano na mabadiliko.`,
  standards: 'Viwango vya huduma',
  standard_first: 'Jibu la kwanza ndani ya',
  standard_resolution: 'Utatuzi ndani ya',
  no_standard: 'haujawekwa',
  print: 'Ukurasa huu unachapika vizuri kwenye karatasi ya A4.',
};
