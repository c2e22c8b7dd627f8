/** The service answered, and the answer was no. */
export class Refused extends Error {
  constructor(
    /** HTTP status. */
    readonly status: number,
    /** Milliseconds after which to try again, where the service said so. */
    readonly retryAfter: number,
  ) {
    super(`the service answered ${status}`);
  }

  /** True where the same request may succeed later. */
  get passing(): boolean {
    return this.status >= 500 || this.status === 429;
  }
}

/** A Direct Line request. Throws Refused for a no, and whatever fetch throws where nobody answers. */
export async function call<T>(
  address: string,
  options: {
    readonly method?: 'POST';
    readonly token?: string;
    readonly json?: unknown;
    readonly form?: FormData;
  } = {},
): Promise<T> {
  const headers: Record<string, string> = {};
  if (options.token !== undefined) headers.authorization = `Bearer ${options.token}`;
  if (options.json !== undefined) headers['content-type'] = 'application/json';
  const body = options.form ?? (options.json === undefined ? undefined : JSON.stringify(options.json));
  const response = await fetch(address, {
    method: options.method ?? 'GET',
    headers,
    credentials: 'omit',
    cache: 'no-store',
    ...(body === undefined ? {} : { body }),
  });
  if (!response.ok) throw new Refused(response.status, Number(response.headers.get('retry-after') ?? 0) * 1000);
  return (await response.json()) as T;
}
