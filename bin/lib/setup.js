import { buildWeb, mustBuildWeb } from './build-web.js';
import { install, mustInstall } from './install.js';
import { withLock } from './lock.js';
import { say } from './run.js';

/**
 * Makes sure that everything Baton needs is there: packages, and for those who show it the web
 * application. Quick when nothing changed.
 * @param {{ web: boolean }} what
 */
export async function setUp({ web }) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Baton needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  }
  // Looked at before the lock: a folder that only others may write to can be used as it is.
  if (!mustInstall() && !(web && mustBuildWeb())) return;
  await withLock(async () => {
    if (mustInstall()) await install();
    if (web && mustBuildWeb()) await buildWeb();
  });
}

/**
 * Runs a program of bin/: errors that were foreseen are told without a stack trace.
 * @param {() => Promise<number | void>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
