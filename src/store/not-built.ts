/** Stands in for a function whose signature is settled and whose body is on its way. */
export function notBuilt(): never {
  throw new Error('not built');
}
