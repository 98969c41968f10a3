/**
 * Shows an answer of the API in the page, where its link or form would have led.
 *
 * In:     `[data-try]`: a form and links, and the place for the answer
 * Out:    the address that was asked, status, time and bytes, and the beginning of the answer, indented
 */
const MOST_CHARACTERS = 20_000;

for (const part of document.querySelectorAll<HTMLElement>('[data-try]')) {
  const form = part.querySelector('form');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value !== '') query.set(name, String(value));
    const action = form.getAttribute('action') ?? '';
    ask(part, query.size > 0 ? `${action}?${query}` : action);
  });
  for (const link of part.querySelectorAll<HTMLAnchorElement>('.try-answers a'))
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ask(part, link.getAttribute('href') ?? '');
    });
}

async function ask(part: HTMLElement, address: string): Promise<void> {
  const place = part.querySelector<HTMLElement>('.try-answer');
  const say = (name: string, text: string) => {
    const element = place?.querySelector(`[data-${name}]`);
    if (element) element.textContent = text;
  };
  if (place === null) return;
  place.hidden = false;
  say('asked', (part.dataset['base'] ?? '') + address);
  const began = performance.now();
  try {
    const response = await fetch(address);
    const text = await response.text();
    const ms = Math.round(performance.now() - began);
    const kB = Math.max(0.1, text.length / 1000).toFixed(1);
    say('outcome', `${response.status} · ${ms} ms · ${kB} kB`);
    const shown = indented(text);
    say('answer', shown.slice(0, MOST_CHARACTERS));
    say('more', shown.length > MOST_CHARACTERS ? (place.dataset['cut'] ?? '') : '');
  } catch {
    say('outcome', place.dataset['lost'] ?? '');
    say('answer', '');
    say('more', '');
  }
  place.scrollIntoView({ block: 'nearest' });
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
