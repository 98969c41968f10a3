/** Keeps a report on this phone, or takes it off; a kept one is brought up to date by every visit. */
import { follow, followed, forgetOffline, keepOffline, unfollow } from './followed.ts';

export function offerToFollow(place: HTMLElement): void {
  const {
    follow: code = '',
    address = '',
    title = '',
    list = '',
    manifest = '',
    keep = '',
    drop = '',
  } = place.dataset;
  const button = place.querySelector('button');
  if (!button) return;
  const one = () => ({ code, address, title, seen: new Date().toISOString() });
  const kept = () => followed().some((each) => each.code === code);
  const show = () => {
    button.textContent = kept() ? drop : keep;
    button.setAttribute('aria-pressed', String(kept()));
    if (kept()) installable(manifest);
  };
  // A page shown without connection says what was seen before: nothing new is noted then.
  const fresh = document.querySelector('[data-offline]') !== null;
  if (kept() && fresh) {
    follow(one());
    void keepOffline([address, list]);
  }
  button.addEventListener('click', () => {
    if (kept()) {
      if (unfollow(code)) void forgetOffline(address);
    } else if (follow(one())) void keepOffline([address, list]);
    else button.disabled = true;
    show();
  });
  show();
  place.hidden = false;
}

/** Only who keeps a report is offered the portal for the start screen: browsers load what that takes at once. */
function installable(manifest: string): void {
  if (document.querySelector('link[rel=manifest]')) return;
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = manifest;
  document.head.append(link);
}
