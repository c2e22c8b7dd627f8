/** What brings a shopper back into the same conversation after a reload; gone with the tab. */
export interface Entry {
  readonly token: string;
  readonly conversationId?: string;
}

const KEY = 'yida-conversation';
const DOMAIN = '/v3/directline';

/** The conversation of this tab where its token still serves, else a token for a new one. */
export async function enterConversation(storage: Storage): Promise<Entry> {
  const known = readEntry(storage);
  if (known?.conversationId !== undefined) {
    const refreshed = await post('/tokens/refresh', known.token);
    if (refreshed !== undefined) return keep({ token: refreshed.token, conversationId: known.conversationId }, storage);
  }
  const generated = await post('/tokens/generate');
  if (generated === undefined) throw new Error('no token');
  return { token: generated.token };
}

export function keep(entry: Entry, storage: Storage): Entry {
  storage.setItem(KEY, JSON.stringify(entry));
  return entry;
}

export function leaveConversation(storage: Storage): void {
  storage.removeItem(KEY);
}

function readEntry(storage: Storage): Entry | undefined {
  try {
    return JSON.parse(storage.getItem(KEY) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** The granted token; undefined where the one given no longer serves. Throws where the service is away. */
async function post(path: string, token?: string): Promise<{ token: string } | undefined> {
  const response = await fetch(DOMAIN + path, {
    method: 'POST',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  if (response.ok) return (await response.json()) as { token: string };
  if (response.status >= 500 || response.status === 429) throw new Error(`the service answered ${response.status}`);
  return undefined;
}
