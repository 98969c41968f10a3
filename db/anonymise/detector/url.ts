/** Web addresses, with or without their scheme, and names that are spelled out ("dot co dot ke"). */
import { spansOf } from './spans.ts';
import type { Detector } from './types.ts';
import { DOT, ENDINGS, SURE_ENDINGS } from './web-names.ts';

const SCHEME = /\b(?:h(?:tt|xx|\*\*)ps?|ftp)\s*:\s*\/?\s*\/?\s*\S*|\bwww\s?[.,]?\s?[\w-]+\S*/g;
/** A name that ends as names do; a full stop without a space after it is followed by no such word. */
const BARE = new RegExp(
  String.raw`\b[a-z\d][\w-]*(?:\.[\w-]+)*\.(?:${SURE_ENDINGS}|co\.ke|go\.ke|ac\.ke|or\.ke|ne\.ke|sc\.ke|ke|me)\b(?:/\S*)?`,
  'g',
);
const WITH_PATH = /\b[a-z\d][\w-]*(?:\.[a-z\d-]+)+\/\S+/g;
const SPELLED = new RegExp(
  String.raw`\b[\w-]+${DOT}(?:co|go|or|ac|ne|sc)${DOT}ke\b|\b[\w-]+(?:${DOT}[\w-]+)*\s*[(\[{<_]?\s*\b(?:dot|doti|nukta)\b\s*[)\]}>_]?\s*(?:${ENDINGS})\b|\b[\w-]+\s?\.\s(?:com|co\s?\.\s?ke|org)\b|[a-z]{3,}dot(?:com|co|org|ke|me|net)(?:dot)?(?:ke)?\b`,
  'g',
);
/** Chat addresses carry a telephone number or an account name. */
const CHAT = new RegExp(
  String.raw`\b(?:wa|t|m|fb)(?:${DOT}|\s)me\b|\bbit(?:${DOT}|\s)ly\b|\bwhatsapp${DOT}com|\b(?:telegram|tg|ig|insta|fb|tiktok|twitter)\s*:\s*\S+`,
  'g',
);

export const url: Detector = {
  kind: 'url',
  reason: 'A web address or a link. Take it out; name the office or the service instead.',
  find: ({ folded: { lower } }) =>
    [SCHEME, BARE, WITH_PATH, SPELLED, CHAT].flatMap((expression) => spansOf(lower, expression)),
};
