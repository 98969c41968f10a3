import type { followed as en } from '../en/followed.ts';

export const followed: typeof en = {
  keep: 'Hifadhi kwenye simu hii',
  drop: 'Ondoa kwenye simu hii',
  hint: 'Kisha utaipata kwenye “Tafuta ripoti”. Utaweza kuisoma hapo hata bila mtandao. Ni simu hii pekee inayojua.',
  title: 'Zilizohifadhiwa kwenye simu hii',
  only_here:
    'Orodha hii iko kwenye simu hii pekee. Hakuna mwingine anayeiona. Ukiondoa ya mwisho, hakuna chochote kinachobaki.',
  seen: 'ilionwa {day}',
  offline: 'Sasa huna mtandao. Hivi ndivyo ukurasa ulivyosema',
};
