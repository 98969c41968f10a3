/**
 * The secret of a private link where it does not belong: in a text that is about to be sent, or was. Browsers keep what
 * stands behind the # to themselves, but not when a link is pasted into a box, or when a chat has escaped the #.
 *
 * In:     any text
 * Out:    the text without the secret, with `#k=` left where one stood; or the secret itself, for the reporter's browser
 * Errors: none
 */

/** `#k=`, however often it was escaped on its way, and what follows. */
const KEY = /(?:#|%(?:25)*23)k(?:=|%(?:25)*3d)([\w-]*)/i;
const EVERY_KEY = new RegExp(KEY, 'gi');
/** A secret alone: 16 bytes or more in base64url. Nothing else in a message about a report is as long. */
const ALONE = /(?<![\w-])[\w-]{22,}(?![\w.-])/g;

/** What stands where a secret was. */
export const KEY_MARK = '#k=';

export function withoutKey(text: string): string {
  return text.replace(EVERY_KEY, KEY_MARK).replace(ALONE, KEY_MARK);
}

export function keyIn(text: string): string | null {
  return KEY.exec(text)?.[1] || null;
}
