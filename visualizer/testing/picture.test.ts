import { describe, expect, it } from 'vitest';
import { fakeTerminal } from './fake-terminal.ts';
import { toSvg } from './picture.ts';

async function pictureOf(written: string): Promise<string> {
  const screen = fakeTerminal(20, 3);
  screen.output.write(written);
  await screen.settle();
  return toSvg(screen.terminal, { title: 'frames & <pages>' });
}

describe('the picture of a terminal', () => {
  it('has its text, its colours and its size', async () => {
    const svg = await pictureOf('\u001b[1;38;5;16;48;5;214mA 12\u001b[m <x>');
    expect(svg).toMatch(/^<svg .*width="184" height="67"/);
    expect(svg).toContain('aria-label="frames &amp; &lt;pages&gt;"');
    expect(svg).toMatch(/<rect [^>]*fill="#ffaf00"/);
    expect(svg).toMatch(/<text [^>]*fill="#000000" font-weight="bold"[^>]*>A 12<\/text>/);
    expect(svg).toContain('&lt;x&gt;');
  });

  it('draws blocks, braille and boxes as shapes, without a font', async () => {
    const svg = await pictureOf('┌─█⠿╌▏');
    expect(svg).toContain('<path ');
    expect(svg).not.toContain('<text');
  });

  it('turns inverse cells round', async () => {
    expect(await pictureOf('\u001b[7mX\u001b[m')).toMatch(/<rect [^>]*fill="#d8dee9"/);
  });
});
