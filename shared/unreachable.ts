/** Closes a `switch` over a union: the compiler sees to it that no case is left, and a bug that gets here throws. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
