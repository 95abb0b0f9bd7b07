/** `--plain`: watches as the dashboard does, and tells each change in a line. It ends when it is told to, or unread. */
import { isAlive } from '../shared/is-alive.ts';
import { wholePath } from '../shared/status-file/whole-path.ts';
import { ascii as inAscii } from './ascii.ts';
import type { Options } from './command-line.ts';
import { type Companion, startCompanion } from './companion.ts';
import { type Exit, onSignals, onStdoutGone } from './ending.ts';
import { firstCommand } from './first-command.ts';
import { Narrator } from './narration/narrator.ts';
import { watchStatus } from './status-source.ts';
import { plain } from './view/wording.ts';

const LOOK_MS = 1000;

export function runNarration({ file, command, ascii }: Options, exit: Exit): void {
  const whole = wholePath(file);
  let companion: Companion | null = null;
  let source: { close(): void } | null = null;
  let ending = false;
  const end = async (code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    source?.close();
    await companion?.stop();
    exit(code);
  };
  onSignals(end);
  onStdoutGone(end);

  const narrator = new Narrator({
    file: plain(file, 300),
    // Asked when it is told: its folder may have come or gone.
    get firstCommand() {
      return firstCommand(whole);
    },
    now: Date.now,
    isAlive,
    say: (line) => {
      if (!ending) process.stdout.write(`${ascii ? inAscii(line) : line}\n`);
    },
  });
  if (command.length > 0) {
    companion = startCompanion(command, whole, () => {
      const { command: name, end: ended, lastLines } = companion ?? {};
      const lastWords = ended?.code === 0 ? '' : (lastLines?.at(-1) ?? '');
      narrator.mention(`the command ${name} ${ended?.how}${lastWords === '' ? '' : `: ${lastWords}`}.`);
    });
  }
  source = watchStatus(file, (observation) => narrator.observe(observation));
  setInterval(() => narrator.look(), LOOK_MS);
}
