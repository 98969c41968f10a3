/**
 * Releases as a feed, the newest first. A release that reports were withdrawn from is updated on that day.
 *
 * In:     the context of the page, the address
 * Out:    Feed
 * Errors: those of the API
 */
import type { Feed, FeedEntry } from '../../api/feeds/atom.ts';
import { firstInstant } from '../../api/feeds/instant.ts';
import { UNDATED } from '../../api/feeds/tag.ts';
import type { Release } from '../../api/schemas/releases.ts';
import { feeds as en } from '../i18n/en/feeds.ts';
import { texts } from '../i18n/index.ts';
import { feeds as sw } from '../i18n/sw/feeds.ts';
import type { PageContext } from '../page-context.ts';
import { type FeedAddress, feedLinks, frame, latest, tag } from './feed-frame.ts';

export async function releasesFeed(
  asked: { readonly limit: number; readonly cursor?: string | undefined },
  page: PageContext,
  address: FeedAddress,
): Promise<Feed> {
  const t = texts(page.lang, { en, sw });
  const { data, next } = await page.portal.api.releases.list(asked);
  const entries = data.map((release) => releaseEntry(release, page));
  return {
    ...frame(page),
    id: tag(page, 'feeds/releases'),
    title: t.releases(page.jurisdiction),
    subtitle: t.releases_about,
    updated: latest(
      entries.map((entry) => entry.updated),
      UNDATED,
    ),
    links: feedLinks(page, address, next),
    entries,
  };
}

function releaseEntry(release: Release, page: PageContext): FeedEntry {
  const { lang, format, path, portal } = page;
  const t = texts(lang, { en, sw });
  const number = format.number(release.release);
  const withdrawn = release.withdrawals;
  return {
    id: tag(page, `releases/${release.release}`),
    title: t.release(number, format.date(release.label)),
    updated: latest(
      withdrawn.map((one) => firstInstant(one.withdrawn_on, release.time_zone)),
      release.published_at,
    ),
    links: [
      {
        rel: 'alternate',
        type: 'text/html',
        hreflang: lang,
        href: portal.public_url + path(`/releases/${release.release}`),
      },
      {
        rel: 'related',
        type: 'application/json',
        href: `${portal.public_url}/data/${release.release}/datapackage.json`,
      },
    ],
    content: [
      t.release_holds(
        format.number(release.requests),
        format.number(release.added),
        format.number(release.changed),
      ),
      ...withdrawn.map((one) =>
        t.release_withdrawn(format.number(one.requests), format.date(one.withdrawn_on)),
      ),
    ].join(' '),
  };
}
