/**
 * Waits for a while or until somebody rings, whichever is first. Many rings are one, and one that comes while nobody
 * waits ends the next wait at once.
 *
 * In:     `ring`, from anywhere; `wait` with milliseconds
 * Out:    true: it rang
 * Errors: none
 */
export class Bell {
  #rung = false;
  #wake: (() => void) | null = null;

  readonly ring = (): void => {
    this.#rung = true;
    this.#wake?.();
  };

  async wait(ms: number): Promise<boolean> {
    if (!this.#rung)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#wake = null;
    const rung = this.#rung;
    this.#rung = false;
    return rung;
  }
}
