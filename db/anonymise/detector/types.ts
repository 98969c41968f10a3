/** What a detector of personal data in public texts is given and gives back. */

import type { DigitRun } from './digit-runs.ts';
import type { FoldedText } from './fold.ts';
import type { Token } from './tokens.ts';

export const FINDING_KINDS = [
  'telephone',
  'email',
  'url',
  'plate',
  'identity',
  'payment',
  'coordinates',
  'digits',
  'title',
  'name',
  'quotation',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface DetectorContext {
  /** names of places of the jurisdiction: they are no persons, though some sound like one */
  readonly places: readonly string[];
  /** bodies of the messages that the text speaks of, as received */
  readonly messages: readonly string[];
}

/** A stretch of the original text, in UTF-16 units. It says where, and never what stands there. */
export interface Finding {
  readonly kind: FindingKind;
  /** what was found and what to do, in words for the person who wrote the text */
  readonly reason: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of the folded text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text, read once for all detectors. */
export interface Reading {
  readonly folded: FoldedText;
  readonly tokens: readonly Token[];
  readonly runs: readonly DigitRun[];
  /** words of places: see `place-names.ts` */
  readonly isPlace: (start: number, end: number) => boolean;
  readonly messages: readonly string[];
}

export interface Detector {
  readonly kind: FindingKind;
  readonly reason: string;
  find(reading: Reading): Span[];
}
