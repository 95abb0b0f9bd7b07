/** The long form of hostile-traces.test.ts: 5,000 traces. */
process.env.HOSTILE_RUNS ??= '5000';
await import('./hostile-traces.test.ts');
