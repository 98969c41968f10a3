/** `/i/{code}.atom`: what happens with one report; of a guarded row by its own id, where it stood. */
import type { APIRoute } from 'astro';
import { answerFeed } from '../../feeds/answer-feed.ts';
import { readOneRequestQuery } from '../../feeds/feed-query.ts';
import { recordFeed, statusFeed } from '../../feeds/status-feed.ts';
import { lookUpStatus } from '../../status/look-up-status.ts';

export const GET: APIRoute = async (context) => {
  const parameters = context.url.searchParams;
  const asked = context.params['code'] ?? '';
  const answer = await answerFeed(context, async (page) => {
    readOneRequestQuery(parameters);
    const found = await lookUpStatus(asked, page);
    if ('missing' in found) return found.missing === 'withdrawn' ? 'withdrawn' : 'unknown';
    const code = 'view' in found ? found.view.answer.service_request_id : found.record.row.service_request_id;
    const address = { path: `/i/${code}.atom`, parameters, page: `/i/${code}` };
    return 'view' in found ? statusFeed(found.view, page, address) : recordFeed(found.record, page, address);
  });
  if (answer.ok) answer.headers.set('Cache-Control', 'public, max-age=15');
  return answer;
};
