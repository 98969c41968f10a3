/** E-mail addresses and account names: with @, spelled out in English or Swahili, or by the provider's name. */

import { withoutLeet } from './number-words.ts';
import { spansOf } from './spans.ts';
import type { Detector, Span } from './types.ts';
import { DOT, ENDINGS } from './web-names.ts';

const AT = String.raw`(?:\s*[(\[{<*_-]*\s*(?:@|\bat\b|\bkwa\b|\bet\b|(?<=[(\[{<*_-])a(?=[)\]}>*_-])|_at_|-at-)\s*[)\]}>*_-]*\s*)`;
const PROVIDERS =
  'gmail|g[ ._-]?mail|gee ?mail|jimeil|jimail|gmial|gmai1|hotmail|hot ?mail|ymail|rocketmail|proton ?mail|icloud|i ?cloud|googlemail';
/** Words of their own as well, so only beside an "at", a dot or an ending. */
const OTHERS = 'yahoo|ya ?hoo|outlook|out ?look|live|aol|mail|proton|zoho|gmx|yandex';

const SIGN =
  /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}_][\p{L}\p{N}._-]*|(?<![\p{L}\p{N}])@[\p{L}_][\p{L}\p{N}._]*|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}]/gu;
const KNOWN = new RegExp(
  String.raw`(?:[\w.]+${AT})?(?:(?<![a-z])(?:${PROVIDERS})(?![a-z])|\w*(?:gmail|hotmail|rocketmail|googlemail)\w*)`,
  'g',
);
const OTHER = new RegExp(
  String.raw`[\w.]+${AT}(?:${OTHERS})\b|\b(?:${OTHERS})${DOT}(?:${ENDINGS})\b|\b(?:${OTHERS}|${PROVIDERS})\s+com?\b|\b[\w-]+\s+(?:co|ac|go|or|ne|sc)\s+ke\b|\w+at(?:yahoo|outlook|gmail|hotmail)\w*`,
  'g',
);
const SPELLED = new RegExp(String.raw`[\w.]+${AT}[\w-]+(?:${DOT}[\w-]+)*${DOT}(?:${ENDINGS})\b`, 'g');

export const email: Detector = {
  kind: 'email',
  reason: 'An e-mail address or account name. Take it out; say "the office" instead of whose it is.',
  find({ folded: { text, lower } }): Span[] {
    const plain = withoutLeetKeepingLength(lower);
    return [
      ...spansOf(text, SIGN),
      ...[lower, plain].flatMap((form) => [
        ...spansOf(form, KNOWN),
        ...spansOf(form, OTHER),
        ...spansOf(form, SPELLED),
      ]),
    ];
  },
};

/** `gma1l d0t c0m`, word by word; digits that stand alone stay. */
const withoutLeetKeepingLength = (lower: string) =>
  lower.replace(/[\p{L}\d]+/gu, (word) => withoutLeet(word).replace(/gmait/, 'gmail'));
