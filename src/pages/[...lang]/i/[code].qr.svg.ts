/** `/i/{code}.qr.svg`: the link of a report to scan from paper; loaded by those who print or ask for it. */
import type { APIRoute } from 'astro';
import { pageContext } from '../../../page-context.ts';
import { lookUpStatus } from '../../../status/look-up-status.ts';
import { qrSvg } from '../../../status/qr-code.ts';

export const GET: APIRoute = async (context) => {
  const page = pageContext(context);
  const found = await lookUpStatus(context.params['code'] ?? '', page);
  if ('missing' in found) return new Response(null, { status: found.missing === 'withdrawn' ? 410 : 404 });
  const code = 'view' in found ? found.view.answer.service_request_id : found.record.row.service_request_id;
  return new Response(qrSvg(page.portal.public_url + page.path(`/i/${code}`)), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  });
};
