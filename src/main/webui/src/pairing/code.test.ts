import { describe, expect, it } from 'vitest';
import { inGroups, joinLink, readCode } from './code';

describe('a code', () => {
  it.each(['7K4M9QXT2BH0', '7k4m 9qxt 2bh0', '7K4M-9QXT-2BHO', ' 7k4m–9qxt–2bho ', 'https://haven.example/join#7K4M9QXT2BH0'])('is read from %s', (typed) => {
    expect(readCode(typed)).toBe('7K4M9QXT2BH0');
  });

  it('takes I and L for 1, and drops what is no letter of a code', () => {
    expect(readCode('iL.1_u')).toBe('111');
  });

  it('is shown in groups of four and travels in the fragment', () => {
    expect(inGroups('7k4m9qxt2bhd')).toBe('7K4M 9QXT 2BHD');
    expect(joinLink('7k4m9qxt2bhd')).toBe(`${location.origin}/join#7K4M9QXT2BHD`);
  });
});
