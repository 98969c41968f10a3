/** The mark of the site as a picture, for the start screen of a phone; `masked` leaves room for its corners to be cut. */
import type { APIRoute } from 'astro';
import { drawIcon, ICONS } from '../preview/draw-icon.ts';

export const GET: APIRoute = async ({ locals, params }) => {
  const icon = ICONS.find(({ name }) => name === params['icon']);
  if (!icon) return new Response(null, { status: 404 });
  const png = await drawIcon(icon, locals.portal.jurisdiction.colours.accent);
  return new Response(new Uint8Array(png), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=31536000, immutable' },
  });
};
