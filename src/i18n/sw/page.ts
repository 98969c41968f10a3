import type { page as en } from '../en/page.ts';

export const page: typeof en = {
  skip: 'Ruka hadi kwenye habari',
  portal: 'Yaliyoripotiwa, yaliyojibiwa na yanayosubiri',
  sections: 'Sehemu za tovuti',
  menu: {
    find: 'Tafuta ripoti',
    services: 'Aina za ripoti',
    requests: 'Ripoti zote',
    performance: 'Utendaji',
    data: 'Data huria',
  },
  more: 'Kuhusu tovuti hii',
  footer: {
    about: 'Kutuhusu',
    method: 'Jinsi takwimu zinavyopatikana',
    privacy: 'Faragha',
    releases: 'Matoleo',
    data: 'Data na upakuaji',
    developers: 'Kwa waandishi wa programu',
  },
  languages: 'Lugha',
  read_here: (language) => `Soma ukurasa huu kwa ${language}`,
  demonstration: 'Hili ni onyesho tu.',
  demonstration_text: 'Ripoti zote hapa zimebuniwa. Si za mtu wala ofisi halisi.',
  release: (label) => `Takwimu hadi ${label}`,
  release_number: (number) => `Toleo la ${number}`,
  no_release: 'Bado hakuna kilichochapishwa',
  licence: (name) => `Data huria chini ya leseni ya ${name}`,
  contact: 'Wasiliana nasi',
  report_whatsapp: 'Ripoti tatizo kwa WhatsApp',
  empty_title: 'Bado hakuna kilichochapishwa',
  empty_text:
    'Takwimu za kwanza bado hazijatoka. Kila ripoti iliyofika imehifadhiwa, na itahesabiwa. Tafadhali angalia tena baadaye.',
  empty_find: 'Je, una namba ya ripoti? Ona imefikia wapi.',
};
