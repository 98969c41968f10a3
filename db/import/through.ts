/**
 * Passes chunks through a transform stream. All that came out before an error is handed on before the error is
 * thrown, which a pipeline does not promise.
 *
 * In:     a transform (gunzip, a CSV parser) and the chunks to write to it
 * Out:    what comes out, in lists
 * Errors: those of the transform and of the input
 */
import type { Transform } from 'node:stream';

export async function* through<Out>(
  transform: Transform,
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<Out[], void> {
  const out: Out[] = [];
  const errors: Error[] = [];
  transform.on('data', (chunk: Out) => out.push(chunk));
  transform.on('error', (error) => errors.push(error));
  const settled = (begin: (finish: () => void) => void) =>
    new Promise<void>((resolve) => {
      const finish = () => {
        transform.off('close', finish);
        resolve();
      };
      transform.once('close', finish);
      begin(finish);
    });
  try {
    for await (const chunk of input) {
      await settled((finish) => transform.write(chunk, finish));
      if (out.length > 0) yield out.splice(0);
      if (errors[0]) throw errors[0];
    }
    await settled((finish) => transform.once('end', finish).end());
    if (out.length > 0) yield out.splice(0);
    if (errors[0]) throw errors[0];
  } finally {
    transform.destroy();
  }
}
