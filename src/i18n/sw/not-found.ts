import type { notFound as en } from '../en/not-found.ts';

export const notFound: typeof en = {
  title: 'Ukurasa huu haupo',
  text: 'Huenda anwani ina kosa. Au sehemu ya kiungo ilipotea kilipokuwa kikitumwa.',
  code: 'Unatafuta ripoti? Andika namba yake, kama vile K7Q-M2F-9XH4.',
  label: 'Namba ya ripoti',
  search: 'Tafuta',
  home: 'Nenda ukurasa wa kwanza',
};
