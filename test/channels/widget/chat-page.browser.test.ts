import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDirectLine } from '../../../src/channels/direct-line/direct-line-channel.js';
import { createWidget } from '../../../src/channels/widget/widget-channel.js';
import { buildWidgetForTest } from '../../support/build-widget.js';
import { chromiumPath, launchChromium, NO_CHROMIUM } from '../../support/chromium.js';
import { type Edge, startEdge } from '../../support/edge-harness.js';
import { samplePhoto } from '../../support/sample-photo.js';
import { sampleReply } from '../../support/sample-reply.js';

const INPUT = '[data-id="webchat-sendbox-input"]';
const CARD = '.webchat__adaptive-card-renderer';

/** Waits until the assistant says `text`; Web Chat keeps hidden copies for screen readers. */
function hears(page: Page | Frame, text: string): Promise<void> {
  return page.locator('.webchat__text-content', { hasText: text }).last().waitFor();
}

describe.skipIf(chromiumPath === undefined)(
  `the chat page in a browser${chromiumPath ? '' : ` (${NO_CHROMIUM})`}`,
  () => {
    let browser: Browser;
    let widgetFolder: string;
    let edge: Edge;
    let foreign: string[];
    let complaints: string[];
    const shops: Server[] = [];

    beforeAll(async () => {
      widgetFolder = await buildWidgetForTest();
      browser = await launchChromium();
    });
    afterAll(async () => {
      await browser?.close();
      await rm(widgetFolder, { recursive: true, force: true });
    });
    beforeEach(async () => {
      foreign = [];
      complaints = [];
      edge = await startEdge({
        widgetFolder,
        channels: (deps) => [createDirectLine(deps), createWidget(deps)],
        replyTo: ({ turn }) =>
          sampleReply(turn.locale ?? 'zh-CN', {
            attention:
              turn.photos.length > 0 ? { text: 0.62, image: 0.38, history: 0 } : { text: 1, image: 0, history: 0 },
          }),
      });
    });
    afterEach(async () => {
      for (const shop of shops.splice(0)) shop.close();
      await edge.close();
    });

    async function open(options: BrowserContextOptions, address = `${edge.url}/`): Promise<Page> {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== edge.url && origin !== new URL(address).origin)
          foreign.push(request.url());
      });
      page.on('console', (message) => {
        // The fakes' pictures are not there.
        if (message.type() === 'error' && !/404/.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(address);
      return page;
    }

    it('serves a Chinese shopper with words and a photo in one message', async () => {
      const page = await open({ locale: 'zh-CN' });
      await hears(page, '我是衣搭');
      expect(await page.locator('.webchat__suggested-action', { hasText: '法式碎花连衣裙，五百以内' }).count()).toBe(1);
      await page.setInputFiles('input[type=file]', {
        name: '我的裙子.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from(await samplePhoto()),
      });
      await page.getByText('照片已附上').first().waitFor();
      await page.fill(INPUT, '类似这件，但是要红色');
      await page.press(INPUT, 'Enter');
      await hears(page, '为你找到 4 件。');
      expect(await page.locator(CARD).count()).toBe(4);
      await page.getByText('文字 62% · 图片 38%').first().waitFor();
      await page.locator('.ac-textRun', { hasText: '颜色是蓝色' }).waitFor();
      expect(edge.turns[0]?.turn).toMatchObject({ text: '类似这件，但是要红色', locale: 'zh-CN' });
      expect(edge.turns[0]?.turn.photos).toHaveLength(1);
      await page.locator(CARD).nth(0).getByRole('button', { name: '搭一身' }).click();
      await expect.poll(() => edge.turns[1]?.turn.action).toEqual({ verb: 'outfit', garmentId: 'g1' });
      expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
      await page.context().close();
    });

    it('serves an English shopper, and comes back to the talk after a reload', async () => {
      const page = await open({ locale: 'en-GB' });
      await hears(page, 'I am Yida');
      await page.locator('.webchat__suggested-action', { hasText: 'Beige blazer for the office' }).click();
      await hears(page, 'Here are 4 pieces.');
      expect(edge.turns[0]?.turn).toMatchObject({ text: 'Beige blazer for the office', locale: 'en' });
      await page.reload();
      await hears(page, 'Here are 4 pieces.');
      expect(await page.locator(CARD).count()).toBe(4);
      expect(await page.locator('.yida-greeting').count()).toBe(1);
      await page.fill(INPUT, 'in black');
      await page.press(INPUT, 'Enter');
      await expect.poll(() => edge.turns.length).toBe(2);
      expect(edge.turns[1]?.conversationId).toBe(edge.turns[0]?.conversationId);
      expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
      await page.context().close();
    });

    it('changes its language, greeting again where nothing was said yet, and starts over when asked', async () => {
      const page = await open({ locale: 'zh-CN' });
      await hears(page, '我是衣搭');
      await page.getByRole('button', { name: '切换到英文' }).click();
      await hears(page, 'I am Yida');
      expect(await page.getAttribute('html', 'lang')).toBe('en');
      expect(await page.getByPlaceholder('What are you looking for?').count()).toBe(1);
      await page.fill(INPUT, 'a dress');
      await page.press(INPUT, 'Enter');
      await hears(page, 'Here are 4 pieces.');
      expect(edge.turns[0]?.turn.locale).toBe('en');
      await page.getByRole('button', { name: 'Start over' }).click();
      await expect.poll(() => page.locator(CARD).count()).toBe(0);
      await hears(page, 'I am Yida');
      await page.context().close();
    });

    it('keeps a photo out of the transcript that a reload brings back', async () => {
      const page = await open({ locale: 'en' });
      await hears(page, 'I am Yida');
      await page.setInputFiles('input[type=file]', {
        name: 'mine.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from(await samplePhoto()),
      });
      await page.getByText('Photo attached').first().waitFor();
      await page.press(INPUT, 'Enter');
      await hears(page, 'Here are 4 pieces.');
      await page.reload();
      await hears(page, 'Here are 4 pieces.');
      const sources = await page
        .locator('#talk img')
        .evaluateAll((pictures) => pictures.map((picture) => picture.getAttribute('src')));
      expect(sources.filter((source) => source?.endsWith('/chat/photo-not-kept.svg'))).toHaveLength(1);
      expect(sources.filter((source) => source?.startsWith('data:') || source?.startsWith('blob:'))).toEqual([]);
      await page.context().close();
    });

    it('opens from one script tag on a shop’s page, untouched by the shop’s styles', async () => {
      const shop = createServer((_request, response) => {
        response.setHeader('content-type', 'text/html').end(
          `<!doctype html><html lang="en"><head><style>*{font:40px fantasy!important;display:block}button{display:none!important}</style></head>
        <body><h1>Shop</h1><script src="${edge.url}/widget.js" data-locale="zh-CN" async></script></body></html>`,
        );
      });
      shops.push(shop);
      await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
      const page = await open({ locale: 'en' }, `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`);
      const corner = page.viewportSize() ?? { width: 1280, height: 720 };
      await expect.poll(() => page.locator('body > div').count()).toBe(1);
      expect(page.frames()).toHaveLength(1);
      await page.mouse.click(corner.width - 48, corner.height - 48);
      await expect.poll(() => page.frames().length).toBe(2);
      const [, frame] = page.frames();
      if (frame === undefined) throw new Error('no frame');
      await hears(frame, '我是衣搭');
      await frame.locator(INPUT).fill('红裙子');
      await frame.locator(INPUT).press('Enter');
      await hears(frame, '为你找到 4 件。');
      expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
      await page.context().close();
    });
  },
);
