/** The site's mark in the jurisdiction's colour: a report and its answer. */
import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ locals }) =>
  new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="${locals.portal.jurisdiction.colours.accent}" d="M2 4h28v20H14l-7 6v-6H2z"/><path fill="none" stroke="#fff" stroke-width="3.5" d="m9 14 5 5 9-10"/></svg>`,
    {
      headers: {
        'Content-Type': 'image/svg+xml; charset=utf-8',
        'Cache-Control': 'public, max-age=31536000, immutable',
      },
    },
  );
