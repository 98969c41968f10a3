/**
 * The numbers of a page that link to a figure, and what the figure's own page says.
 *
 * In:     HTML
 * Out:    links with their text; the headline of a figure page, the facts below it
 */
export interface NumberLink {
  readonly href: string;
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
};

export function plainText(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

export function numberLinks(html: string): NumberLink[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return [...main.matchAll(/<a\b[^>]*?href="([^"]*\/figures\/\d+\/[^"]+)"[^>]*>([\s\S]*?)<\/a>/g)].map(
    ([, href = '', text = '']) => ({ href: href.replaceAll('&amp;', '&'), text: plainText(text) }),
  );
}

/** Numbers in cells of tables that lead nowhere; what has no address of its own is marked as a rest. */
export function unlinkedNumbers(html: string): string[] {
  const main = (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(/<tr class="rest">[\s\S]*?<\/tr>/g, '');
  return [...main.matchAll(/<td class="number"[^>]*>([\s\S]*?)<\/td>/g)]
    .map(([, cell = '']) => cell)
    .filter((cell) => !cell.includes('<a ') && /\d/.test(plainText(cell).replace(/\(.*\)/, '')))
    .map(plainText);
}

/** Interval and n in cells of their own: numbers of the figure that their row links to just before. */
export function partNumbers(html: string): NumberLink[] {
  return [...html.matchAll(/<tr\b[\s\S]*?<\/tr>/g)].flatMap(([row]) => {
    let href = '';
    return [...row.matchAll(/<td class="number( part)?"[^>]*>([\s\S]*?)<\/td>/g)].flatMap(
      ([, part, cell = '']) => {
        if (part === undefined) href = numberLinks(`<main>${cell}</main>`)[0]?.href ?? '';
        const text = plainText(cell);
        return part !== undefined && href !== '' && text !== '' ? [{ href, text }] : [];
      },
    );
  });
}

function says(headline: string, facts: readonly string[], text: string): boolean {
  const word = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (headline === '') return false;
  // "more than 30 days" is told as "after 30 days"; a title states its number in a sentence.
  return (
    new RegExp(`(^|\\s)${word(text)}$`).test(headline) ||
    new RegExp(`(^|\\s)${word(headline)}(\\s|$)`).test(text) ||
    facts.includes(text)
  );
}

/** Links whose figure does not say the number, each as a line that says so. */
export async function wrongLinks(
  base: string,
  pages: readonly string[],
): Promise<{ seen: number; wrong: string[] }> {
  const links = new Map<string, Set<string>>();
  const wrong: string[] = [];
  for (const page of pages) {
    const answer = await fetch(base + page);
    if (answer.status !== 200) wrong.push(`${page} is answered with ${answer.status}`);
    const html = await answer.text();
    const found = [...numberLinks(html), ...partNumbers(html)];
    // The tables of a release also count steps of privacy, which are no figures of a statistic.
    if (!page.includes('/releases/'))
      for (const number of unlinkedNumbers(html)) wrong.push(`${page} has "${number}" without a link`);
    if (found.length === 0) wrong.push(`${page} has no number that links to its figure`);
    for (const { href, text } of found) links.set(href, (links.get(href) ?? new Set()).add(text));
  }
  for (const [href, texts] of links) {
    const answer = await fetch(base + href);
    const html = await answer.text();
    if (answer.status !== 200) wrong.push(`${href} is answered with ${answer.status}`);
    const headline = plainText(/<span class="figure-number">([\s\S]*?)<\/span>/.exec(html)?.[1] ?? '');
    const facts = [...html.matchAll(/<dd>([\s\S]*?)<\/dd>/g)].map(([, fact = '']) => plainText(fact));
    for (const text of texts) {
      if (!says(headline, facts, text)) wrong.push(`${href} says "${headline}", the page "${text}"`);
    }
  }
  return { seen: links.size, wrong };
}
