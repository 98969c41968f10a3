/** `/figures/{release}/{statistic}.bib`, `.ris`, `.csl.json`: how to cite a figure, as a file. */
import type { APIRoute } from 'astro';
import { citeFigure } from '../../../../citations/cite-figure.ts';
import { citationFormats } from '../../../../citations/registry.ts';
import { asked, figureQuery } from '../../../../figures/figure-address.ts';
import { figureText } from '../../../../figures/figure-text.ts';
import { loadFigure } from '../../../../figures/load-figure.ts';
import { localPath } from '../../../../i18n/index.ts';
import { pageContext } from '../../../../page-context.ts';

export const GET: APIRoute = async ({ params, url, locals, rewrite, redirect }) => {
  const page = pageContext({ locals });
  const { portal, lang } = page;
  const { release = '', statistic = '' } = params;
  const format = citationFormats.find(({ ending }) => ending === params['format']);
  const answer = format && (await loadFigure(portal, { release, statistic }, url.searchParams));
  if (answer?.kind === 'moved') {
    const [path = '', query = ''] = answer.to.split(/(?=\?)/);
    return redirect(page.path(`/figures/${path}.${format?.ending}${query}`), 302);
  }
  if (!format || answer?.kind !== 'figure')
    return rewrite(localPath(lang, '/404', portal.jurisdiction.languages));
  const citation = citeFigure(page, answer, figureText(answer, page));
  const name = [statistic, ...figureQuery(answer.key).values()].join('-').replace(/[^\w.-]+/g, '-');
  return new Response(format.write(citation), {
    headers: {
      'Content-Type': `${format.media_type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}-release-${release}.${format.ending}"`,
      Link: `<${portal.public_url}${page.path(`/figures/${release}/${statistic}${asked(figureQuery(answer.key))}`)}>; rel="describes"`,
    },
  });
};
