/** Is it XML? As much of its grammar as a picture of ours can break. */
import { expect } from 'vitest';

const TOKEN =
  /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="(?:[^<>&"]|&(?:amp|lt|gt|quot);)*")*)(\/?)>|(?:[^<>&]|&(?:amp|lt|gt|quot);)+/y;

/** Tags that are opened are closed, in order; attributes are quoted, `&` and `<` written as entities. */
export function expectWellFormed(xml: string): void {
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(xml);
    expect(token?.index, `a token at ${xml.slice(at, at + 80)}`).toBe(at);
    const [, closing, name, , empty] = token ?? [];
    if (name === undefined || empty === '/') continue;
    if (closing === '') open.push(name);
    else expect(open.pop(), `what </${name}> closes`).toBe(name);
  }
  expect(open).toEqual([]);
}
