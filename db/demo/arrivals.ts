/**
 * When which kind of report comes from where.
 *
 * In:     the pack, the end of the history, how many reports are wanted
 * Out:    arrivals in order of time, about as many as wanted, over the 24 months before `now`
 * Method: a Poisson count per day, service and ward; the rate is the product of the service's volume and
 *         season, the ward's people and habit, the weekday, and the growth of the whole as it becomes known
 */
import type { Pack, PackArea } from '../jurisdictions/types.ts';
import { addDays } from '../schema/local-time.ts';
import { HOUR, type OfficeCalendar } from './office-hours.ts';
import { SERVICE_PROFILES, seasonFactor } from './profiles.ts';
import { lognormal, poisson, type Random } from './random.ts';

export interface Arrival {
  /** milliseconds, whole seconds */
  readonly at: number;
  readonly area: PackArea;
  readonly service_code: string;
}

const MONTHS = 24;
/** Shares of a day's messages per hour from 0:00: phones are used before and after work. */
const HOURS = [1, 0, 0, 0, 0, 1, 4, 8, 9, 8, 7, 6, 6, 6, 5, 5, 6, 7, 8, 9, 8, 6, 4, 2];

export function drawArrivals(
  pack: Pack,
  calendar: OfficeCalendar,
  now: Date,
  wanted: number,
  random: Random,
): Arrival[] {
  const rates = wardRates(pack, random.fork('wards'));
  const days = historyDays(calendar.day(now.getTime()));
  const shares = days.map((day, i) => dayShare(day, i / days.length));
  const perUnit = wanted / total(rates, days, shares);
  const draw = random.fork('arrivals');
  const arrivals: Arrival[] = [];
  days.forEach((day, i) => {
    const month = Number(day.slice(5, 7));
    for (const { area, service_code, rate } of rates) {
      const season = seasonFactor(SERVICE_PROFILES[service_code]?.season ?? null, month);
      const mean = perUnit * rate * season * (shares[i] ?? 0);
      for (let n = poisson(draw, mean); n > 0; n--) {
        const at = Math.floor((calendar.start(day) + timeOfDay(draw)) / 1000) * 1000;
        if (at < now.getTime()) arrivals.push({ at, area, service_code });
      }
    }
  });
  return arrivals.sort((a, b) => a.at - b.at);
}

interface Rate {
  readonly area: PackArea;
  readonly service_code: string;
  readonly rate: number;
}

function wardRates(pack: Pack, random: Random): Rate[] {
  return finestAreas(pack).flatMap((area) => {
    const habit = lognormal(random, 1, 0.3);
    return pack.services.map(({ service_code }) => ({
      area,
      service_code,
      rate:
        (SERVICE_PROFILES[service_code]?.volume ?? 1) *
        ((area.population ?? 10_000) / 10_000) *
        habit *
        lognormal(random, 1, 0.35),
    }));
  });
}

export function finestAreas(pack: Pack): PackArea[] {
  const finest = pack.area_levels.at(-1)?.level;
  return pack.areas.filter((area) => area.level === finest);
}

function historyDays(today: string): string[] {
  const first = new Date(`${today}T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - MONTHS);
  const days = [];
  for (let day = first.toISOString().slice(0, 10); day <= today; day = addDays(day, 1)) days.push(day);
  return days;
}

/** `progress` from 0 to 1 through the history: the number is used twice as much at its end. */
function dayShare(day: string, progress: number): number {
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  return (0.7 + 0.7 * progress) * (weekend ? 0.65 : 1);
}

function total(rates: readonly Rate[], days: readonly string[], shares: readonly number[]): number {
  return days.reduce((sum, day, i) => {
    const month = Number(day.slice(5, 7));
    const rate = rates.reduce(
      (all, r) => all + r.rate * seasonFactor(SERVICE_PROFILES[r.service_code]?.season ?? null, month),
      0,
    );
    return sum + rate * (shares[i] ?? 0);
  }, 0);
}

function timeOfDay(random: Random): number {
  const all = HOURS.reduce((sum, share) => sum + share, 0);
  let at = random.next() * all;
  const hour = HOURS.findIndex((share) => {
    at -= share;
    return at < 0;
  });
  return (Math.max(0, hour) + random.next()) * HOUR;
}
