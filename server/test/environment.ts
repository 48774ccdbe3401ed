/**
 * What a Baton that a test starts has of our environment, beside its own settings: where programs
 * are, and where Node keeps what it compiled.
 */
export const bareEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
};
