import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium, NO_CHROMIUM } from '../support/chromium.js';
import { type Edge, startEdge } from '../support/edge-harness.js';
import { samplePhoto } from '../support/sample-photo.js';

const INPUT = '[data-id="webchat-sendbox-input"]';
const CARD = '.webchat__adaptive-card-renderer';

/** Web Chat as its package ships it, on a page of its own, pointed at our Direct Line. */
const PAGE = (
  domain: string,
  locale: string,
) => `<!doctype html><meta charset="utf-8"><div id="chat" style="height:90vh"></div>
<script src="/webchat.js"></script><script>
fetch('${domain}/tokens/generate', { method: 'POST' }).then((answer) => answer.json()).then(({ token }) => {
  WebChat.renderWebChat({
    directLine: WebChat.createDirectLine({ token, domain: '${domain}', conversationStartProperties: { locale: '${locale}' } }),
    locale: '${locale}',
    styleOptions: { sendAttachmentOn: 'attach' },
  }, document.getElementById('chat'));
});
</script>`;

describe.skipIf(chromiumPath === undefined)(`the published Web Chat${chromiumPath ? '' : ` (${NO_CHROMIUM})`}`, () => {
  let browser: Browser;
  let bundle: Buffer;
  let edge: Edge;
  let host: Server;

  beforeAll(async () => {
    const entry = createRequire(import.meta.url).resolve('botframework-webchat');
    bundle = await readFile(join(entry.slice(0, entry.lastIndexOf('lib')), 'dist/webchat.js'));
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    edge = await startEdge();
  });
  afterEach(async () => {
    host.close();
    host.closeAllConnections();
    await edge.close();
  });

  async function open(locale: string): Promise<Page> {
    host = createServer((request, response) => {
      if (request.url === '/webchat.js') response.setHeader('content-type', 'text/javascript').end(bundle);
      else response.setHeader('content-type', 'text/html').end(PAGE(`${edge.url}/v3/directline`, locale));
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    return page;
  }

  it.each([
    { locale: 'zh-CN', hello: '我是衣搭', ask: '红色连衣裙', found: '为你找到 4 件。', outfit: '搭一身' },
    { locale: 'en-US', hello: 'I am Yida', ask: 'a red dress', found: 'Here are 4 pieces.', outfit: 'Outfit' },
  ])('works against our Direct Line unchanged, in $locale', async ({ locale, hello, ask, found, outfit }) => {
    const page = await open(locale);
    const hears = (text: string) => page.locator('.webchat__text-content', { hasText: text }).last().waitFor();
    await hears(hello);
    await page.setInputFiles('input[type=file]', {
      name: 'mine.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(await samplePhoto()),
    });
    await expect.poll(() => edge.turns[0]?.turn.photos.length).toBe(1);
    await hears(found);
    await page.fill(INPUT, ask);
    await page.press(INPUT, 'Enter');
    await expect.poll(() => edge.turns[1]?.turn.text).toBe(ask);
    await expect.poll(() => page.locator(CARD).count()).toBe(8);
    await page.locator(CARD).first().getByRole('button', { name: outfit }).click();
    await expect.poll(() => edge.turns.at(-1)?.turn.action).toEqual({ verb: 'outfit', garmentId: 'g1' });
    await page.context().close();
  });
});
