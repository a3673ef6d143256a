import { describe, expect, it } from 'vitest';
import { routes } from './router.svelte';
import { screenNames } from './screens';

describe('the list of routes', () => {
  it('names each screen once, at a path of its own', () => {
    expect(routes.map((route) => route.name).sort()).toEqual([...screenNames].sort());
    expect(new Set(routes.map((route) => route.path)).size).toBe(routes.length);
  });

  it('says for each who may see it', () => {
    for (const route of routes) expect(['anyone', 'person', 'couple']).toContain(route.needs);
  });
});
