/**
 * What libraries print is kept from the log, since it can quote an address, and an address can hold a code. What
 * remains is the kind of error and the place in the code.
 *
 * In:     a console, where to write
 * Out:    the console, mended; with `whole`, as it was
 */
export function quietConsole(
  target: Pick<Console, 'log' | 'info' | 'warn' | 'error' | 'debug'>,
  write: (line: string) => void,
  whole: boolean,
): void {
  if (whole) return;
  target.error = target.warn = (...given: unknown[]) => {
    const text = given.map(describe).find((line) => line !== null);
    if (text) write(text);
  };
  target.log = target.info = target.debug = () => undefined;
}

/** The kind of an error and its place, or null where there is none. Never its message. */
export function describe(failure: unknown): string | null {
  if (failure instanceof Error) {
    const code = 'code' in failure && typeof failure.code === 'string' ? ` ${failure.code}` : '';
    return `${failure.name}${code}${place(failure.stack ?? '')}`;
  }
  if (typeof failure !== 'string') return null;
  const kind = /\b(\w*Error)\b/.exec(failure)?.[1];
  return kind ? `${kind}${place(failure)}` : null;
}

function place(stack: string): string {
  const found = /\bat (?:[^\n(]*\()?(?:file:\/\/)?[^\s()]*?([\w.@[\]-]+\.(?:m?js|ts|astro):\d+:\d+)/.exec(
    stack,
  )?.[1];
  return found ? ` at ${found}` : '';
}
