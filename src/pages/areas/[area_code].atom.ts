/** `/areas/{area_code}.atom`: released reports of one area. Takes the other filters of /requests too. */
import type { APIRoute } from 'astro';
import { answerFeed } from '../../feeds/answer-feed.ts';
import { readRequestsQuery } from '../../feeds/feed-query.ts';
import { requestsFeed } from '../../feeds/requests-feed.ts';

export const GET: APIRoute = (context) =>
  answerFeed(context, async (page) => {
    const code = context.params['area_code'] ?? '';
    const parameters = context.url.searchParams;
    const { data } = await page.portal.api.areas.list({});
    if (!data.some((one) => one.area_code === code)) return 'unknown';
    return requestsFeed(readRequestsQuery(parameters, { area: code }), page, {
      path: `/areas/${code}.atom`,
      parameters,
      page: `/areas/${code}`,
    });
  });
