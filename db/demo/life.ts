/**
 * What becomes of one report: its history, from receipt on.
 *
 * In:     receipt, the service's profile, how slow its ward is, chance
 * Out:    happenings in order of time, none before receipt. They may lie beyond the end of the history; whoever
 *         calls drops those.
 * Method: waiting times are lognormal; the office acts in office hours, except half of the time where it is
 *         fast enough to be on call
 */
import type { EventKind } from '../schema/triage.ts';
import { DAY, HOUR, type OfficeCalendar } from './office-hours.ts';
import { backlogFactor, type ServiceProfile } from './profiles.ts';
import { chance, lognormal, type Random } from './random.ts';

export interface Happening {
  readonly kind: EventKind;
  /** milliseconds, whole seconds */
  readonly at: number;
}

export interface Circumstances {
  readonly received: number;
  readonly profile: ServiceProfile;
  /** 1: a ward of average speed; 2: twice as slow */
  readonly slowness: number;
  readonly calendar: OfficeCalendar;
  readonly random: Random;
}

export function drawLife(circumstances: Circumstances): Happening[] {
  const { received, profile, slowness, random } = circumstances;
  const history = new History(circumstances);
  if (chance(random, Math.min(0.5, profile.ignored * Math.sqrt(slowness)))) return history.happenings;

  history.office(lognormal(random, profile.first_hours * history.slow, 1) * HOUR, 'acknowledged', 0.65);
  if (chance(random, profile.declined)) {
    history.office(lognormal(random, 2 * profile.first_hours, 0.8) * HOUR, 'declined');
    return history.happenings;
  }
  history.office(lognormal(random, 8 * history.slow, 0.9) * HOUR, 'assigned');
  const resolved = received + lognormal(random, profile.resolve_days * history.slow, 0.85) * DAY;
  const work = Math.max(2 * HOUR, resolved - history.last);
  if (chance(random, 0.55)) history.office(work * (0.2 + 0.6 * random.next()), 'started');
  if (chance(random, Math.min(0.6, profile.stuck * slowness))) return history.happenings;
  history.office(Math.max(HOUR, resolved - history.last), 'resolved');
  afterwards(history, profile, random);
  return history.happenings;
}

/** A duplicate: the office notices, and merges it into the first report. */
export function drawMerger(circumstances: Circumstances): Happening[] {
  const { profile, random } = circumstances;
  const history = new History(circumstances);
  history.office(lognormal(random, 0.8 * profile.first_hours * history.slow, 0.9) * HOUR, 'merged');
  return history.happenings;
}

/** What the reporter says of the resolution, and what follows from it. */
function afterwards(history: History, profile: ServiceProfile, random: Random): void {
  const word = random.next();
  if (word < 0.27) history.reporter(lognormal(random, 20, 1) * HOUR, 'confirmed');
  else if (word < 0.38) {
    history.reporter(lognormal(random, 30, 1) * HOUR, 'disputed');
    if (chance(random, 0.65)) resolveAgain(history, profile, random);
  } else if (word < 0.39) resolveAgain(history, profile, random);
}

function resolveAgain(history: History, profile: ServiceProfile, random: Random): void {
  history.office(lognormal(random, 30, 0.9) * HOUR, 'reopened');
  if (!chance(random, 0.72)) return;
  history.office(lognormal(random, 0.6 * profile.resolve_days * history.slow, 0.8) * DAY, 'resolved');
  if (chance(random, 0.4)) history.reporter(lognormal(random, 24, 1) * HOUR, 'confirmed');
}

class History {
  readonly happenings: Happening[];
  /** of the ward and of the season in which the report came */
  readonly slow: number;
  readonly #given: Circumstances;

  constructor(given: Circumstances) {
    this.#given = given;
    this.happenings = [{ kind: 'received', at: given.received }];
    const month = Number(given.calendar.day(given.received).slice(5, 7));
    this.slow = given.slowness * backlogFactor(given.profile.season, month);
  }

  get last(): number {
    return this.happenings.at(-1)?.at ?? this.#given.received;
  }

  /** The office acts `after` milliseconds, or skips this step with the rest of the probability. */
  office(after: number, kind: EventKind, probability = 1): void {
    const { calendar, profile, random } = this.#given;
    if (!chance(random, probability)) return;
    const onCall = profile.first_hours <= 10 && chance(random, 0.5);
    this.#add(onCall ? this.last + after : calendar.inOfficeHours(this.last + after, random), kind);
  }

  reporter(after: number, kind: EventKind): void {
    this.#add(this.last + after, kind);
  }

  #add(at: number, kind: EventKind): void {
    this.happenings.push({ kind, at: Math.ceil(at / 1000) * 1000 });
  }
}
