/** The time zones that the browser knows, with UTC and the one in use. */
export function zones(current: string): string[] {
  return [...new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();
}
