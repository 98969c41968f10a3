/** `/feeds/requests.atom`: released reports, narrowed by any filter of /requests. `?lang=` chooses the language. */
import type { APIRoute } from 'astro';
import { answerFeed } from '../../feeds/answer-feed.ts';
import { readRequestsQuery } from '../../feeds/feed-query.ts';
import { requestsFeed } from '../../feeds/requests-feed.ts';
import { filtersOf } from '../../requests/request-query.ts';

export const GET: APIRoute = (context) =>
  answerFeed(context, (page) => {
    const parameters = context.url.searchParams;
    const filters = filtersOf(parameters);
    return requestsFeed(readRequestsQuery(parameters), page, {
      path: '/feeds/requests.atom',
      parameters,
      page: filters.size === 0 ? '/requests' : `/requests?${filters}`,
    });
  });
