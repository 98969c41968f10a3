/** The phone's own way to share, where it has one. The link goes out without its fragment: that can hold a secret. */
export function offerShare(button: HTMLButtonElement): void {
  const { share: text = '', link: url = '' } = button.dataset;
  if (typeof navigator.share !== 'function') return;
  button.hidden = false;
  button.addEventListener('click', () => {
    // Whoever changes their mind has not met an error.
    navigator.share({ text, url }).catch(() => {});
  });
}
