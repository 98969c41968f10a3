/**
 * A pasted text without the keys of private links.
 *
 * In:     whatever was pasted: a link, a message around it, the end of a link
 * Out:    the text without any key; and what comes after the address of the portal where it has a whole private link
 *         (`/i/K7Q-M2F-9XH4#k=…`), in which language does not matter
 */
const PRIVATE_LINK = /\/i\/([\w-]{10,14})\/?(?:\?[^\s#]*)?#(k=[\w-]+)/;
/** Also where a program has written the sign as its byte. */
const KEY = /(?:#|%23|(?<!\w))k(?:=|%3D)[\w-]{8,}/gi;

export function withoutKey(pasted: string): { readonly text: string; readonly link: string | null } {
  const [, code, key] = PRIVATE_LINK.exec(pasted) ?? [];
  return {
    text: pasted.replace(KEY, ''),
    link: code === undefined || key === undefined ? null : `/i/${code}#${key}`,
  };
}
