/** Passing the link of a report on: chats, text messages, paper. */
export const share = {
  title: 'Share and keep',
  whatsapp: 'Share on WhatsApp',
  sms: 'Share by text message',
  other: 'Share in another way',
  /** `about`: kind and place; null where neither is shown */
  text: (about: string | null, code: string, status: string, link: string) =>
    `${about ?? `Report ${code}`}. ${status}. ${link}`,
  qr: 'Code to scan, for a poster',
  qr_alt: (link: string) => `QR code of ${link}`,
  qr_hint: 'Scan this with a phone to see what happens with this report.',
  qr_save: 'Open the code alone, to print or save it',
};
