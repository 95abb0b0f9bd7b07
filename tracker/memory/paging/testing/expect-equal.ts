import { expect } from 'vitest';

/** `expect(actual).toEqual(expected)` of plain data, which takes its time, only where the two differ. */
export function expectEqual(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual).toEqual(expected);
}
