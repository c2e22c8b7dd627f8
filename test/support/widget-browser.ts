import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A shop's page as a browser gets it, under the policy that the README asks for and no more. */
export interface ShopPage {
  readonly lang?: string;
  /** Attributes of the script tag. */
  readonly tag?: string;
  readonly body?: string;
  readonly head?: string;
}

/** A shop on an origin of its own, with the widget of `home` on its page. */
export interface TestShop {
  readonly origin: string;
  close(): void;
}

/** What a shop's content security policy must allow for the widget; trusted types show that it makes no markup. */
function policyFor(home: string): string {
  return [
    "default-src 'none'",
    `script-src ${home}`,
    `connect-src ${home} ${home.replace(/^http/, 'ws')}`,
    `img-src ${home} blob:`,
    "style-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

export async function openShop(home: string, page: ShopPage | (() => ShopPage)): Promise<TestShop> {
  const server: Server = createServer((request, response) => {
    if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const { lang = 'en', tag = '', body = '', head = '' } = typeof page === 'function' ? page() : page;
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .setHeader('content-security-policy', head === '' ? policyFor(home) : '')
      .end(`<!doctype html><html lang="${lang}"><head><meta name="viewport" content="width=device-width"><title>Shop</title>${head}</head><body><main><h1>Shop</h1>${body}</main>
        <script src="${home}/widget.js" ${tag} defer></script></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A page that remembers what it asked of anybody else, and what it complained of. */
export interface WatchedPage {
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

export async function watchedPage(browser: Browser, options: BrowserContextOptions): Promise<WatchedPage> {
  const page = await (await browser.newContext(options)).newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith('http')) requests.push(request.url());
  });
  page.on('console', (message) => {
    // The fakes' pictures are not there, and a network that is cut says so.
    if (message.type() === 'error' && !/404|ERR_INTERNET_DISCONNECTED/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, requests, complaints };
}
