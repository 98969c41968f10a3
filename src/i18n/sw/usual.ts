import type { usual as en } from '../en/usual.ts';

export const usual: typeof en = {
  title: 'Takwimu ya kawaida hupendezesha kwa kiasi gani: Boston',
  lead: (from, cut_off) =>
    `Hizi ni ripoti halisi za Jiji la Boston, zilizopokelewa ${from} na kufuatiliwa hadi ${cut_off}. Takwimu ya kawaida ni wastani wa muda wa zile zilizotatuliwa; ambazo hazikutatuliwa zimeachwa nje. Takwimu mbili zilizo kando yake huhesabu ripoti zote, kwa muda wote ambao ziliweza kufuatiliwa.`,
  caption: 'Muda wa utatuzi kwa idara: takwimu ya kawaida, na zile zinazosubiri zikihesabiwa',
  department: 'Idara',
  reports: 'Ripoti',
  resolved: 'Zilizotatuliwa',
  mean: 'Takwimu ya kawaida: wastani wa zilizotatuliwa',
  median: 'Nusu zilitatuliwa ndani ya',
  p90: 'Tisa kati ya kumi zilitatuliwa ndani ya',
  factor: 'Tisa kati ya kumi, mara ngapi ya takwimu ya kawaida',
  times: (factor) => `mara ${factor}`,
  more_times: (factor) => `zaidi ya mara ${factor}`,
  seen: {
    flattered: (department, resolved, reports, mean, median) =>
      `${department} ilitatua ripoti ${resolved} kati ya ${reports}, kwa wastani wa ${mean}. Zikihesabiwa pia zile ambazo haijatatua, nusu ya ripoti zake huchukua ${median} au zaidi.`,
    hidden: (department, mean, median) =>
      `${department} inaonekana ya haraka, kwa ${mean}. Kwa kweli zaidi ya nusu ya ripoti zake zilikuwa hazijatatuliwa baada ya ${median}: hazimo kabisa kwenye wastani huo.`,
    skewed: (department, median, mean) =>
      `Wastani hupotosha hata upande wa pili. Nusu ya ripoti za ${department} zilitatuliwa ndani ya ${median}. Chache zilizochukua muda mrefu sana zimefanya wastani uwe ${mean}. Huo si muda wa mtu yeyote.`,
  },
  source: 'Chanzo',
  note: 'Idara zenye ripoti chini ya 20 zimeachwa. Takwimu hizi zimekokotolewa na programu hii kutoka faili iliyochapishwa.',
};
