/**
 * Released reports as a feed: the newest release's new and changed ones first, then those of the release before.
 * An entry is a report in the state that a release gave it, and is dated by that release alone.
 *
 * In:     the context of the page, the checked query, the address
 * Out:    Feed
 * Errors: those of the API
 */
import type { Feed, FeedEntry } from '../../api/feeds/atom.ts';
import type { ChangedRequest } from '../../api/schemas/changes.ts';
import type { Area } from '../../api/schemas/dimensions.ts';
import type { Release } from '../../api/schemas/releases.ts';
import { feeds as en } from '../i18n/en/feeds.ts';
import { requests as requestsEn } from '../i18n/en/requests.ts';
import { texts } from '../i18n/index.ts';
import { feeds as sw } from '../i18n/sw/feeds.ts';
import { requests as requestsSw } from '../i18n/sw/requests.ts';
import type { PageContext } from '../page-context.ts';
import { chosenInWords } from '../requests/read-list.ts';
import { rowState } from '../requests/row-state.ts';
import { rowWords } from '../requests/row-words.ts';
import { type FeedAddress, feedLinks, frame, tag } from './feed-frame.ts';
import type { RequestsFeedQuery } from './feed-query.ts';

export async function requestsFeed(
  { lang: _, ...query }: RequestsFeedQuery,
  page: PageContext,
  address: FeedAddress,
): Promise<Feed> {
  const { api } = page.portal;
  const t = texts(page.lang, { en, sw });
  const { data, next, release: number } = await api.requests.changes(query);
  const [areas, services, agencies, release, changedIn] = await Promise.all([
    api.areas.list({ release: number }),
    api.services.list({ release: number }),
    api.agencies.list({ release: number }),
    api.releases.get({ release: number }),
    releasesOf(page, data),
  ]);
  const known = { areas: areas.data, services: services.data, agencies: agencies.data };
  const { limit: _limit, cursor: _cursor, ...filters } = query;
  const chosen = chosenInWords(filters, known, page);
  const entry = entryMaker(page, known, changedIn);
  return {
    ...frame(page),
    id: tag(page, feedName(filters)),
    title: chosen.length === 0 ? t.all(page.jurisdiction) : t.narrowed(page.jurisdiction, chosen.join(', ')),
    subtitle: t.reports_about,
    updated: release.published_at,
    links: feedLinks(page, address, next),
    entries: data.map(entry),
  };
}

/** The same name whatever the order of the parameters, and at whichever of its addresses. */
function feedName(filters: Readonly<Record<string, string | undefined>>): string {
  const asked = Object.entries(filters).filter(([, value]) => value !== undefined);
  return ['feeds/requests', ...asked.sort(([a], [b]) => (a < b ? -1 : 1)).map((pair) => pair.join('='))].join(
    '/',
  );
}

async function releasesOf(
  { portal }: PageContext,
  rows: readonly ChangedRequest[],
): Promise<ReadonlyMap<number, Release>> {
  const numbers = [...new Set(rows.map((row) => row.from_release))];
  const releases = await Promise.all(numbers.map((release) => portal.api.releases.get({ release })));
  return new Map(releases.map((release) => [release.release, release]));
}

function entryMaker(
  page: PageContext,
  known: {
    readonly areas: readonly Area[];
    readonly services: readonly { service_code: string; names: Record<string, string> }[];
  },
  releases: ReadonlyMap<number, Release>,
): (row: ChangedRequest) => FeedEntry {
  const { lang, portal, path, name, format } = page;
  const t = texts(lang, { en, sw });
  const words = texts(lang, { en: requestsEn, sw: requestsSw });
  const areas = new Map(known.areas.map((area) => [area.area_code, area]));
  const services = new Map(known.services.map((service) => [service.service_code, name(service.names)]));
  const groups = new Map(portal.jurisdiction.groups.map((one) => [one.service_group, name(one.names)]));
  const category = (kind: string, term: string | null, label: string | undefined) =>
    term === null ? [] : [{ scheme: tag(page, kind), term, label: label ?? term }];
  return (row) => {
    const area = areas.get(row.area_code);
    const place = area ? name(area.names) : row.area_code;
    const group = groups.get(row.service_group ?? '');
    const service = services.get(row.service_code ?? '');
    const release = releases.get(row.from_release);
    if (release === undefined) throw new Error('a row is of a release that is not there');
    const state = rowWords(rowState(row, release.label), {
      format,
      words: words.row,
      answers_recorded: release.measures.includes('first_response'),
    });
    return {
      id: tag(page, `requests/${row.service_request_id}`),
      title: t.entry(service ?? group ?? words.kind_hidden, place),
      updated: release.published_at,
      links: [
        {
          rel: 'alternate',
          type: 'text/html',
          hreflang: lang,
          href: portal.public_url + path(`/i/${row.service_request_id}`),
        },
      ],
      summary: row.public_summary,
      content: [
        t.as_of(
          [state.text, state.late].filter((text) => text !== null).join(', '),
          format.date(release.label),
        ),
        t.received(format.date(row.received_period)),
        ...(row.disclosure === 'guarded' ? [t.record] : []),
      ].join(' '),
      categories: [
        ...category('services', row.service_code, service),
        ...category('groups', row.service_group, group),
        ...category('outcomes', row.outcome, words.outcome[row.outcome]),
      ],
      point: pointOf(area),
    };
  };
}

function pointOf(area: Area | undefined): FeedEntry['point'] {
  return area && area.lat !== null && area.long !== null ? { lat: area.lat, long: area.long } : null;
}
