/**
 * Draws the demonstration: requests with their messages, histories and reporters.
 *
 * In:     the pack, the end of the history, chance, about how many requests are wanted
 * Out:    Demonstration, in memory; the same for the same pack, seed and end
 * Errors: DemonstrationError when the pack has services of which the demonstration knows nothing
 */
import type { Pack, PackService } from '../jurisdictions/types.ts';
import { publicCode } from '../public-code.ts';
import { type Arrival, drawArrivals, finestAreas } from './arrivals.ts';
import type { DemoMessage, Demonstration, DemoRequest } from './demonstration.ts';
import { DemonstrationError } from './error.ts';
import { drawLife, drawMerger } from './life.ts';
import { DAY, HOUR, type OfficeCalendar, officeCalendar } from './office-hours.ts';
import { type DemoReporter, People } from './people.ts';
import { pointWithin } from './points.ts';
import { SERVICE_PROFILES, type ServiceProfile } from './profiles.ts';
import { chance, lognormal, type Random, wholeBetween } from './random.ts';
import { SERVICE_TEXTS } from './texts/texts.ts';
import type { ServiceTexts } from './texts/types.ts';
import { drawEvents, drawSummary, drawTier, drawWithholding, referredAgency } from './triage-desk.ts';
import { alsoMe, stillWaiting, tell, tellWithheld } from './words.ts';

export const REQUESTS = 12_000;
/** Chosen so that some 5,000 people send the messages of 12,000 requests. */
const NEWCOMERS = 0.31;
/** An open report of the same kind from the same ward within this time may be about the same thing. */
const SAME_THING = 14 * DAY;

export function drawDemonstration(pack: Pack, now: Date, random: Random, wanted = REQUESTS): Demonstration {
  const strange = pack.services.filter(
    ({ service_code: code }) => !SERVICE_PROFILES[code] || !SERVICE_TEXTS[code],
  );
  if (strange.length > 0)
    throw new DemonstrationError(
      `There is no demonstration for the pack ${pack.id}: it knows nothing of the services ${strange
        .map((service) => service.service_code)
        .join(', ')}. Use the pack elgeyo-marakwet, or import requests of your own.`,
    );
  const calendar = officeCalendar(pack);
  const drawing = new Drawing(pack, calendar, now.getTime(), random);
  for (const arrival of drawArrivals(pack, calendar, now, wanted, random)) drawing.add(arrival);
  return drawing;
}

interface Kind {
  readonly service: PackService;
  readonly profile: ServiceProfile;
  readonly texts: ServiceTexts;
}

class Drawing implements Demonstration {
  readonly requests: DemoRequest[] = [];
  readonly messages: DemoMessage[] = [];
  readonly #people: People;
  readonly #pack: Pack;
  readonly #calendar: OfficeCalendar;
  readonly #now: number;
  readonly #random: Random;
  readonly #codes: Random;
  readonly #used = new Set<string>();
  readonly #kinds = new Map<string, Kind>();
  readonly #slowness = new Map<string, number>();
  /** the newest request per ward and service that is about a thing of its own */
  readonly #newest = new Map<string, DemoRequest>();

  constructor(pack: Pack, calendar: OfficeCalendar, now: number, random: Random) {
    this.#pack = pack;
    this.#calendar = calendar;
    this.#now = now;
    this.#random = random.fork('requests');
    this.#codes = random.fork('codes');
    this.#people = new People(random.fork('people'), NEWCOMERS);
    for (const service of pack.services) {
      const profile = SERVICE_PROFILES[service.service_code];
      const texts = SERVICE_TEXTS[service.service_code];
      if (profile && texts) this.#kinds.set(service.service_code, { service, profile, texts });
    }
    const wards = random.fork('slowness');
    for (const { area_code } of finestAreas(pack)) {
      const ward = lognormal(wards, 1, 0.32);
      for (const service of pack.services)
        this.#slowness.set(`${area_code} ${service.service_code}`, ward * lognormal(wards, 1, 0.15));
    }
  }

  get reporters(): readonly DemoReporter[] {
    return this.#people.reporters;
  }

  add({ at: received, area, service_code }: Arrival): void {
    const kind = this.#kinds.get(service_code);
    if (!kind) return;
    const random = this.#random;
    const cell = `${area.area_code} ${service_code}`;
    const reporter = this.#people.from(area.area_code);
    const telling = tell(kind.texts, reporter, random);
    const withheld_reason = drawWithholding(kind.service.tier, random);
    const original = withheld_reason ? null : this.#sameThing(cell, kind.service, reporter, received);
    const circumstances = {
      received,
      profile: kind.profile,
      slowness: this.#slowness.get(cell) ?? 1,
      calendar: this.#calendar,
      random,
    };
    const life = (original ? drawMerger(circumstances) : drawLife(circumstances)).filter(
      (happening) => happening.at < this.#now,
    );
    const referred = referredAgency(this.#pack, kind.service, random);
    const request: DemoRequest = {
      id: this.requests.length + 1,
      service_request_id: this.#newCode(),
      service_code,
      area_code: area.area_code,
      agency_responsible: life.some(({ kind: step }) => step === 'assigned') ? referred : null,
      point: chance(random, 0.3) ? pointWithin(area.geometry, random) : null,
      received,
      tier_raised: drawTier(kind.service.tier, random),
      ...drawSummary(withheld_reason ? null : telling.summary, kind.service.tier, random),
      withheld_reason,
      duplicate_of: life.some(({ kind: step }) => step === 'merged') ? original : null,
      events: drawEvents(life, { ...kind, referred, telling, is_silent: withheld_reason !== null, random }),
      messages: [],
    };
    this.requests.push(request);
    const body = withheld_reason ? tellWithheld(withheld_reason, reporter, random) : telling.body;
    this.#say(request, reporter, received, body);
    if (request.duplicate_of) request.duplicate_of.messages.push(...request.messages);
    else if (!withheld_reason && !original) {
      this.#newest.set(cell, request);
      this.#others(request, reporter, kind.service);
    }
    if (!withheld_reason) this.#askAgain(request, reporter);
  }

  /** Another person's report that this one repeats, where there is one that was open at the time. */
  #sameThing(cell: string, service: PackService, reporter: DemoReporter, at: number): DemoRequest | null {
    // Two complaints about how people were served are two, however alike they sound.
    if (service.tier !== 'open') return null;
    const first = this.#newest.get(cell);
    if (!first || at - first.received > SAME_THING || closedAt(first) <= at) return null;
    if (first.messages.some((message) => message.reporter === reporter)) return null;
    return chance(this.#random, 0.25) ? first : null;
  }

  /** People who write about the same thing, without a report of their own. */
  #others(request: DemoRequest, reporter: DemoReporter, service: PackService): void {
    const random = this.#random;
    if (service.tier === 'sensitive' || !chance(random, 0.13)) return;
    const people = [reporter];
    for (let more = Math.ceil(lognormal(random, 1.6, 0.9)); more > 0 && people.length < 25; more--) {
      const at = request.received + Math.ceil(lognormal(random, 30, 1.1)) * HOUR;
      if (at >= Math.min(this.#now, closedAt(request))) continue;
      const other = this.#people.from(request.area_code, people);
      people.push(other);
      this.#say(request, other, at, alsoMe(other, random));
    }
  }

  /** Who waits long asks again. */
  #askAgain(request: DemoRequest, reporter: DemoReporter): void {
    const random = this.#random;
    const answered = request.events[1]?.at ?? this.#now;
    const days = wholeBetween(random, 6, 30);
    const at = request.received + days * DAY;
    if (at < answered && chance(random, 0.3))
      this.#say(request, reporter, at, stillWaiting(reporter, days, random));
  }

  #say(request: DemoRequest, reporter: DemoReporter, at: number, body: string): void {
    const has_photo = chance(this.#random, 0.2);
    const message = { id: this.messages.length + 1, reporter, at, body, has_photo };
    this.messages.push(message);
    request.messages.push(message);
  }

  #newCode(): string {
    const code = publicCode(() => this.#codes.byte());
    if (this.#used.has(code)) return this.#newCode();
    this.#used.add(code);
    return code;
  }
}

function closedAt(request: DemoRequest): number {
  const closing = request.events.find(({ kind }) => kind === 'resolved' || kind === 'declined');
  return closing?.at ?? Number.POSITIVE_INFINITY;
}
