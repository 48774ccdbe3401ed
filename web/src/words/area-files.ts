export type Catalogue = { default: object };

/**
 * The files of all areas, each fetched when it is first needed. The list of them is fetched with the
 * first: it is long, and grows with every area.
 */
export const areaFiles = import.meta.glob<Catalogue>('./areas/*/*.json');
