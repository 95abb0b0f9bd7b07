/**
 * A terminal in memory: what is written to it goes through a real terminal emulator, so that tests can ask which
 * character stands where, in which colours. 20 to 50 ms a test, and no timing to guess.
 */
import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';

export interface FakeCell {
  readonly character: string;
  /** An xterm colour index; null is the terminal's own. */
  readonly foreground: number | null;
  readonly background: number | null;
  readonly bold: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
}

export function fakeTerminal(columns: number, rows: number) {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 });
  let written = '';
  const output = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk: Buffer | string, _encoding, done) {
        written += String(chunk);
        terminal.write(chunk, done);
      },
    }),
    { columns, rows, isTTY: true },
  );
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    isRaw: false,
    setRawMode(raw: boolean) {
      input.isRaw = raw;
      return input;
    },
  });
  const line = (y: number): string => terminal.buffer.active.getLine(y)?.translateToString(true) ?? '';

  return {
    terminal,
    input,
    output,
    /** Waits until all that was written so far has reached the emulator. */
    async settle(): Promise<void> {
      for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
      await new Promise<void>((resolve) => terminal.write('', resolve));
    },
    /** All bytes written since the last call. */
    takeWritten(): string {
      const taken = written;
      written = '';
      return taken;
    },
    type(keys: string): void {
      input.write(keys);
    },
    resize(newColumns: number, newRows: number): void {
      terminal.resize(newColumns, newRows);
      Object.assign(output, { columns: newColumns, rows: newRows });
      output.emit('resize');
    },
    line,
    lines: (): string[] => Array.from({ length: terminal.rows }, (_, y) => line(y)),
    text: (): string => Array.from({ length: terminal.rows }, (_, y) => line(y)).join('\n'),
    cell(x: number, y: number): FakeCell {
      const cell = terminal.buffer.active.getLine(y)?.getCell(x);
      if (!cell) throw new Error(`no cell at ${x}, ${y}`);
      return {
        character: cell.getChars() || ' ',
        foreground: cell.isFgDefault() ? null : cell.getFgColor(),
        background: cell.isBgDefault() ? null : cell.getBgColor(),
        bold: cell.isBold() !== 0,
        underline: cell.isUnderline() !== 0,
        inverse: cell.isInverse() !== 0,
      };
    },
    /** Where `text` stands first, reading line by line. */
    find(text: string): { x: number; y: number } {
      for (let y = 0; y < terminal.rows; y++) {
        const x = line(y).indexOf(text);
        if (x >= 0) return { x, y };
      }
      throw new Error(`not on the screen: ${text}`);
    },
    /** Is the program on its own screen, so that the person's is untouched? */
    ownScreen: (): boolean => terminal.buffer.active.type === 'alternate',
  };
}
