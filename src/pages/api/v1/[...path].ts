/** The API as plain GET. */
import type { APIRoute } from 'astro';

export const ALL: APIRoute = ({ request, locals }) => locals.portal.rest(request);
