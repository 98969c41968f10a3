/**
 * An Atom feed as XML.
 *
 * In:     a Feed: texts already in its language, instants by RFC 3339, absolute addresses
 * Out:    an Atom 1.0 document, a page of a paged feed where it has `next`; places as GeoRSS Simple points
 * Errors: none
 * Source: RFC 4287 (Atom), RFC 5005 §3 (paged feeds), OGC 17-002r1 (GeoRSS Simple)
 */
import { element, writeXml, type XmlElement } from '../mappings/xml.ts';

export interface FeedLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly hreflang?: string;
  readonly title?: string;
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly links: readonly FeedLink[];
  readonly summary?: string | null;
  readonly content: string;
  readonly categories?: readonly { readonly scheme: string; readonly term: string; readonly label: string }[];
  /** degrees, WGS 84 */
  readonly point?: { readonly lat: number; readonly long: number } | null;
}

export interface Feed {
  readonly id: string;
  /** language tag of its texts */
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly updated: string;
  readonly author: { readonly name: string; readonly email: string; readonly uri: string };
  readonly rights: string;
  readonly icon: string;
  /** self and alternate among them; first and next on pages of a paged feed */
  readonly links: readonly FeedLink[];
  readonly entries: readonly FeedEntry[];
}

export function atom(feed: Feed): string {
  const { name, email, uri } = feed.author;
  return writeXml(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:georss': 'http://www.georss.org/georss',
        'xml:lang': feed.language,
      },
      [
        element('id', {}, feed.id),
        element('title', {}, feed.title),
        element('subtitle', {}, feed.subtitle),
        element('updated', {}, feed.updated),
        element('author', {}, [
          element('name', {}, name),
          element('uri', {}, uri),
          element('email', {}, email),
        ]),
        element('generator', {}, 'Majibu'),
        element('icon', {}, feed.icon),
        element('rights', {}, feed.rights),
        ...feed.links.map(link),
        ...feed.entries.map(entry),
      ],
    ),
  );
}

function entry({ id, title, updated, links, summary, content, categories, point }: FeedEntry): XmlElement {
  return element('entry', {}, [
    element('id', {}, id),
    element('title', {}, title),
    element('updated', {}, updated),
    ...links.map(link),
    ...(categories ?? []).map((category) => element('category', { ...category })),
    summary ? element('summary', {}, summary) : null,
    element('content', { type: 'text' }, content),
    point ? element('georss:point', {}, `${point.lat} ${point.long}`) : null,
  ]);
}

function link({ rel, href, type, hreflang, title }: FeedLink): XmlElement {
  return element('link', { rel, type, hreflang, href, title });
}
