/** `/catalog.jsonld`: the catalogue as JSON-LD (DCAT 3, DCAT-AP 3.0). */
import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ request, locals }) => locals.portal.catalogue(request);
