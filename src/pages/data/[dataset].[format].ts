/** `/data/{dataset}.{format}`: a dataset of the newest release. The page of a dataset has no dot in its address. */
import type { APIRoute } from 'astro';

export const ALL: APIRoute = ({ request, locals }) => locals.portal.download(request);
