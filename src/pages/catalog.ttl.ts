/** `/catalog.ttl`: the same as Turtle. */
import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ request, locals }) => locals.portal.catalogue(request);
