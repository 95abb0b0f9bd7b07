/** The long form of hostile-content.test.ts: 5000 of each, and every prefix. */
process.env.HOSTILE_RUNS ??= '5000';
await import('./hostile-content.test.ts');
