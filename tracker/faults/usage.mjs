/**
 * Loaded before a program (`node --import …/usage.mjs program.js`), this writes as JSON into the file that USAGE_LOG
 * names what the process took when it ends: its most memory, in megabytes, and its processor time, in milliseconds.
 */
import { writeFileSync } from 'node:fs';
import process from 'node:process';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { megabytes: maxRSS / 1024, milliseconds: (userCPUTime + systemCPUTime) / 1000 };
  writeFileSync(process.env.USAGE_LOG, JSON.stringify(usage));
});
