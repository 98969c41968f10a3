/** Why there is no demonstration, and what to do instead; nothing was changed. */
export class DemonstrationError extends Error {
  override name = 'DemonstrationError';
}
