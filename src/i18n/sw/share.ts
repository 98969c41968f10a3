import type { share as en } from '../en/share.ts';

export const share: typeof en = {
  title: 'Sambaza na uhifadhi',
  whatsapp: 'Sambaza kwa WhatsApp',
  sms: 'Sambaza kwa SMS',
  other: 'Sambaza kwa njia nyingine',
  text: (about, code, status, link) => `${about ?? `Ripoti ${code}`}. ${status}. ${link}`,
  qr: 'Msimbo wa kuskani, kwa bango',
  qr_alt: (link) => `Msimbo wa QR wa ${link}`,
  qr_hint: 'Skani hapa kwa simu uone ripoti hii imefikia wapi.',
  qr_save: 'Fungua msimbo peke yake, uuchapishe au uuhifadhi',
};
