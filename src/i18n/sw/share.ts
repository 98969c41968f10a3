import type { share as en } from '../en/share.ts';

export const share: typeof en = {
  title: 'Sambaza na uhifadhi',
  whatsapp: 'Sambaza kwa WhatsApp',
  sms: 'Sambaza kwa SMS',
  other: 'Sambaza kwa njia nyingine',
  text: (code, status, link) => `Ripoti ${code}: ${status}. ${link}`,
  qr: 'Msimbo wa kuskani, kwa bango',
  qr_alt: (link) => `Msimbo wa QR wa ${link}`,
  qr_hint: 'Atakayeuskani kwa simu atafungua ukurasa huu.',
  qr_save: 'Ufungue peke yake, uuchapishe au uuhifadhi',
};
