/** A status page brings along what it is drawn with, and its policy allows that and nothing else. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { selfContained } from '../../src/server/http/self-contained.ts';

const POLICY = "default-src 'none'; script-src 'self' 'sha256-s='; style-src 'self' 'sha256-x='";
const page = (body: string, policy = POLICY) => ({
  status: 200,
  headers: { 'content-type': 'text/html', 'content-security-policy': policy },
  body: Buffer.from(body),
});
const link = '<link rel="stylesheet" href="/assets/a.css"><p>Text</p><link rel="stylesheet" href="/b.css">';
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
const policyOf = ({ headers }: { headers: Readonly<Record<string, string>> }) =>
  headers['content-security-policy'] ?? '';

describe('the styles of a page', () => {
  it('stand in it, in their order, named by their hash alone', () => {
    const made = selfContained(page(link), (address) => `${address}{color:$&}`);
    expect(made.body.toString()).toBe('<style>/assets/a.css{color:$&}/b.css{color:$&}</style><p>Text</p>');
    expect(policyOf(made)).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'sha256-${sha256('/assets/a.css{color:$&}/b.css{color:$&}')}'`,
    );
  });

  it('stay links where they are not known, or would end their own element', () => {
    for (const text of [null, 'p::after{content:"</style><script>"}']) {
      const made = selfContained(page(link), () => text);
      expect(made.body.toString()).toBe(link);
      expect(policyOf(made)).toContain("style-src 'self' 'sha256-x='");
    }
  });

  it('stay links where the policy names no styles', () => {
    expect(selfContained(page(link, "default-src 'none'"), () => 'p{}').body.toString()).toBe(link);
  });
});

describe('the icon of a page', () => {
  const icon = '<link rel="icon" href="/favicon.svg?v=1" type="image/svg+xml">';

  it('stands in it as an address that is the picture', () => {
    const drawn = '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#1f5c3a" d="M0 0&amp;%"/></svg>';
    const made = selfContained(page(icon), () => drawn).body.toString();
    const address = /href="([^"]*)" type/.exec(made)?.[1] ?? '';
    expect(address).not.toMatch(/[<>#]/);
    expect(decodeURIComponent(address.replace('data:image/svg+xml,', ''))).toBe(drawn.replaceAll('"', "'"));
  });

  it('stays a link where it is not known', () => {
    expect(selfContained(page(icon), () => null).body.toString()).toBe(icon);
  });
});

describe('the script of a page', () => {
  it('waits until the page is drawn', () => {
    const made = selfContained(page('<script type="module" src="/a.js"></script>'), () => null);
    expect(made.body.toString()).toBe('<script type="module" fetchpriority="low" src="/a.js"></script>');
    expect(policyOf(made)).toContain("script-src 'self';");
  });

  it('keeps its hash where it stands in the page itself; data are no script', () => {
    const inline = selfContained(page('<script>alert(1)</script>'), () => null);
    expect(policyOf(inline)).toContain("script-src 'self' 'sha256-s='");
    const data = '<script type="application/ld+json">{}</script><script src="/a.js" nomodule></script>';
    expect(policyOf(selfContained(page(data), () => null))).not.toContain('sha256-s=');
  });
});
