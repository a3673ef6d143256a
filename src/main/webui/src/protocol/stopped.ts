/** Why the client stays away until the person does something. */
export type Stopped = 'expired' | 'signed-out' | 'erased' | 'replaced' | 'version' | 'protocol' | 'other-person';

const STOPS: Record<number, Stopped> = {
  1002: 'protocol',
  1003: 'protocol',
  1007: 'protocol',
  1009: 'protocol',
  4409: 'replaced',
  4500: 'protocol',
  4501: 'version',
  4503: 'signed-out',
  4504: 'erased',
};

/** What a close code says about coming back; any other, known or not, is no reason to stay away. */
export function stoppedBy(code: number): Stopped | undefined {
  return STOPS[code];
}
