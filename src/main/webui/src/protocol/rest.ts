import type { Problem } from './types';

/** The server answered no. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Nobody is signed in here, or no longer. */
export function saysSignIn(error: unknown): boolean {
  return error instanceof Refused && error.problem.code === 'sign-in';
}

/** No answer: what became of the request is unknown. */
export class Unreachable extends Error {}

const PATIENCE = 15_000;

export async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    signal: AbortSignal.timeout(PATIENCE),
    headers: { Accept: 'application/json, application/problem+json', ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new Unreachable('no answer', { cause });
  });
  if (!response.ok) throw new Refused(await problemOf(response));
  if (response.status === 204) return undefined as T;
  return (await response.json().catch((cause: unknown) => {
    throw new Unreachable('half an answer', { cause });
  })) as T;
}

async function problemOf(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return { ...told, status: response.status, code: told.code ?? codeOf(response.status) };
}

function codeOf(status: number): string {
  if (status === 401) return 'sign-in';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate';
  return status >= 500 ? 'unavailable' : 'invalid';
}
