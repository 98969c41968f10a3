/** `/data/{release}/{dataset}.{format}`: a file of one release; it never changes. */
import type { APIRoute } from 'astro';

export const ALL: APIRoute = ({ request, locals }) => locals.portal.download(request);
