#!/usr/bin/env node
/**
 * Arguments in, exit code out: the only file that ends the process. What takes part in one way of running only is
 * loaded only then; the terminal libraries take longer to load than everything else.
 */
import { setFlagsFromString } from 'node:v8';
import { configProblem } from '../shared/config-problem.ts';
import { version, visualizerCommand, visualizerName } from '../shared/own-package.ts';
import { StatusFileError } from '../shared/status-file/status-file-error.ts';
import { type Options, parseCommandLine } from './command-line.ts';
import { completions } from './completion.ts';
import { bugInWords, EXIT, onStdoutGone } from './ending.ts';
import { helpText } from './help-text.ts';

const exit = (code: number): void => process.exit(code);
const onScreen = process.stdout.isTTY === true && process.env.TERM !== 'dumb';
const line = parseCommandLine(process.argv.slice(2), process.env, onScreen);
const problem = configProblem(['REFRESH_MS']);
process.stderr.on('error', () => {
  // Nobody listens to the complaints; the exit code still tells.
});

if (line.kind === 'usage') {
  process.stderr.write(`${visualizerName()}: ${line.problem}\nTry ${visualizerCommand()} --help.\n`);
  process.exitCode = EXIT.usage;
} else if (line.kind === 'help') {
  onStdoutGone(exit);
  process.stdout.write(helpText());
} else if (line.kind === 'version') {
  onStdoutGone(exit);
  process.stdout.write(`${version()}\n`);
} else if (line.kind === 'completion') {
  onStdoutGone(exit);
  process.stdout.write(`${completions(line.line).join('\n')}\n`);
} else if (problem !== null) {
  process.stderr.write(`${visualizerName()}: ${problem}\n`);
  process.exitCode = EXIT.badData;
} else {
  try {
    await run(line.options);
  } catch (error) {
    const isTrouble = error instanceof StatusFileError;
    process.stderr.write(isTrouble ? `${visualizerName()}: ${error.message}\n` : bugInWords(error));
    process.exitCode = isTrouble ? EXIT.disk : EXIT.software;
  }
}

async function run(options: Options): Promise<void> {
  if (options.mode.kind === 'dashboard') {
    keepYoungGenerationSmall();
    const { runDashboard } = await import('./run-dashboard.ts');
    runDashboard(options, exit);
  } else if (options.mode.kind === 'narration') {
    const { runNarration } = await import('./run-narration.ts');
    runNarration(options, exit);
  } else {
    const { runOnce } = await import('./run-once.ts');
    process.exitCode = await runOnce(options, exit);
  }
}

/**
 * What is drawn is garbage at once: a young generation that does not grow makes the whole 30 MB smaller, and takes no
 * longer. V8 complains of a flag that it does not know, so the versions that know this one are asked for it.
 */
function keepYoungGenerationSmall(): void {
  if (Number.parseInt(process.versions.node, 10) <= 24) setFlagsFromString('--semi-space-growth-factor=1');
}
