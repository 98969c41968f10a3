/**
 * Links that open WhatsApp with a message written already (https://faq.whatsapp.com/5913398998672934).
 *
 * In:     a telephone number in international form (`+254700000000`), a text
 * Out:    the address
 */
export function writeTo(number: string, text: string): string {
  return `https://wa.me/${number.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`;
}

/** Lets the reader choose to whom. */
export function shareText(text: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text)}`;
}

/** A text message to whomever the reader chooses; iOS wants the ampersand, Android overlooks it (RFC 5724). */
export function textMessage(text: string): string {
  return `sms:?&body=${encodeURIComponent(text)}`;
}
