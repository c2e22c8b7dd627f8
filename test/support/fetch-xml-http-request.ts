/**
 * As much of XMLHttpRequest as the published Direct Line client uses, over Node's fetch: with it and a
 * WebSocket the client runs unchanged outside a browser.
 */
export class FetchXmlHttpRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseType = '';
  responseText = '';
  timeout = 0;
  withCredentials = false;
  onreadystatechange: ((this: FetchXmlHttpRequest) => void) | null = null;
  ontimeout: ((this: FetchXmlHttpRequest) => void) | null = null;
  onerror: ((this: FetchXmlHttpRequest) => void) | null = null;
  #method = 'GET';
  #url = '';
  readonly #headers = new Headers();
  #responseHeaders = new Headers();
  readonly #abort = new AbortController();

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getAllResponseHeaders(): string {
    return [...this.#responseHeaders].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }

  getResponseHeader(name: string): string | null {
    return this.#responseHeaders.get(name);
  }

  abort(): void {
    this.#abort.abort();
  }

  send(body?: string | FormData | null): void {
    void this.#send(body ?? null);
  }

  async #send(body: string | FormData | null): Promise<void> {
    try {
      const answer = await fetch(this.#url, {
        method: this.#method,
        headers: this.#headers,
        signal: this.#abort.signal,
        ...(body === null ? {} : { body }),
      });
      const bytes = await answer.arrayBuffer();
      this.#responseHeaders = answer.headers;
      this.status = answer.status;
      this.responseText = new TextDecoder().decode(bytes);
      this.response = this.responseType === 'arraybuffer' ? bytes : this.#parsed();
      this.readyState = 4;
      this.onreadystatechange?.();
    } catch {
      if (!this.#abort.signal.aborted) this.onerror?.();
    }
  }

  #parsed(): unknown {
    if (this.responseType !== 'json') return this.responseText;
    try {
      return JSON.parse(this.responseText);
    } catch {
      return null;
    }
  }
}
