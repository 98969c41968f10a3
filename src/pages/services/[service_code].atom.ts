/** `/services/{service_code}.atom`: released reports of one kind. Takes the other filters of /requests too. */
import type { APIRoute } from 'astro';
import { answerFeed } from '../../feeds/answer-feed.ts';
import { readRequestsQuery } from '../../feeds/feed-query.ts';
import { requestsFeed } from '../../feeds/requests-feed.ts';

export const GET: APIRoute = (context) =>
  answerFeed(context, async (page) => {
    const code = context.params['service_code'] ?? '';
    const parameters = context.url.searchParams;
    const { data } = await page.portal.api.services.list({});
    if (!data.some((one) => one.service_code === code)) return 'unknown';
    return requestsFeed(readRequestsQuery(parameters, { service: code }), page, {
      path: `/services/${code}.atom`,
      parameters,
      page: `/services/${code}`,
    });
  });
