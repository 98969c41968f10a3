/** Matches of an expression as stretches of the text, without spaces at their ends. */
import type { Span } from './types.ts';

export function spansOf(text: string, expression: RegExp): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(expression)) {
    const matched = match[0];
    const start = match.index + (matched.length - matched.trimStart().length);
    const end = match.index + matched.trimEnd().length;
    if (end > start) found.push({ start, end });
  }
  return found;
}
