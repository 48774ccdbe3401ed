import { afterAll } from 'vitest';

type CleanUp = () => unknown;
const cleanUps: CleanUp[] = [];

/** Has `cleanUp` run after the tests of this file, the last registered first. */
export function afterThisFile(cleanUp: CleanUp): void {
  cleanUps.push(cleanUp);
}

/** Registered for every test file by `setup.ts`. */
export function cleanUpAfterThisFile(): void {
  afterAll(async () => {
    for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
  });
}
