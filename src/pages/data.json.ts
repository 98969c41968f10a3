/** `/data.json`: the datasets as DCAT-US 1.1 has them. */
import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ request, locals }) => locals.portal.catalogue(request);
