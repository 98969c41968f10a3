/**
 * What is said about a report: by its sender, in the summary and in the notes of the office.
 *
 * In:     the service's texts, the reporter, chance
 * Out:    texts. Messages may hold an invented name or number; summaries and notes never do.
 */
import type { EventKind, WithheldReason } from '../schema/triage.ts';
import type { DemoReporter } from './people.ts';
import { chance, pick, type Random, wholeBetween } from './random.ts';
import {
  ALSO_ME,
  DECLINED,
  GREETINGS,
  MERGED,
  NAMES,
  NATIONAL_ROAD,
  PLACES,
  SIGNATURES,
  STARTED,
  STILL_WAITING,
} from './texts/texts.ts';
import type { ServiceTexts, Tongue } from './texts/types.ts';
import { WITHHELD_MESSAGES } from './texts/withheld.ts';

export interface Telling {
  readonly tongue: Tongue;
  /** which of the service's troubles it is about: summary and notes follow it */
  readonly topic: number;
  readonly body: string;
  /** null where the service has none */
  readonly summary: string | null;
}

export function tell(texts: ServiceTexts, reporter: DemoReporter, random: Random): Telling {
  const tongue = reporter.language;
  const mixed = chance(random, 0.14);
  const place = pick(random, PLACES);
  const messages = mixed ? texts.messages.mixed : texts.messages[tongue];
  const topic = wholeBetween(random, 0, messages.length - 1);
  const body = (messages[topic] ?? '').replace('{place}', mixed ? place.sw : place[tongue]);
  const greeting = pick(random, GREETINGS[tongue]);
  return {
    tongue,
    topic,
    body: `${greeting}${body}${chance(random, 0.16) ? signature(reporter, random) : ''}`,
    summary: onTopic(texts.summaries[tongue], topic)?.replace('{place}', place[tongue]) ?? null,
  };
}

const onTopic = (texts: readonly string[], topic: number): string | null =>
  texts[topic % texts.length] ?? null;

function signature(reporter: DemoReporter, random: Random): string {
  const local = `0${reporter.phone.slice(4)}`;
  const spaced = `${local.slice(0, 4)} ${local.slice(4, 7)} ${local.slice(7)}`;
  return pick(random, SIGNATURES[reporter.language])
    .replace('{name}', pick(random, NAMES))
    .replace('{phone}', chance(random, 0.4) ? spaced : local);
}

export const tellWithheld = (reason: WithheldReason, reporter: DemoReporter, random: Random): string =>
  pick(random, WITHHELD_MESSAGES[reason])
    .replace('{phone}', reporter.phone)
    .replace('{name}', pick(random, NAMES));

export const alsoMe = (reporter: DemoReporter, random: Random): string =>
  `${pick(random, ALSO_ME[reporter.language])}${chance(random, 0.08) ? signature(reporter, random) : ''}`;

export const stillWaiting = (reporter: DemoReporter, days: number, random: Random): string =>
  pick(random, STILL_WAITING[reporter.language]).replace('{days}', String(days));

/** The office's note on a step; null: it says nothing, as it mostly does. */
export function noteOn(
  kind: EventKind,
  texts: ServiceTexts,
  service_group: string,
  { tongue, topic }: Telling,
  random: Random,
): string | null {
  switch (kind) {
    case 'declined':
      return service_group === 'roads' && chance(random, 0.4)
        ? NATIONAL_ROAD[tongue]
        : pick(random, DECLINED[tongue]);
    case 'merged':
      return MERGED[tongue];
    case 'started':
      return chance(random, 0.3) ? pick(random, STARTED[tongue]) : null;
    case 'resolved':
      return chance(random, 0.6) ? onTopic(texts.resolved[tongue], topic) : null;
    default:
      return null;
  }
}

/** Offices and desks, never persons. */
export function desk(random: Random, otherThan: string | null = null): string {
  const found = `desk-${wholeBetween(random, 1, 6)}`;
  return found === otherThan ? desk(random, otherThan) : found;
}
