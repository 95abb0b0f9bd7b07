import { describe, expect, it } from 'vitest';
import { FileRing } from './file-ring.ts';

/** A file that no other is like. */
const fileOf = (length: number, number: number): Uint8Array => {
  return Uint8Array.from({ length }, (_, at) => number * 31 + at * 7);
};

describe('the ring of files', () => {
  it.each([1, 7, 64])('keeps what it promises, round after round, of files up to %i bytes', (largest) => {
    const ring = new FileRing(200, largest);
    const put: { readonly file: Uint8Array; readonly copy: Uint8Array }[] = [];
    const lost = new Set<number>();
    for (let number = 0; number < 2000; number++) {
      const file = fileOf(1 + ((number * number * 13 + number) % largest), number);
      put.push({ file, copy: ring.put(file) });
      for (let [at, after] = [number, 0]; at >= 0 && after <= 200; at--) {
        const { file, copy } = put[at] ?? { file: [0], copy: [1] };
        if (file.some((byte, index) => copy[index] !== byte)) lost.add(at);
        after += file.length;
      }
    }
    expect([...lost]).toEqual([]);
  });

  it('holds copies', () => {
    const file = fileOf(5, 1);
    const copy = new FileRing(10, 5).put(file);
    file.fill(0);
    expect(copy).toEqual(fileOf(5, 1));
  });

  it('takes no file larger than was agreed', () => {
    expect(() => new FileRing(10, 5).put(fileOf(6, 1))).toThrow('a file of 6 bytes, over 5');
  });
});
