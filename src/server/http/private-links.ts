/**
 * Private links that reached the server after all: pasted into the box to find a report by a browser without script, or
 * escaped by a chat so that the # no longer holds the secret back. The secret is cut off before anything is looked up,
 * kept or counted, and the reader is sent on to an address without it, where they are told.
 *
 * In:     a request target
 * Out:    the same without the secret; null: there is none in it
 */
import { KEY_MARK, keyIn, withoutKey } from '../../status/private-key.ts';

/** Cheap, and true of all targets that could hold one: `k=` is in them, or a pasted text. */
const PERHAPS = /\/find\?|k(?:=|%)/i;
const OF_A_REPORT = /^((?:\/[a-z]{2,3}(?:-[a-z]+)?)?)\/i\/([\w-]{1,20})/i;

export function targetWithoutKey(target: string): string | null {
  if (!PERHAPS.test(target)) return null;
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  if (keyIn(path) !== null) {
    const [, language = '', code = ''] = OF_A_REPORT.exec(path) ?? [];
    return `${language}/find?code=${encodeURIComponent(code + KEY_MARK)}`;
  }
  if (mark < 0) return null;
  const parameters = new URLSearchParams(target.slice(mark + 1));
  const typed = parameters.get('code');
  const tidied =
    path.endsWith('/find') && typed !== null && withoutKey(typed) !== typed
      ? `${path}?code=${encodeURIComponent(withoutKey(typed))}`
      : null;
  if (tidied !== null) return tidied;
  return keyIn(target) === null ? null : path;
}
