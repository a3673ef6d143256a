/** All time zones the browser knows, and the given one even if it does not. */
export function zones(current: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])].sort();
}
