/**
 * Live pages: what a status page says, and when, against what the released row says.
 *
 * In:     the scene
 * Out:    a finding per way in which pages tell more than their rows: a finer place, hours, people, a day or a
 *         clock time, a detail of what must have none, a code that stands among the released rows or follows from
 *         their ids
 * Information: how many pages could be tied to their row by somebody who was given the link and watched the page
 *         from the first day on. Such a person learns the row's hours; they have known the report all along. A
 *         page's code is never listed, so nobody else can watch.
 */
import { createHmac } from 'node:crypto';
import { publicCode } from '../public-code.ts';
import { watched } from './page-watcher.ts';
import { upward } from './places.ts';
import type { Attack, Finding, Scene, StatusPage } from './types.ts';
import { count } from './words.ts';

export const livePages: Attack = {
  id: 'live-pages',
  title: 'Reads and watches status pages of guarded and sensitive reports',
  needs_truth: false,
  run(scene) {
    const { view } = scene;
    const offences = new Map<string, number>();
    for (const page of view.pages)
      for (const offence of offencesOf(page, scene)) offences.set(offence, (offences.get(offence) ?? 0) + 1);
    const guessed = idsThatFollow(scene);
    if (guessed > 0 && !view.demonstration)
      offences.set('ids of rows follow from the codes of pages by a key that everybody knows', guessed);
    const findings: Finding[] = [...offences].map(([what, pages]) => ({
      what: `${what}: ${count(pages)} ${pages === 1 ? 'page' : 'pages'}`,
      isolates: 1,
    }));
    const { tied, tried, dated } = watched(scene, 'on Mondays');
    return {
      tried: `${count(view.pages.length)} pages that are not open`,
      findings,
      worst:
        findings.length === 0
          ? 'no page says more than its row'
          : `${count(findings.length)} ways to know more`,
      information: [
        ...(tried === 0
          ? []
          : [
              `${count(tied)} of ${count(tried)} guarded pages could be tied to their row, and ${count(dated)} to a day of receipt, by whoever was given the link and watched from the first day`,
            ]),
        ...(guessed > 0 && view.demonstration
          ? ['ids of rows follow from codes: a demonstration has a known key']
          : []),
      ],
    };
  },
};

/** What a page says that it must not, in words that are the same for all such pages. */
function offencesOf(page: StatusPage, scene: Scene): string[] {
  const { detail, tier } = page;
  const found: string[] = [];
  const tell = (offence: string, is: boolean) => is && found.push(offence);
  tell(`${tier}: its code is the id of a released row`, page.released);
  if (tier !== 'guarded') {
    tell(`${tier}: it has a detail`, detail !== null);
    return found;
  }
  if (detail === null) return found;
  const { received_period, received_week, ...rest } = detail;
  tell('guarded: it tells hours', detail.first_response_hours !== null || detail.resolution_hours !== null);
  tell('guarded: it tells how many people reported', detail.reporters !== null);
  tell('guarded: it tells a due day', detail.first_response_due !== null || detail.resolution_due !== null);
  tell('guarded: it has a text or a timeline', detail.public_summary !== null || detail.timeline.length > 0);
  tell('guarded: it leads to another request', detail.merged_into !== null);
  tell(
    'guarded: it holds a day or a clock time',
    /\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}/.test(JSON.stringify(rest)),
  );
  tell('guarded: its period is finer than a month', received_period !== null && received_period.length > 7);
  tell(
    'guarded: its week begins on another day than Monday',
    received_week !== null && !isMonday(received_week),
  );
  if (received_period === null)
    tell('guarded, not released: it is finer than the coarsest step', !isCoarsest(page, scene));
  else {
    tell('guarded, released: it tells the week of receipt', received_week !== null);
    tell('guarded, released: it is finer than any row of its month', !hasRow(page, scene));
  }
  return found;
}

const isMonday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

function isCoarsest({ detail }: StatusPage, { view }: Scene): boolean {
  if (detail === null) return true;
  const isRoot = upward(detail.area_code, view.areas).length === 1;
  const services = { service: 2, group: 1, any: 0 };
  const told = detail.service_code !== null ? 2 : detail.service_group !== null ? 1 : 0;
  return isRoot && told <= services[view.coarsest];
}

const rowsByPlace = new WeakMap<Scene, ReadonlySet<string>>();

function hasRow({ detail }: StatusPage, scene: Scene): boolean {
  if (detail === null) return true;
  let places = rowsByPlace.get(scene);
  if (!places) {
    places = new Set(scene.rows.map((row) => placeOf(row.first)));
    rowsByPlace.set(scene, places);
  }
  return places.has(placeOf({ ...detail, received_period: detail.received_period ?? '' }));
}

interface Place {
  readonly area_code: string;
  readonly service_code: string | null;
  readonly service_group: string | null;
  readonly agency_responsible: string | null;
  readonly received_period: string;
}

function placeOf({
  area_code,
  service_code,
  service_group,
  agency_responsible,
  received_period,
}: Place): string {
  return [area_code, service_code, service_group, agency_responsible, received_period].join('|');
}

/** Keys that are not secret. */
const KNOWN_KEYS = ['demonstration', ''];

/** Rows whose id can be computed of a page's code by a keyed digest whose key is known. */
function idsThatFollow({ view, rows }: Scene): number {
  const ids = new Set(rows.map((row) => row.record_id));
  return view.pages.filter(({ code, tier }) => {
    if (tier !== 'guarded') return false;
    return KNOWN_KEYS.some((key) => {
      const bytes = createHmac('sha256', key).update(`${code} 0`).digest();
      let next = 0;
      return ids.has(publicCode(() => bytes[next++] ?? 0));
    });
  }).length;
}
