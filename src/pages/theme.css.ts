/** The jurisdiction's colours as a stylesheet: an inline style would be against the content security policy. */
import type { APIRoute } from 'astro';
import { themeStylesheet } from '../theme/theme.ts';

export const GET: APIRoute = ({ locals }) =>
  new Response(themeStylesheet(locals.portal.jurisdiction.colours), {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
