/** `/sitemap.xml`: the pages of places, kinds, offices, datasets and releases in each language; of no single report. */
import type { APIRoute } from 'astro';
import { sitemap } from '../data/sitemap.ts';

export const GET: APIRoute = async ({ locals }) =>
  new Response(await sitemap(locals.portal), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
