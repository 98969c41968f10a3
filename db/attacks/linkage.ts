/**
 * Uniqueness and linkage: the attacker knows of a real report its ward, its service and when it was received (the
 * month, the week or the very day), and picks it among the rows that are compatible.
 *
 * In:     the scene; without the truth each row stands for a report at its own precision
 * Out:    a finding per ward, service and month of which a report is told more often than once in k
 *
 * A row is compatible when its area is the ward or one above it, its service or group is the report's or not told,
 * its month may hold the day, and the dates that follow from its durations do too. The attacker also knows in which
 * release the row first came out, as they may have watched; so only rows of that release count.
 */

import { narrowed, type ReceiptInterval } from './derived-dates.ts';
import { upward } from './places.ts';
import { toldApart } from './told-apart.ts';
import type { Attack, Finding, PublicRow, RowVersion, Scene } from './types.ts';
import { chance, count, Least } from './words.ts';

const DAY = 86_400_000;
const MANY = 1_000;

interface Target {
  readonly ward: string;
  readonly service: string | null;
  readonly group: string | null;
  readonly appeared: number;
  readonly months: readonly string[];
  /** null: the whole of the months */
  readonly window: ReceiptInterval | null;
}

export const linkage: Attack = {
  id: 'linkage',
  title: 'Knows ward, service and month, week or day of a report, and looks for its row',
  needs_truth: false,
  run(scene) {
    const { view, rows } = scene;
    const index = Map.groupBy(rows, (row) => `${row.first.from_release}|${cell(row.first)}`);
    const narrow = narrowed(scene);
    const tried = new Map<string, number>();
    const findings: Finding[] = [];
    const worst = { month: new Least(), week: new Least(), day: new Least() };
    for (const row of rows)
      for (const knows of ['month', 'week', 'day'] as const) {
        const target = targetOf(row, knows, scene);
        const name = `${target.appeared} ${target.ward} ${target.service} ${target.group} ${target.months.join(' ')} ${
          narrow.size > 0 ? `${target.window?.from} ${target.window?.to}` : ''
        }`;
        let people = tried.get(name);
        if (people === undefined) {
          people = toldApart(
            candidates(target, index, narrow, scene).map((candidate) => candidate.reporters),
            MANY,
          );
          tried.set(name, people);
          if (people < view.k) findings.push({ what: words(target, knows, people), isolates: people });
        }
        worst[knows].see(people);
      }
    return {
      tried: `${count(rows.length)} reports, ${count(tried.size)} things to know of them`,
      findings,
      worst: `month ${chance(worst.month.value)}, week ${chance(worst.week.value)}, day ${chance(worst.day.value)}`,
    };
  },
};

/** What the attacker knows of the report behind a row. */
function targetOf(row: PublicRow, knows: 'month' | 'week' | 'day', { view, time }: Scene): Target {
  const { request, first } = row;
  const service = request?.service_code ?? first.service_code;
  const known = {
    ward: request?.area_code ?? first.area_code,
    service,
    group: (service === null ? undefined : view.services.get(service)?.service_group) ?? first.service_group,
    appeared: first.from_release,
  };
  if (!request || knows === 'month') return { ...known, months: [first.received_period], window: null };
  const day = time.start(time.day(new Date(request.received_at))).getTime();
  // The week is one that begins on the day's own weekday before: any seven days that hold the receipt will do.
  const from = knows === 'day' ? day : day - ((new Date(day + DAY / 2).getUTCDay() + 6) % 7) * DAY;
  const to = from + (knows === 'day' ? DAY : 7 * DAY);
  const months = new Set([time.month(new Date(from)), first.received_period, time.month(new Date(to - 1))]);
  return { ...known, months: [...months], window: { from, to } };
}

function cell({ area_code, service_code, service_group, received_period }: RowVersion): string {
  return `${area_code}|${service_code ?? (service_group === null ? '' : `group ${service_group}`)}|${received_period}`;
}

function candidates(
  { ward, service, group, appeared, months, window }: Target,
  index: ReadonlyMap<string, readonly PublicRow[]>,
  narrow: ReadonlyMap<PublicRow, ReceiptInterval>,
  { view }: Scene,
): PublicRow[] {
  const kinds = [...(service === null ? [] : [service]), ...(group === null ? [] : [`group ${group}`]), ''];
  return upward(ward, view.areas)
    .flatMap((area) => kinds.map((kind) => `${area}|${kind}`))
    .flatMap((place) => months.flatMap((month) => index.get(`${appeared}|${place}|${month}`) ?? []))
    .filter((row) => {
      const interval = narrow.get(row);
      return !interval || window === null || (interval.from < window.to && interval.to > window.from);
    });
}

function words({ ward, service, group, appeared, months }: Target, knows: string, people: number): string {
  const kind = service === null ? `group ${group ?? 'unknown'}` : `service ${service}`;
  return `release ${appeared}: knowing ward ${ward}, ${kind} and the ${knows} (${months.join(', ')}), a report is told 1 time in ${count(people)}`;
}
