/** Passing the link of a report on: chats, text messages, paper. */
export const share = {
  title: 'Share and keep',
  whatsapp: 'Share on WhatsApp',
  sms: 'Share by text message',
  other: 'Share in another way',
  text: (code: string, status: string, link: string) => `Report ${code}: ${status}. ${link}`,
  qr: 'Code to scan, for a poster',
  qr_alt: (link: string) => `QR code of ${link}`,
  qr_hint: 'Whoever scans this with a phone opens this page.',
  qr_save: 'Open it alone, to print or save',
};
