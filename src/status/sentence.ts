/**
 * The status of one request in plain sentences.
 *
 * In:     the facts (status-facts.ts), whether the wait is usual (usual.ts), names already in the language,
 *         today's local day, the language
 * Out:    StatusSentences: the headline, what is late, what happens next, what is usual; and for the preview
 *         of a shared link a title and a description that can be read without opening it
 * Errors: none
 */
import { status as en } from '../i18n/en/status.ts';
import type { Format } from '../i18n/format.ts';
import { texts } from '../i18n/index.ts';
import { status as sw } from '../i18n/sw/status.ts';
import { writeDay } from './calendar.ts';
import type { Due, StatusFacts, Waited } from './status-facts.ts';
import type { Usual } from './usual.ts';

export interface SentenceContext {
  readonly lang: string;
  readonly format: Format;
  /** local day */
  readonly today: string;
  readonly usual: UsualIn | null;
}

export interface UsualIn extends Usual {
  readonly measure: 'first_response' | 'resolution';
  /** name of the place that it speaks of */
  readonly place: string;
  /** name of the group of services, where the service alone has too few; null: the service itself */
  readonly group: string | null;
}

export interface StatusSentences {
  readonly headline: string;
  /** "This is 12 days late."; null when nothing is late */
  readonly late: string | null;
  /** what happens next and by when, in order */
  readonly next: readonly string[];
  /** whether this is usual; null: too few reports to say */
  readonly usual: string | null;
  /** for the preview: the status in a few words, and how long it has waited; null: closed, or not shown */
  readonly short: string;
  readonly waited: string | null;
  /** both of them */
  readonly title: string;
  readonly description: string;
}

type Words = typeof en;

export function statusSentences(facts: StatusFacts, context: SentenceContext): StatusSentences {
  const words = texts(context.lang, { en, sw });
  const late = lateSentence(facts, words, context);
  const next = [
    ...nextSentences(facts, words, context),
    ...(facts.unreleased ? [words.guarded.unreleased] : []),
    ...(facts.days_hidden && !isUnpublished(facts) ? [words.guarded.mondays] : []),
  ];
  const usual = usualSentence(facts, words, context);
  const key = headlineKey(facts);
  const waited = facts.waited === null ? null : waitedIn(facts.waited, words.waited_short, context);
  return {
    headline: words.headline[key],
    late,
    next,
    usual,
    short: words.short[key],
    waited,
    title: waited === null ? words.short[key] : `${words.short[key]}, ${waited}`,
    description: [late, ...next, usual].filter((sentence) => sentence !== null).join(' '),
  };
}

const isUnpublished = ({ stage }: StatusFacts) => stage.startsWith('unpublished');

function headlineKey(facts: StatusFacts) {
  return facts.stage === 'received' && !facts.first_response_recorded ? 'received_no_answers' : facts.stage;
}

function lateSentence(facts: StatusFacts, words: Words, { format }: SentenceContext): string | null {
  const [due] = facts.due;
  return due !== undefined && due.in_days < 0 ? words.late(format.days(-due.in_days)) : null;
}

function nextSentences(facts: StatusFacts, words: Words, context: SentenceContext): string[] {
  switch (facts.stage) {
    case 'resolved':
    case 'confirmed':
    case 'disputed':
      return resolvedSentences(facts, words, context);
    case 'declined':
      return [facts.reason === null ? words.declined.no_reason : words.declined.reason(facts.reason)];
    case 'merged':
      return [facts.merged_into === null ? words.merged.not_public : words.merged.follow(facts.merged_into)];
    case 'unpublished_received':
    case 'unpublished_being_handled':
    case 'unpublished_closed':
      return [words.unpublished.why];
    default:
      return facts.due.length === 0
        ? [...waitedSentences(facts, words, context), ...dueSentences(facts, words, context)]
        : [...dueSentences(facts, words, context), ...waitedSentences(facts, words, context)];
  }
}

function dueSentences(facts: StatusFacts, words: Words, context: SentenceContext): string[] {
  const [first, ...others] = facts.due;
  if (first === undefined) {
    if (facts.days_hidden) return [words.due.hidden];
    return [facts.awaited === 'answer' ? words.due.none_answer : words.due.none_solution];
  }
  return [
    ...dueSentence(first, words, context),
    ...others.map((due) => words.due.solution_late_too(writeDay(due.day, context.lang, context.today))),
  ];
}

function dueSentence(due: Due, words: Words, { lang, format, today }: SentenceContext): string[] {
  const day = writeDay(due.day, lang, today);
  if (due.in_days < 0)
    return [due.what === 'answer' ? words.due.answer_late(day) : words.due.solution_late(day)];
  const left =
    due.in_days === 0
      ? words.due.today
      : due.in_days === 1
        ? words.due.tomorrow
        : words.due.left(format.days(due.in_days));
  return [due.what === 'answer' ? words.due.answer(day) : words.due.solution(day), left];
}

function waitedSentences({ waited }: StatusFacts, words: Words, context: SentenceContext): string[] {
  return waited === null ? [] : [waitedIn(waited, words.waited, context)];
}

function waitedIn(
  waited: Waited,
  words: Words['waited'] | Words['waited_short'],
  { format }: SentenceContext,
): string {
  switch (waited.in) {
    case 'month':
      return words.month(format.date(waited.month));
    case 'weeks':
      if (waited.count === 0) return words.this_week;
      return waited.count === 1 ? words.last_week : words.weeks(format.number(waited.count));
    case 'days':
      return waited.count === 0 ? words.today : words.days(format.days(waited.count));
  }
}

function resolvedSentences(facts: StatusFacts, words: Words, context: SentenceContext): string[] {
  const { resolved } = facts;
  if (resolved === null) return [];
  if (facts.days_hidden) return [words.guarded.resolved];
  const took =
    resolved.hours === null
      ? []
      : [
          resolved.hours === 0
            ? words.resolved.at_once
            : words.resolved.after(context.format.duration(resolved.hours)),
        ];
  if (resolved.due === null) return took;
  const { day, late_days } = resolved.due;
  return [
    ...took,
    late_days === 0
      ? words.resolved.in_time
      : words.resolved.late(context.format.days(late_days), writeDay(day, context.lang, context.today)),
  ];
}

function usualSentence(facts: StatusFacts, words: Words, { usual, format }: SentenceContext): string | null {
  if (usual === null) return null;
  const days = format.days(usual.days);
  const { tenths, place, group } = usual;
  const sentence =
    usual.measure === 'first_response'
      ? group === null
        ? words.usual.answered(tenths, place, days)
        : words.usual.group_answered(tenths, group, place, days)
      : group === null
        ? words.usual.solved(tenths, place, days)
        : words.usual.group_solved(tenths, group, place, days);
  const waited = facts.waited?.in === 'days' ? facts.waited.count : null;
  const took = facts.resolved?.hours ?? null;
  if (tenths >= 5 && waited !== null && waited > usual.days) return `${sentence} ${words.usual.longer}`;
  if (tenths >= 5 && took !== null && took > usual.days * 24) return `${sentence} ${words.usual.took_longer}`;
  return sentence;
}
