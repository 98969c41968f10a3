/**
 * Asks the server for what only the reporter gets, by the token and never by the secret.
 *
 * In:     the code, what is asked, the body
 * Out:    the answer, or the reason why there is none; `unavailable` where nothing came back
 */
export interface Refused {
  readonly reason: string;
}

export interface Given {
  readonly sealed?: string;
  readonly takes_words?: boolean;
  readonly outcome?: string;
}

export function isReason(answer: Given | Refused): answer is Refused {
  return 'reason' in answer;
}

export async function askPrivately(
  code: string,
  what: 'view' | 'word',
  body: Readonly<Record<string, string>>,
): Promise<Given | Refused> {
  try {
    const answer = await fetch(`/i/${code}/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
    const given: Given & Partial<Refused> = await answer.json();
    return answer.ok ? given : { reason: given.reason ?? 'unavailable' };
  } catch {
    return { reason: 'unavailable' };
  }
}
