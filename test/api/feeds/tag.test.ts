import { describe, expect, it } from 'vitest';
import { tagUri } from '../../../api/feeds/tag.ts';

describe('the name of a feed or an entry', () => {
  it('is made of the host, a year and what it names, and of nothing that changes', () => {
    const name = 'tag:majibu.example,2026:elgeyo-marakwet/requests/K7Q-M2F-9XH4';
    for (const url of ['https://majibu.example', 'http://majibu.example:8080'])
      expect(tagUri(url, 'elgeyo-marakwet', 'requests/K7Q-M2F-9XH4')).toBe(name);
  });

  it('holds nothing that a URI cannot', () => {
    expect(tagUri('https://a.example', 'x', 'feeds/requests/period=2026..2026-03/a=(b c)"é')).toBe(
      'tag:a.example,2026:x/feeds/requests/period%3D2026..2026-03/a%3D%28b%20c%29%22%C3%A9',
    );
  });
});
