/**
 * The rules of RFC 4287 that a parser of XML does not know, as far as this portal's feeds are concerned.
 *
 * In:     the root of a feed
 * Out:    what is against the rules, in words; empty: a valid feed
 * Source: RFC 4287 §3.3, §4.1, §4.2; RFC 4151; RFC 5005 §3; GeoRSS Simple
 */
import { all, textOf, type Xml } from './xml.ts';

const ATOM = 'http://www.w3.org/2005/Atom';
const GEORSS = 'http://www.georss.org/georss';
/** RFC 3339, as §3.3 narrows it: capital T and Z. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const TAG = /^tag:[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?:[\w\-.!~*'():@&=+$,;%/?]+$/i;

export function atomFaults(feed: Xml): string[] {
  const faults: string[] = [];
  const must = (held: boolean, rule: string) => {
    if (!held) faults.push(rule);
  };
  const entries = all(feed, 'entry');
  must(feed.name === 'feed' && feed.namespace === ATOM, 'the root is atom:feed');
  must(Boolean(feed.attributes['xml:lang']), 'the language is told');
  must(all(feed, 'author').length === 1, 'the feed has an author, so that entries need none');
  for (const author of all(feed, 'author')) must(Boolean(textOf(author, 'name')), 'an author has a name');
  for (const construct of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated'])
      must(all(construct, name).length === 1, `exactly one ${name}`);
    must(TAG.test(textOf(construct, 'id') ?? ''), 'an id is a tag: URI');
    must(Boolean(textOf(construct, 'title')?.trim()), 'a title says something');
    must(isInstant(textOf(construct, 'updated')), 'updated is a date of RFC 3339');
    const alternates = all(construct, 'link')
      .filter((link) => link.attributes['rel'] === 'alternate')
      .map((link) => `${link.attributes['type']} ${link.attributes['hreflang']}`);
    must(new Set(alternates).size === alternates.length, 'one alternate for each type and language');
    for (const link of all(construct, 'link'))
      must(/^https?:\/\/[^\s<>"]+$/.test(link.attributes['href'] ?? ''), 'a link has an absolute address');
  }
  const self = all(feed, 'link').filter((link) => link.attributes['rel'] === 'self');
  must(self.length === 1, 'the feed says its own address');
  const ids = entries.map((entry) => textOf(entry, 'id'));
  must(new Set(ids).size === ids.length, 'ids of entries are unique');
  must(!ids.includes(textOf(feed, 'id')), 'no entry has the id of the feed');
  for (const entry of entries) {
    must(
      all(entry, 'content').length === 1 ||
        all(entry, 'link').some((l) => l.attributes['rel'] === 'alternate'),
      'an entry has content or an alternate',
    );
    must(all(entry, 'summary').length <= 1, 'at most one summary');
    for (const category of all(entry, 'category'))
      must(Boolean(category.attributes['term']), 'a category has a term');
    for (const point of all(entry, 'point')) {
      must(point.namespace === GEORSS, 'a point is of GeoRSS');
      must(/^-?\d+(\.\d+)? -?\d+(\.\d+)?$/.test(point.text), 'a point is a latitude, a space, a longitude');
    }
  }
  return [...new Set(faults)];
}

function isInstant(text: string | null): boolean {
  return text !== null && INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}
