/**
 * Settles the language of every page from the first segment of its address, and answers 404 for addresses
 * that are none. `[...lang]` in the folder of pages accepts anything, so what is not a language ends here.
 * Data that cannot be reached are answered with 503, the page for failures, and when to try again.
 */
import { defineMiddleware } from 'astro:middleware';
import type { PortalRequest } from '../api/portal.ts';
import { localPath, splitPath } from './i18n/index.ts';
import { refusalOf } from './refusal.ts';

/** In development there is no HTTP front: this file, where it exists, stands in for it. */
const development = import.meta.env.DEV
  ? import.meta.glob<{ portalForRequest: () => Promise<PortalRequest> }>('./server/dev-portal.ts')
  : {};

export const onRequest = defineMiddleware(async (context, next) => {
  for (const load of Object.values(development))
    context.locals.portal ??= await (await load()).portalForRequest();
  const { portal } = context.locals;
  if (!portal)
    throw new Error(
      'Pages need the portal in their locals; serve them with `npm start` or `npm run portal -- serve`',
    );

  const { languages } = portal.jurisdiction;
  const { lang } = splitPath(context.originPathname, languages);
  context.locals.lang = lang ?? languages[0] ?? 'en';
  const prefix = context.params['lang'];
  const known = prefix === undefined || (lang !== null && prefix === lang && prefix !== languages[0]);
  if (!known) return next(localPath(context.locals.lang, '/404', languages));
  try {
    return await next();
  } catch (error) {
    if (refusalOf(error)?.reason !== 'unavailable') throw error;
    const { body, headers } = await context.rewrite('/500');
    const answer = new Response(body, { status: 503, headers });
    answer.headers.set('Retry-After', '10');
    answer.headers.set('Cache-Control', 'no-store');
    return answer;
  }
});
