import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { readArguments, usage } from './cli/arguments.ts';
import { readSettings, type Settings } from './platform/settings.ts';
import { StartError } from './platform/start-error.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * Runs the command that the arguments name. Each is loaded only when it is asked for, so that the
 * small ones are quick.
 * @returns the exit code.
 */
async function main(args: string[]): Promise<number> {
  const command = readArguments(args);
  if (command.name === 'help') {
    console.log(usage);
    return 0;
  }
  if (command.name === 'simulate') {
    return (await import('./cli/simulate.ts')).playCompany(command.wish);
  }
  const settings = settingsOfThisProcess();
  switch (command.name) {
    case 'serve':
      return (await import('./cli/serve.ts')).serve(settings);
    case 'migrate':
      return (await import('./cli/migrate.ts')).migrateOnly(settings);
    case 'token':
      return (await import('./cli/token.ts')).createToken(settings, command.key);
    case 'lock-out':
      return (await import('./cli/lock-out.ts')).lockOutByAddress(settings, command.wish);
    case 'let-in':
      return (await import('./cli/lock-out.ts')).letInByAddress(settings, command.address);
    case 'deliver':
      return (await import('./cli/deliver.ts')).deliverFromPipe(settings, command.delivery);
    case 'demo':
      return (await import('./cli/demo.ts')).demo(settings);
    case 'doctor':
      return (await import('./cli/doctor.ts')).doctor(settings);
  }
}

/** Paths are relative to where the command was called; without DATA_DIR it is the project's. */
function settingsOfThisProcess(): Settings {
  const dataDir = join(root, 'data');
  return readSettings({ ...process.env, DATA_DIR: process.env.DATA_DIR || dataDir }, process.cwd());
}

// Node keeps what it compiled (and stripped of types) for the next start, which takes half the time.
// Written out after a while too, since a killed process does not get to it at its end.
enableCompileCache(join(root, 'node_modules', '.cache', 'baton'));
setTimeout(flushCompileCache, 10_000).unref();

try {
  // Not left to end by itself: the channel to bin/baton stays open as long as that waits for us.
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  const foreseen = error instanceof StartError;
  console.error(foreseen ? error.message : error);
  process.exit(foreseen ? error.exitCode : 1);
}
