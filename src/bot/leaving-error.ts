/** Thrown out of whatever a member does while everything of theirs is being removed: nothing of it may be kept. */
export class LeavingError extends Error {
  override readonly name = 'LeavingError';
}
