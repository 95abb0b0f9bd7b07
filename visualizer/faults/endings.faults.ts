/** The long form of endings.test.ts: the rarer endings, and every form of output. */
process.env.EVERY_ENDING = 'yes';
await import('./endings.test.ts');
