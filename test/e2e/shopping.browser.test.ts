import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp, type Service, serve } from '../../src/app.js';
import { demoGarments } from '../../src/catalog/demo/demo-garments.js';
import { renderGarment } from '../../src/catalog/demo/render-garment.js';
import { importDemo } from '../../src/catalog/import-demo.js';
import { readConfig } from '../../src/config.js';
import { openWords } from '../../src/words.js';
import { chromiumPath, launchChromium, NO_CHROMIUM } from '../support/chromium.js';

const INPUT = 'textarea';
const CARD = '.card';
/** The demo up to its shoes, without which nothing is an outfit. */
const GARMENTS = 690;

describe.skipIf(chromiumPath === undefined)(
  `a shopper in the real shop${chromiumPath ? '' : ` (${NO_CHROMIUM})`}`,
  () => {
    let browser: Browser;
    let app: App;
    let service: Service;
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'yida-shop-'));
      app = await openApp(readConfig({ YIDA_DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' }), await openWords());
      await importDemo({ ...app.importing, limit: GARMENTS });
      await app.refresh();
      service = await serve(app);
      service.announceReady();
      browser = await launchChromium();
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await service?.close();
      await app?.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function enter(locale: string): Promise<Page> {
      const page = await (await browser.newContext({ locale })).newPage();
      await page.goto(`${service.address}/`);
      await page.locator('.suggestions button').first().waitFor();
      return page;
    }

    it('finds in Chinese what a photo shows, and dresses it', async () => {
      const [shown] = demoGarments().slice(3);
      if (shown === undefined) throw new Error('no demo garment');
      const page = await enter('zh-CN');
      await page.setInputFiles('input[type=file]', {
        name: '照片.jpg',
        mimeType: 'image/jpeg',
        buffer: await renderGarment(shown.spec, { width: 512, format: 'jpeg' }),
      });
      await page.locator('.attached img').waitFor();
      await page.fill(INPUT, '找类似这件的');
      await page.press(INPUT, 'Enter');
      await page.locator(CARD).first().waitFor();
      expect(await page.locator(CARD).count()).toBeGreaterThan(1);
      await page.locator('.weights', { hasText: '图片' }).waitFor();
      const titles = await page.locator(`${CARD} .title`).allTextContents();
      expect(titles.some((title) => title.includes(shown.garment.title['zh-CN']))).toBe(true);
      await page.locator(CARD).first().getByRole('button', { name: '搭一身' }).click();
      const outfit = page.locator('.outfit', { hasText: '合计' }).first();
      await outfit.waitFor();
      const board = outfit.locator('.board img');
      await expect
        .poll(() => board.evaluate((picture) => (picture as HTMLImageElement).naturalWidth), { timeout: 15_000 })
        .toBeGreaterThan(0);
      await page.context().close();
    });

    it('finds in English what words ask for, refines it, and opens the garment’s page', async () => {
      const page = await enter('en');
      await page.fill(INPUT, 'shirt');
      await page.press(INPUT, 'Enter');
      await page.locator(CARD).first().waitFor();
      const answers = await page.locator('.answer').count();
      await page.fill(INPUT, 'cheaper');
      await page.press(INPUT, 'Enter');
      await expect.poll(() => page.locator('.answer').count()).toBeGreaterThan(answers);
      const opened = page.context().waitForEvent('page');
      await page.locator(CARD).first().locator('.title a').click();
      const product = await opened;
      await product.getByText('Ask Yida about it').waitFor();
      await expect
        .poll(() =>
          product
            .locator('.pictures img')
            .first()
            .evaluate((picture) => (picture as HTMLImageElement).naturalWidth),
        )
        .toBeGreaterThan(0);
      // The garment's page has the widget on it, and the same talk goes on there.
      await product.getByRole('button', { name: 'What goes with this?' }).click();
      await product.locator('.outfit').first().waitFor({ timeout: 15_000 });
      expect(await product.locator('.said').count()).toBe(3);
      await page.context().close();
    });
  },
);
