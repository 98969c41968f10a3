/** What crawlers need not fetch: answers of the API, and pages of filters without end. Pages of reports are in no sitemap. */
import type { APIRoute } from 'astro';

const SPARED = ['/api/', '/embed/', '/*/embed/', '/requests?', '/*/requests?'];

export const GET: APIRoute = ({ locals }) =>
  new Response(
    [
      'User-agent: *',
      ...SPARED.map((path) => `Disallow: ${path}`),
      `Sitemap: ${locals.portal.public_url}/sitemap.xml`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
