/** Parts of web addresses and e-mail addresses, as they are written and as they are said. Sources of expressions. */

/** A dot: written, in brackets, or said. */
export const DOT = String.raw`(?:\s?\.\s?|[\s_-]*[(\[{<*]?\s*(?:\bdot\b|\bdoti\b|\bnukta\b|(?<=_)dot(?=_)|\bpoint\b|(?<=[(\[{<*])\.(?=[)\]}>*]))\s*[)\]}>*]?[\s_-]*|\s?[,·•。]\s?(?=com\b|co\b|org\b))`;

/** Endings of names. Two letters that are words of Swahili or English (so, la, na, to, no) are left out. */
export const ENDINGS =
  'com|con|org|net|ke|co|go|ac|or|ne|sc|info|mobi|me|ly|io|gg|gl|tv|app|link|africa|tz|ug|uk|us|eu|biz|xyz|online|site|club|shop|page|dev|ai|edu|gov|int|blog|live|top|tk|ml';
/** Those that are not words on their own: a name that ends in one needs nothing else. */
export const SURE_ENDINGS =
  'com|org|net|info|mobi|ly|io|gg|tv|app|link|africa|tz|uk|us|eu|biz|xyz|edu|gov|tk|ml';
