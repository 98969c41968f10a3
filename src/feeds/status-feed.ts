/**
 * One report as a feed: its timeline, an entry for each thing that happened, dated by its day.
 *
 * Of a report that has no public timeline (guarded, sensitive, withheld) there is one entry, which says in the words
 * of its page where it stands. Its date says nothing, since the day on which it turned is not public.
 *
 * In:     what an address /i/{code} leads to, the context of the page, the address
 * Out:    Feed
 */
import type { Feed, FeedEntry } from '../../api/feeds/atom.ts';
import { firstInstant } from '../../api/feeds/instant.ts';
import { UNDATED } from '../../api/feeds/tag.ts';
import { feeds as en } from '../i18n/en/feeds.ts';
import { statusPage as pageEn } from '../i18n/en/status-page.ts';
import { texts } from '../i18n/index.ts';
import { feeds as sw } from '../i18n/sw/feeds.ts';
import { statusPage as pageSw } from '../i18n/sw/status-page.ts';
import type { PageContext } from '../page-context.ts';
import type { RecordView } from '../status/read-record.ts';
import type { StatusView } from '../status/read-status.ts';
import { type FeedAddress, feedLinks, frame, latest, tag } from './feed-frame.ts';

export function statusFeed(view: StatusView, page: PageContext, address: FeedAddress): Feed {
  const entries = timelineEntries(view, page);
  return {
    ...oneFeed(view.answer.service_request_id, view, page, address),
    updated: latest(
      entries.map((entry) => entry.updated),
      UNDATED,
    ),
    entries: entries.toReversed(),
  };
}

/** A guarded row by its own id: where it stood in the newest release, dated by nothing. */
export function recordFeed(view: RecordView, page: PageContext, address: FeedAddress): Feed {
  const code = view.row.service_request_id;
  const t = texts(page.lang, { en, sw });
  const one = oneFeed(code, view, page, address);
  const { format } = page;
  return {
    ...one,
    updated: UNDATED,
    entries: [
      {
        id: tag(page, `i/${code}/${view.row.outcome}`),
        title: view.words.text,
        updated: UNDATED,
        links: [pageLink(code, page)],
        content: `${t.as_of(view.words.text, format.date(view.release.label))} ${t.record}`,
        point: one.point,
      },
    ],
  };
}

function oneFeed(
  code: string,
  { kind, area }: Pick<StatusView, 'kind' | 'area'>,
  page: PageContext,
  address: FeedAddress,
): Omit<Feed, 'updated' | 'entries'> & { readonly point: FeedEntry['point'] } {
  const t = texts(page.lang, { en, sw });
  const about = [kind, area && page.name(area.names)].filter((text) => text).join(', ');
  return {
    ...frame(page),
    id: tag(page, `i/${code}`),
    title: about === '' ? t.request(code) : `${t.request(code)}: ${about}`,
    subtitle: t.request_about,
    links: feedLinks(page, address, null),
    point: area && area.lat !== null && area.long !== null ? { lat: area.lat, long: area.long } : null,
  };
}

function pageLink(code: string, { portal, lang, path }: PageContext): FeedEntry['links'][number] {
  return {
    rel: 'alternate',
    type: 'text/html',
    hreflang: lang,
    href: portal.public_url + path(`/i/${code}`),
  };
}

/** In the order of the timeline. */
function timelineEntries({ answer, sentences, facts, area }: StatusView, page: PageContext): FeedEntry[] {
  const code = answer.service_request_id;
  const t = texts(page.lang, { en: pageEn, sw: pageSw });
  const links = [pageLink(code, page)];
  const timeline = answer.detail?.timeline ?? [];
  const point = area && area.lat !== null && area.long !== null ? { lat: area.lat, long: area.long } : null;
  if (timeline.length === 0)
    return [
      {
        id: tag(page, `i/${code}/${facts.stage}`),
        title: sentences.headline,
        updated: UNDATED,
        links,
        content: sentences.headline,
        point,
      },
    ];
  const { time_zone } = page.portal.jurisdiction;
  const seen = new Map<string, number>();
  return timeline.map(({ kind, day, note }) => {
    // Several of a kind on a day are told apart by their order, which is that of what happened.
    const which = `${day}/${kind}`;
    const turn = (seen.get(which) ?? 0) + 1;
    seen.set(which, turn);
    return {
      id: tag(page, `i/${code}/${which}${turn === 1 ? '' : `/${turn}`}`),
      title: t.timeline[kind],
      updated: firstInstant(day, time_zone),
      links,
      content: note ?? `${t.timeline[kind]}, ${page.format.date(day)}.`,
      categories: [{ scheme: tag(page, 'events'), term: kind, label: t.timeline[kind] }],
      point,
    };
  });
}
