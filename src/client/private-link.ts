/**
 * Opens the private view where the address holds a key, `#k=…`. Everything else is loaded then.
 *
 * The key is taken out of the address at once, so that a picture of the screen, a shared or a copied address does not
 * carry it. So that loading the page again and changing the language still work, it is kept for this tab
 * (sessionStorage): never on the phone for longer, where the next person to use it would find it. Where a browser
 * keeps nothing, it stays in the address.
 */
const place = document.querySelector<HTMLElement>('[data-private]');

function takeKey(name: string): string | null {
  const found = /^#k=([\w-]*)/.exec(location.hash)?.[1];
  try {
    if (found === undefined) return sessionStorage.getItem(name);
    sessionStorage.setItem(name, found);
    history.replaceState(history.state, '', location.pathname + location.search);
  } catch {
    // Storage is switched off.
  }
  return found ?? null;
}

async function open(): Promise<void> {
  const code = place?.dataset['private'];
  if (!place || !code) return;
  const name = `majibu private ${code}`;
  const key = takeKey(name);
  if (key === null) return;
  try {
    const { openPrivateView } = await import('./private-view.ts');
    await openPrivateView({ place, code, key, forget: () => sessionStorage.removeItem(name) });
  } catch {
    place.textContent = place.dataset['failed'] ?? '';
  }
}

addEventListener('hashchange', () => void open());
void open();
