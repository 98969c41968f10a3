/** A status page brings its styles along, and its policy allows those and no others. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inlineStyles } from '../../src/server/http/inline-styles.ts';

const page = (body: string, policy = "default-src 'none'; style-src 'self' 'sha256-x'") => ({
  status: 200,
  headers: { 'content-type': 'text/html', 'content-security-policy': policy },
  body: Buffer.from(body),
});
const link = '<link rel="stylesheet" href="/assets/a.css"><p>Text</p>';
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

describe('the styles of a page', () => {
  it('stand in it, named by their hash', () => {
    const made = inlineStyles(page(link), () => 'p{color:red}');
    expect(made.body.toString()).toBe('<style>p{color:red}</style><p>Text</p>');
    expect(made.headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'self' 'sha256-${sha256('p{color:red}')}' 'sha256-x'`,
    );
  });

  it('stay links where they are not known, or would end their own element', () => {
    for (const text of [null, 'p::after{content:"</style><script>"}']) {
      const made = inlineStyles(page(link), () => text);
      expect(made.body.toString()).toBe(link);
      expect(made.headers['content-security-policy']).not.toContain('sha256-4');
    }
  });

  it('stay links where the policy names no styles', () => {
    expect(inlineStyles(page(link, "default-src 'none'"), () => 'p{}').body.toString()).toBe(link);
  });
});
