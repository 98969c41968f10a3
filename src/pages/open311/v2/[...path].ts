/** Open311 GeoReport v2, read side. */
import type { APIRoute } from 'astro';

export const ALL: APIRoute = ({ request, locals }) => locals.portal.open311(request);
