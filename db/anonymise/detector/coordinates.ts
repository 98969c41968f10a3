/**
 * Positions on the earth: decimal degrees, degrees and minutes, plus codes, and three-word addresses.
 *
 * Source: ISO 6709; Open Location Code specification (Google)
 */
import { spansOf } from './spans.ts';
import type { Detector } from './types.ts';

/** Two numbers of degrees with two decimals or more, within the bounds of the earth: nothing else comes in such pairs. */
const PAIR =
  /(?<![\d.])-?\d{1,2}[.,]\d{3,}\s*°?\s*[ns]?\s*[,;/\s]\s*(?:na\s+|and\s+|e\s+|long\w*\W*)?-?\d{1,3}[.,]\d{3,}\s*°?\s*[ewm]?/g;
const KENYAN_PAIR =
  /(?<![\d.])-?[0-5][.,]\d{2,}\s*°?\s*[ns]?\s*[,;/\s]\s*(?:na\s+|and\s+)?(?:3[3-9]|4[0-2])[.,]\d{2,}/g;
const DEGREES = /\d{1,3}\s*(?:°|\bdeg(?:rees)?\b)\s*\d{1,2}(?:[.,]\d+)?\s*(?:'|min|[ns])/g;
const NAMED =
  /\b(?:lat(?:itude|itudo)?|lon(?:g|gitude|gitudo)?|gps|latlong|coordinates?|kuratibu)\b\W*(?:\w+\W+){0,2}-?\d{1,3}[.,]\d{2,}/g;
const PLUS_CODE =
  /\b(?:[23456789cfghjmpqrvwx]{4}|[23456789cfghjmpqrvwx]{6}|[23456789cfghjmpqrvwx]{8})\+[23456789cfghjmpqrvwx]{2,3}\b/g;
const SAID =
  /\blatitude\b.*\blongitude\b|\blatitudo\b.*\blongitudo\b|\b(?:point|nukta)\b[^.]{0,60}\b(?:north|south|kaskazini|kusini)\b[^.]{0,80}\b(?:point|nukta)\b[^.]{0,60}\b(?:east|mashariki)\b/g;
const THREE_WORDS = /\/\/\/\s?[a-z]+\.[a-z]+\.[a-z]+|what3words\S*/g;

export const coordinates: Detector = {
  kind: 'coordinates',
  reason:
    'A position on the map, as exact as a doorstep. Take it out; the ward and a landmark everyone uses are enough.',
  find: ({ folded: { lower } }) =>
    [PAIR, KENYAN_PAIR, DEGREES, NAMED, PLUS_CODE, SAID, THREE_WORDS].flatMap((expression) =>
      spansOf(lower, expression),
    ),
};
