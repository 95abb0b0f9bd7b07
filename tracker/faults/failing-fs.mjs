/**
 * Makes one file operation of a program fail: loaded before it (`node --import …/failing-fs.mjs program.js`), this
 * counts what it does to files from the opening of the lock file on, and strikes at the one that FAULT names:
 *
 *     FAULT=7:EIO        the seventh fails with EIO and does nothing     (any errno)
 *     FAULT=7:before     the process is killed instead of the seventh
 *     FAULT=7:after      the process is killed when the seventh is done
 *     FAULT=7:short      if the seventh is a write, it writes half of what it was given
 *     FAULT_LOG=PATH     the names of all of them, a line each, when the process ends
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const OPERATIONS = [
  'accessSync',
  'closeSync',
  'copyFileSync',
  'fchmodSync',
  'fchownSync',
  'fstatSync',
  'fsyncSync',
  'ftruncateSync',
  'linkSync',
  'lstatSync',
  'openSync',
  'readSync',
  'readdirSync',
  'readlinkSync',
  'renameSync',
  'rmSync',
  'statSync',
  'writeSync',
];
const { writeFileSync } = fs;
const [number, strike] = (process.env.FAULT ?? '0:').split(':');
const done = [];

/** `operation`, counted and perhaps struck. */
function attacked(name, operation) {
  return (...args) => {
    const begins = name === 'openSync' && String(args[0]).endsWith('.lock');
    if (done.length === 0 && !begins) return operation(...args);
    done.push(name);
    return done.length === Number(number) ? struck(name, operation, args) : operation(...args);
  };
}

function struck(name, operation, args) {
  if (strike === 'short') return operation(...(name === 'writeSync' ? halved(args) : args));
  if (strike === 'after') operation(...args);
  if (strike === 'before' || strike === 'after') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`${strike}: injected, ${name}`), { code: strike });
}

/** The arguments of a write, half as long: `(fd, bytes, offset, length)` or `(fd, text, position)`. */
function halved([fd, content, offset, length, ...rest]) {
  if (typeof content === 'string') return [fd, content.slice(0, content.length / 2), offset];
  return [fd, content, offset, Math.ceil((length ?? content.length) / 2), ...rest];
}

for (const name of OPERATIONS) fs[name] = attacked(name, fs[name]);
syncBuiltinESMExports();
if (process.env.FAULT_LOG) process.on('exit', () => writeFileSync(process.env.FAULT_LOG, done.join('\n')));
