import { describe, expect, it } from 'vitest';
import { type Attr, attr, BOLD, INVERSE, NONE } from '../attr.ts';
import { Grid } from '../surface.ts';
import { toSvg } from './svg.ts';

const BARE = attr(NONE, NONE);

function pictureOf(...texts: readonly (readonly [text: string, look: Attr])[]): string {
  const cells = new Grid(20, 3, BARE);
  let x = 0;
  for (const [text, look] of texts) x = cells.put(x, 0, text, look);
  return toSvg(cells, { title: 'frames & <pages>' });
}

describe('the picture as SVG', () => {
  it('has its text, its colours and its size', () => {
    const svg = pictureOf(['A 12', attr(16, 214, BOLD)], [' <x>', BARE]);
    expect(svg).toMatch(/^<svg .*width="184" height="67"/);
    expect(svg).toContain('aria-label="frames &amp; &lt;pages&gt;"');
    expect(svg).toMatch(/<rect [^>]*fill="#ffaf00"/);
    expect(svg).toMatch(/<text [^>]*fill="#000000" font-weight="bold"[^>]*>A 12<\/text>/);
    expect(svg).toContain('&lt;x&gt;');
  });

  it('draws blocks, braille and boxes as shapes, without a font', () => {
    const svg = pictureOf(['┌─█⠿╌▏', BARE]);
    expect(svg).toContain('<path ');
    expect(svg).not.toContain('<text');
  });

  it('turns inverse cells round', () => {
    expect(pictureOf(['X', attr(NONE, NONE, INVERSE)])).toMatch(/<rect [^>]*fill="#d8dee9"/);
  });
});
