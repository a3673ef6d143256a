/** Crockford's letters: no I, L, O or U; what is read as one of them is meant. */
const LETTERS = /[^0-9A-HJKMNP-TV-Z]/g;
export const CODE_LENGTH = 12;

/** What somebody typed or pasted, a whole link too, as the code it means. */
export function readCode(typed: string): string {
  const code = typed.includes('#') ? typed.slice(typed.lastIndexOf('#') + 1) : typed;
  return code.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(LETTERS, '');
}

/** "7K4M 9QXT 2BHD" */
export function inGroups(code: string): string {
  return readCode(code).replace(/(.{4})(?=.)/g, '$1 ');
}

export function joinLink(code: string): string {
  return `${location.origin}/join#${readCode(code)}`;
}
