/** The same procedures over tRPC. */
import type { APIRoute } from 'astro';

export const ALL: APIRoute = ({ request, locals }) => locals.portal.trpc(request);
