/**
 * What keeps a page from being read: looked for in a real browser, on the page as it stands there.
 *
 * In:     an open page
 * Out:    faults in words, empty when there is none
 * Source: WCAG 2.2: 1.4.4, 1.4.10, 1.4.12, 2.3.3, 2.4.7, 2.4.11
 */
import type { Page } from 'playwright-core';

/** Nothing leaves the screen to the side, is cut off, or lies over something else. */
export function crowding(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { documentElement: root } = document;
    if (root.scrollWidth > root.clientWidth)
      faults.push(`scrolls ${root.scrollWidth - root.clientWidth} px sideways`);
    const name = (each: Element) =>
      `${each.tagName.toLowerCase()}.${each.getAttribute('class') ?? ''} "${(each.textContent ?? '').trim().slice(0, 40)}"`;
    /** In a frame that scrolls by itself a text may stand outside of the screen. */
    const scrolls = (each: Element): boolean => {
      for (let at: Element | null = each; at && at !== document.body; at = at.parentElement)
        if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const hidden = (each: Element) => each.closest('.hidden-visually, .skip, svg, [hidden]') !== null;

    interface Line {
      readonly owner: Element;
      readonly box: DOMRect;
    }
    const lines: Line[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement;
      if (!owner || hidden(owner) || !node.textContent?.trim() || !owner.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects())
        if (box.width > 1 && box.height > 1) lines.push({ owner, box });
    }
    for (const { owner, box } of lines) {
      if ((box.right > root.clientWidth + 1 || box.left < -1) && !scrolls(owner))
        faults.push(`outside of the screen: ${name(owner)}`);
    }
    for (const each of document.body.querySelectorAll('*')) {
      const { overflowX, overflowY } = getComputedStyle(each);
      const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      if (hidden(each) || !each.textContent?.trim() || !each.checkVisibility()) continue;
      if (clips(overflowX) && each.scrollWidth > each.clientWidth + 1) faults.push(`cut off: ${name(each)}`);
      if (clips(overflowY) && each.scrollHeight > each.clientHeight + 1)
        faults.push(`cut off: ${name(each)}`);
    }
    // Letters reach out of their line's box above and below; what lies on each other by more than that is no accident.
    lines.sort((a, b) => a.box.top - b.box.top);
    for (const [index, one] of lines.entries())
      for (const other of lines.slice(index + 1)) {
        if (other.box.top > one.box.bottom) break;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
        if (across > 2 && down > Math.min(one.box.height, other.box.height) * 0.4 && !scrolls(one.owner))
          faults.push(`lies on each other: ${name(one.owner)} and ${name(other.owner)}`);
      }
    return [...new Set(faults)];
  });
}

/** Letters, words and lines as far apart as a reader may set them. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.body.querySelectorAll<HTMLElement>('*')) {
      each.style.setProperty('line-height', '1.5', 'important');
      each.style.setProperty('letter-spacing', '0.12em', 'important');
      each.style.setProperty('word-spacing', '0.16em', 'important');
      if (each.tagName === 'P') each.style.setProperty('margin-bottom', '2em', 'important');
    }
  });
}

/** Text alone, twice as large, as a browser's or a phone's setting does. */
export async function doubleText(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
}

/** What moves by itself, or glides when it is asked for. */
export function motion(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults = document.getAnimations().map(() => 'an animation runs');
    for (const each of document.querySelectorAll('*')) {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(each);
      const glides = transitionDuration.split(',').some((duration) => Number.parseFloat(duration) > 0);
      if (animationName !== 'none' || glides || scrollBehavior === 'smooth')
        faults.push(`moves: ${each.tagName.toLowerCase()}.${each.getAttribute('class') ?? ''}`);
    }
    return [...new Set(faults)];
  });
}

/** Through the whole page by the Tab key: where the focus is can be seen, and lies under nothing. */
export async function keyboardWalk(
  page: Page,
): Promise<{ readonly stops: string[]; readonly faults: string[] }> {
  const stops: string[] = [];
  const faults: string[] = [];
  for (let step = 0; step < 400; step++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const told = `${at.tagName.toLowerCase()} "${(at.getAttribute('aria-label') ?? at.textContent ?? '').trim().slice(0, 50)}"`;
      const shown = [at, ...at.querySelectorAll('*')].some((each) => {
        const { outlineStyle, outlineWidth, strokeWidth } = getComputedStyle(each);
        return (
          (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) ||
          (each instanceof SVGElement && Number.parseFloat(strokeWidth) >= 4)
        );
      });
      const box = [...at.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
      const inside = box && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
      const x = box ? Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1) : 0;
      const y = box ? Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1) : 0;
      const over = document.elementFromPoint(x, y);
      // The middle of a map's area can lie in another one.
      const covered =
        !at.closest('svg') && !(over && (at.contains(over) || over.contains(at)))
          ? (over?.tagName ?? 'nothing')
          : null;
      const fault = !shown
        ? 'is not seen to have the focus'
        : !inside
          ? 'has the focus outside of the screen'
          : covered
            ? `has the focus below ${covered}`
            : null;
      return { told, fault };
    });
    if (found === null) return { stops, faults };
    stops.push(found.told);
    if (found.fault) faults.push(`${found.told} ${found.fault}`);
  }
  return { stops, faults: [...faults, 'the focus never leaves the page'] };
}

/** Names of links that lead to different places from one page: out of context nobody can tell them apart. */
export function sameNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const places = new Map<string, Set<string>>();
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
      if (!link.checkVisibility()) continue;
      const name = (link.getAttribute('aria-label') ?? link.textContent ?? '').replace(/\s+/g, ' ').trim();
      // A number stands in its row and column, which are read with it.
      if (/^[\d\s.,%–—-]*$/.test(name) || link.closest('table')) continue;
      places.set(name, (places.get(name) ?? new Set()).add(link.href));
    }
    return [...places]
      .filter(([, each]) => each.size > 1)
      .map(([name, each]) => `"${name}": ${[...each].join(' ')}`);
  });
}
