/**
 * A site whose refusals programs can read: where it would say with a page that there is nothing, or that something
 * broke, an address of data says so as other data do.
 *
 * In:     the site, the languages of the jurisdiction
 * Out:    Site
 * Errors: those of the site
 * Source: RFC 9457 (problem details); Open311 GeoReport v2, "Errors"
 */
import { type RefusalForm, refusalBody, refusalForm } from './own-answers.ts';
import { routeOf } from './routes.ts';
import type { Rendered, Site } from './site.ts';

export function toldToPrograms(site: Site, languages: readonly string[]): Site {
  return {
    async render(...asked) {
      const rendered = await site.render(...asked);
      const path = asked[0].split('?', 1)[0] ?? '';
      const isPage = rendered.headers['content-type']?.startsWith('text/html');
      const { kind } = routeOf(path, languages);
      if (rendered.status < 400 || !isPage || kind !== 'data') return rendered;
      return inItsForm(rendered, refusalForm(kind, path));
    },
  };
}

function inItsForm({ status, headers }: Rendered, form: RefusalForm): Rendered {
  const { body, type } = refusalBody(status, form, 'en');
  const retry = headers['retry-after'];
  return {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store', ...(retry && { 'retry-after': retry }) },
    body: Buffer.from(body),
  };
}
