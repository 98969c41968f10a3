/** The worker that shows kept pages without a connection. At the root, since it may only serve what lies below it. */
import type { APIRoute } from 'astro';
import worker from '../client/offline-worker.ts?stripped';

export const GET: APIRoute = () =>
  new Response(worker, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
