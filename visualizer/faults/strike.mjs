/**
 * Loaded before the visualizer (`node --import …/strike.mjs main.js`), this does what STRIKE says in the middle of its
 * work: as soon as a picture is on the screen, for a signal `at once`, when the screen is being taken, or, `while it
 * starts`, as soon as it listens to what may go wrong.
 */
import process from 'node:process';

const PICTURE = 'LIVE';
const TAKEN = '\u001b[?1049h';

const strikes = {
  throw: () => {
    throw new Error('thrown in the middle');
  },
  'throw nothing': () => {
    throw null;
  },
  reject: () => {
    Promise.reject(new Error('rejected in the middle'));
  },
  'throw twice': () => {
    setTimeout(strikes.throw, 0);
    strikes.reject();
  },
  'two signals': () => {
    process.kill(process.pid, 'SIGTERM');
    process.kill(process.pid, 'SIGINT');
  },
  'hang up at once': () => {
    process.kill(process.pid, 'SIGHUP');
  },
};

const name = process.env.STRIKE;
const strike = strikes[name];
if (name === 'throw while it starts') {
  const listen = process.on;
  process.on = function (event, ...rest) {
    const listening = listen.call(this, event, ...rest);
    if (event !== 'unhandledRejection') return listening;
    process.on = listen;
    throw new Error('thrown while it starts');
  };
}
const write = process.stdout.write;
process.stdout.write = function (text, ...rest) {
  const written = write.call(this, text, ...rest);
  if (!String(text).includes(name.endsWith('at once') ? TAKEN : PICTURE)) return written;
  process.stdout.write = write;
  if (name.endsWith('at once')) strike();
  else setTimeout(strike, 50);
  return written;
};
