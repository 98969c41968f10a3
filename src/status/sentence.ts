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
import { daysBetween, lastDayOf, writeDay } from './calendar.ts';
import type { Due, StatusFacts, Waited } from './status-facts.ts';
import type { Usual } from './usual.ts';

export interface SentenceContext {
  readonly lang: string;
  readonly format: Format;
  /** local day */
  readonly today: string;
  readonly usual: UsualIn | null;
  /** of the kind of report, where it is shown; null: none is known */
  readonly standard: Standard | null;
}

/** What the office has promised for all reports of a kind, in days; null: nothing */
export interface Standard {
  readonly first_response_days: number | null;
  readonly resolution_days: number | null;
  readonly working_days: boolean;
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
  /** what is not shown, and why; less weight than what happens */
  readonly notes: readonly string[];
  /** whether this is usual; null: too few reports to say */
  readonly usual: string | null;
  /** for the preview: the status in a few words, and how long it has waited; null: closed, or not shown */
  readonly short: string;
  readonly waited: string | null;
  readonly late_short: string | null;
  /** status and wait */
  readonly title: string;
  readonly description: string;
}

type Words = typeof en;

export function statusSentences(facts: StatusFacts, context: SentenceContext): StatusSentences {
  const words = texts(context.lang, { en, sw });
  const late = lateSentence(facts, words, context);
  const next = nextSentences(facts, words, context);
  const notes = noteSentences(facts, words);
  const usual = usualSentence(facts, words, context);
  const key = headlineKey(facts);
  const waited = facts.waited === null ? null : waitedIn(facts.waited, words.waited_short, context);
  return {
    headline: words.headline[key],
    late,
    next,
    notes,
    usual,
    short: words.short[key],
    waited,
    late_short:
      late === null
        ? null
        : daysLate(facts) > 0
          ? words.late_short(context.format.days(daysLate(facts)))
          : words.late_month_short,
    title: waited === null ? words.short[key] : `${words.short[key]}, ${waited}`,
    description: [late, ...next, usual, ...notes].filter((sentence) => sentence !== null).join(' '),
  };
}

function headlineKey(facts: StatusFacts) {
  return facts.stage === 'received' && !facts.first_response_recorded ? 'received_no_answers' : facts.stage;
}

/** Of the most pressing day; zero or less: nothing is late. */
const daysLate = ({ due: [first] }: StatusFacts) => (first === undefined ? 0 : -first.in_days);

function lateSentence(facts: StatusFacts, words: Words, context: SentenceContext): string | null {
  const days = daysLate(facts);
  if (days > 0) return words.late(context.format.days(days));
  return isLateByMonth(facts, context) ? words.late_month : null;
}

/**
 * Whether the promised time is over even for a report of the last day of its month. The month and the promise are
 * public, so this tells nothing more. Working days are taken for a week each five, and three weeks of holidays.
 */
function isLateByMonth({ waited, awaited }: StatusFacts, { standard, today }: SentenceContext): boolean {
  const days = promised(awaited, standard);
  if (waited?.in !== 'month' || standard === null || days === null) return false;
  const most = standard.working_days ? Math.ceil(days / 5) * 7 + 21 : days;
  return daysBetween(lastDayOf(waited.month), today) > most;
}

function promised(awaited: StatusFacts['awaited'], standard: Standard | null): number | null {
  if (awaited === null || standard === null) return null;
  return awaited === 'answer' ? standard.first_response_days : standard.resolution_days;
}

function noteSentences(facts: StatusFacts, words: Words): string[] {
  if (facts.stage.startsWith('unpublished')) return [words.unpublished.private_link];
  return [
    ...(facts.unreleased ? [words.guarded.unreleased] : []),
    ...(facts.days_hidden ? [words.guarded.days] : []),
  ];
}

function nextSentences(facts: StatusFacts, words: Words, context: SentenceContext): string[] {
  switch (facts.stage) {
    case 'resolved':
    case 'confirmed':
      return resolvedSentences(facts, words, context);
    case 'disputed':
      return [words.disputed, ...resolvedSentences(facts, words, context)];
    case 'declined':
      return [facts.reason === null ? words.declined.no_reason : words.declined.reason(facts.reason)];
    case 'merged':
      return [facts.merged_into === null ? words.merged.not_public : words.merged.follow(facts.merged_into)];
    case 'unpublished_received':
    case 'unpublished_being_handled':
      return [words.unpublished.open];
    case 'unpublished_closed':
      return [words.unpublished.closed];
    default:
      return facts.due.length === 0
        ? [...waitedSentences(facts, words, context), ...dueSentences(facts, words, context)]
        : [...dueSentences(facts, words, context), ...waitedSentences(facts, words, context)];
  }
}

function dueSentences(facts: StatusFacts, words: Words, context: SentenceContext): string[] {
  const [first, ...others] = facts.due;
  if (first === undefined) {
    if (facts.days_hidden) return withinSentence(facts, words, context);
    return [facts.awaited === 'answer' ? words.due.none_answer : words.due.none_solution];
  }
  return [
    ...dueSentence(first, words, context),
    ...others.map((due) => words.due.solution_late_too(writeDay(due.day, context.lang, context.today))),
  ];
}

/** Without a day there is still the promise that holds for all such reports. */
function withinSentence({ awaited }: StatusFacts, words: Words, context: SentenceContext): string[] {
  const { standard, format } = context;
  const days = promised(awaited, standard);
  if (standard === null || days === null) return [];
  const within = standard.working_days
    ? words.due.working_days(days, format.number(days))
    : format.days(days);
  return [awaited === 'answer' ? words.due.within_answer(within) : words.due.within_solution(within)];
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
  if (facts.days_hidden) return [];
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
