let line = $state('');

/** Said once by a screen reader; seen by nobody. */
export function announce(text: string): void {
  line = text;
}

export function announced(): string {
  return line;
}
