/**
 * What must be taken out of a public text before it can be published. Blocks and explains; never edits.
 *
 * In:     a text, and its context: places of the jurisdiction, messages it speaks of
 * Out:    findings in order of place, each with its reason; none for a text that may be published. They hold
 *         nothing of the text itself, so that they can be told and kept.
 * Method: the text is folded to what a reader sees, read once into words and runs of digits, and given to every
 *         detector of the registry
 */
import { runsOf } from './digit-runs.ts';
import { fold } from './fold.ts';
import { PLACE_NAMES } from './place-names.ts';
import { detectors } from './registry.ts';
import { tokensOf } from './tokens.ts';
import type { DetectorContext, Finding, Reading, Span } from './types.ts';

export function findings(text: string, context: DetectorContext): Finding[] {
  if (text.length <= WINDOW) return findingsIn(text, context);
  const found = new Map<string, Finding>();
  for (let from = 0; from < text.length; from += WINDOW - OVERLAP)
    for (const finding of findingsIn(text.slice(from, from + WINDOW), context)) {
      const placed = { ...finding, start: finding.start + from, end: finding.end + from };
      found.set(`${placed.kind} ${placed.start} ${placed.end}`, placed);
    }
  return inOrder([...found.values()]);
}

/** A public text has 140 characters. A longer one is read in parts that overlap, so that time grows with length alone. */
const WINDOW = 600;
const OVERLAP = 200;

const inOrder = (found: Finding[]) => found.sort((a, b) => a.start - b.start || a.end - b.end);

function findingsIn(text: string, context: DetectorContext): Finding[] {
  const reading = readingOf(text, context);
  const found: Finding[] = [];
  for (const { kind, reason, find } of detectors)
    for (const span of merged(find(reading))) {
      // Digits that another detector has named are told once.
      const original = reading.folded.original(span);
      if (
        kind === 'digits' &&
        found.some((other) => other.start <= original.start && original.end <= other.end)
      )
        continue;
      found.push({ kind, reason, ...original });
    }
  return inOrder(found);
}

function readingOf(text: string, { places, messages }: DetectorContext): Reading {
  const folded = fold(text);
  const tokens = tokensOf(folded);
  const own = wordsOfPlaces(places);
  return {
    folded,
    tokens,
    runs: runsOf(tokens),
    isPlace(start, end) {
      const word = folded.lower.slice(start, end).replace(/'s$/, '');
      return PLACE_NAMES.has(word) || own.has(word);
    },
    messages,
  };
}

const LEAST_LETTERS = 3;
const known = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Made once per list of places. */
function wordsOfPlaces(places: readonly string[]): ReadonlySet<string> {
  const found =
    known.get(places) ??
    new Set(
      places
        .flatMap((place) => tokensOf(fold(place)).map((token) => token.lower))
        .filter((word) => word.length >= LEAST_LETTERS),
    );
  known.set(places, found);
  return found;
}

/** Stretches that overlap or touch become one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
