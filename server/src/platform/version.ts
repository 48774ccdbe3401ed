import about from '../../package.json' with { type: 'json' };

/** The version of Baton, as its package says it. */
export const version: string = about.version;
