/** What stands in the way of a check, in words for whoever asked for it: nothing is said about the figures. */
export class CannotCheck extends Error {
  override name = 'CannotCheck';
}
