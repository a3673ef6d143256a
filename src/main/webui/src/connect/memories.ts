export interface Memory {
  at: number;
  words: string;
}
export const MEMORIES = 'memories';
export const ON_BREAK = 'memories.onBreak';

/** One of them for a break, the same all through it. */
export function forBreak(memories: Memory[], calledAt: string): Memory | undefined {
  return memories[Math.floor(Date.parse(calledAt) / 1000) % memories.length];
}
