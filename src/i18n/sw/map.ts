import type { map as en } from '../en/map.ts';

export const map: typeof en = {
  legend: 'Maelezo ya rangi',
  few: (ranked) => `ni chache mno (chini ya ripoti ${ranked})`,
  coarser: (count, text) =>
    count === 1
      ? 'Ripoti nyingine moja inajulikana kwa eneo pana pekee; haimo katika rangi yoyote.'
      : `Ripoti nyingine ${text} zinajulikana kwa eneo pana pekee; hazimo katika rangi yoyote.`,
  schematic: 'Ramani hii ni mchoro wa kuelekeza tu. Haionyeshi mipaka iliyopimwa.',
  zoom: 'Sogeza na ukuze ramani',
  zoom_in: 'Kuza',
  zoom_out: 'Punguza',
  failed: 'Ramani haiwezi kusogezwa hapa. Ramani na jedwali vinabaki vilivyo.',
};
