/** `/i/{code}.png`: the picture that a chat shows beside a shared link, in the link's language. */
import type { APIRoute } from 'astro';
import { pageContext } from '../../../page-context.ts';
import { drawPreview, TooManyDrawings } from '../../../preview/draw-preview.ts';
import { previewWords } from '../../../preview/preview-words.ts';
import { lookUpStatus } from '../../../status/look-up-status.ts';

export const GET: APIRoute = async (context) => {
  const page = pageContext(context);
  const found = await lookUpStatus(context.params['code'] ?? '', page);
  const status = !('missing' in found) ? 200 : found.missing === 'withdrawn' ? 410 : 404;
  try {
    const png = await drawPreview(previewWords(found, page), page.portal.jurisdiction.colours);
    return new Response(new Uint8Array(png), {
      status,
      headers: {
        'Content-Type': 'image/png',
        'Cache-Control': status === 200 ? 'public, max-age=300' : 'no-cache',
      },
    });
  } catch (error) {
    if (!(error instanceof TooManyDrawings)) throw error;
    return new Response(null, { status: 503, headers: { 'Retry-After': '5', 'Cache-Control': 'no-store' } });
  }
};
