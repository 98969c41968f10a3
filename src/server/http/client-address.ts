/**
 * Who is asking, for the rate limit and for nothing else: it is neither kept nor logged.
 *
 * In:     the request, and how many proxies stand in front (TRUST_PROXY)
 * Out:    an IPv4 address, the /64 of an IPv6 address, or null where no one client can be told: a peer on this
 *         machine without TRUST_PROXY is a proxy or a local program, and stands for many people
 */
import type { IncomingMessage } from 'node:http';

export function clientAddress(request: IncomingMessage, proxies: number): string | null {
  const peer = request.socket.remoteAddress;
  if (peer === undefined) return null;
  if (proxies === 0) return peerAddress(peer);
  // Each proxy appends whom it saw; what stands before the trusted ones was written by the client.
  const seen = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  return network(seen.at(-proxies) ?? seen[0] ?? peer);
}

/** Who is at the other end of a connection that no proxy of ours stands in front of. */
export function peerAddress(peer: string): string | null {
  return isLoopback(peer) ? null : network(peer);
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function network(address: string): string {
  // Some proxies write the port as well; each port must not be a client of its own.
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/.exec(address)?.[1];
  if (v4) return v4;
  const v6 = /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1] ?? address;
  return expand(v6.slice(0, 45)).slice(0, 4).join(':');
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::', 2);
  const left = head.split(':').filter(Boolean);
  if (tail === undefined) return left;
  const right = tail.split(':').filter(Boolean);
  return [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
}
