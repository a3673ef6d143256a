// @vitest-environment node
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { describe, expect, it } from 'vitest';
import { stoppedBy } from './stopped';

/** The published description of the wire, by the official parser. */
const text = readFileSync(new URL('../../../../../docs/asyncapi.yaml', import.meta.url), 'utf8');
const ERROR = 0;
const WARNING = 1;
type Described = { channels: { live: { 'x-close-codes': { code: number; comeBack: boolean }[] } } };

// The parser reads all of its own rules first; on a busy machine that takes its time.
describe('docs/asyncapi.yaml', { timeout: 120_000 }, () => {
  it('is valid AsyncAPI 3 without a warning', async () => {
    const { document, diagnostics } = await new Parser().parse(text);
    expect(diagnostics.filter((one) => one.severity === ERROR || one.severity === WARNING)).toEqual([]);
    expect(document?.version()).toMatch(/^3\./);
    expect(document?.allMessages().length).toBeGreaterThan(30);
  });

  it('says of every close code what this client does', async () => {
    const { document } = await new Parser().parse(text);
    const codes = document!.json<Described>().channels.live['x-close-codes'];
    expect(codes.length).toBeGreaterThan(10);
    for (const { code, comeBack } of codes) expect([code, stoppedBy(code) === undefined]).toEqual([code, comeBack]);
  });

  it('would be refused if it were not', async () => {
    const { diagnostics } = await new Parser().parse(text.replace('action: receive', 'action: listen'));
    expect(diagnostics.some((one) => one.severity === ERROR)).toBe(true);
  });
});
