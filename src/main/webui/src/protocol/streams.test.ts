import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OWN } from './session.svelte';

/** The published description of the wire: each command says whether the couple stands on it. */
const text = readFileSync('../../../docs/asyncapi.yaml', 'utf8');
const described = [...text.matchAll(/CommandFor(Ours|Mine)'\n\s+- type: object\n\s+properties:\n\s+kind:\n\s+const: (\S+)/g)].map(
  ([, stream, kind]) => [kind ?? '', stream === 'Mine'] as const,
);

describe('the way a command goes', () => {
  it('is known for every kind', () => {
    expect(described.length).toBeGreaterThan(40);
  });

  it.each(described)('%s: to its own author alone, %s', (kind, own) => {
    expect(OWN.test(kind)).toBe(own);
  });
});
