import { enableCompileCache } from 'node:module';

// Before anything else is loaded: a command such as `bottega log` spends most of its time on reading its own code.
enableCompileCache();
await import('./commands.ts');
