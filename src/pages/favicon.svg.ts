/** The site's mark in the jurisdiction's colour: a report and its answer. */
import type { APIRoute } from 'astro';
import { markSvg } from '../preview/draw-icon.ts';

export const GET: APIRoute = ({ locals }) =>
  new Response(markSvg(locals.portal.jurisdiction.colours.accent), {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
