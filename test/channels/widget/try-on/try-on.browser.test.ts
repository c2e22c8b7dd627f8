import { readFile, rm } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoGarments } from '../../../../src/catalog/demo/demo-garments.js';
import { createDemoPictures } from '../../../../src/catalog/demo/demo-pictures.js';
import { createDirectLine } from '../../../../src/channels/direct-line/direct-line-channel.js';
import { createWidget } from '../../../../src/channels/widget/widget-channel.js';
import type { Garment } from '../../../../src/domain/garment.js';
import { createGarmentCutOuts } from '../../../../src/styling/board/garment-cut-outs.js';
import { axeViolations } from '../../../support/axe.js';
import { buildWidgetForTest } from '../../../support/build-widget.js';
import { chromiumPath, launchChromium, NO_CHROMIUM } from '../../../support/chromium.js';
import { DRAWN_JOINTS, drawnModel, drawnPerson } from '../../../support/drawn-person.js';
import { type Edge, startEdge } from '../../../support/edge-harness.js';
import { samplePhoto } from '../../../support/sample-photo.js';
import { sampleItem, sampleReply } from '../../../support/sample-reply.js';
import { openShop, type TestShop, type WatchedPage, watchedPage } from '../../../support/widget-browser.js';

/** Axe looks at every element of a page, which takes its time on a busy machine; milliseconds. */
const AXE_PATIENCE = 150_000;
/** The pose network takes a second or two of an idle processor; milliseconds. */
const PATIENCE = 60_000;
/** For a test in which it looks at several pictures; milliseconds. */
const LONG = 150_000;

const TALKS = [
  {
    locale: 'zh-CN',
    tag: 'zh-CN',
    found: '为你找到 4 件。',
    open: '打开衣搭，问问穿什么',
    tryOn: '试穿',
    title: '试穿预览',
    stays: '不会上传',
    placed: '已按肩和胯大致摆好',
    note: '不预测尺码',
    nobody: '没在这张照片里认出人来',
    unreadable: '好像不是图片',
    byHand: '自己摆',
    save: '保存图片',
    file: '衣搭试穿预览.jpg',
    upperLeft: '左上角',
  },
  {
    locale: 'en',
    tag: 'en-GB',
    found: 'Here are 4 pieces.',
    open: 'Open Yida and ask what to wear',
    tryOn: 'Try on',
    title: 'Try-on preview',
    stays: 'stays on this device',
    placed: 'Placed by your shoulders and hips',
    note: 'It says nothing about your size',
    nobody: 'I cannot make out anyone',
    unreadable: 'cannot be opened as a picture',
    byHand: 'Place it by hand',
    save: 'Save picture',
    file: 'yida-preview.jpg',
    upperLeft: 'Upper left corner',
  },
] as const;
const [, ENGLISH] = TALKS;

/** A drawn garment of the demo, whose picture and cut-out are served here as the service serves them. */
function demoGarment(category: string, colour: string): Garment {
  const found = demoGarments().find(({ garment }) => garment.category === category && garment.colours.includes(colour));
  if (found === undefined) throw new Error(`the demo has no ${colour} ${category}`);
  return { ...found.garment, images: [`/demo/images/${found.garment.id}.webp`] };
}

const BLACK_TEE = demoGarment('tshirt', 'black');
const JEANS = demoGarment('jeans', 'blue');
const DRESS = demoGarment('dress', 'navy');
const SNEAKERS = demoGarment('sneakers', 'white');

describe.skipIf(chromiumPath === undefined)(`the try-on in a browser${chromiumPath ? '' : ` (${NO_CHROMIUM})`}`, () => {
  let browser: Browser;
  let widgetFolder: string;
  let edge: Edge;
  let person: Buffer;
  const demo = createDemoPictures();
  const shops: TestShop[] = [];
  const watched: WatchedPage[] = [];

  beforeAll(async () => {
    person = await drawnPerson();
    widgetFolder = await buildWidgetForTest();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(widgetFolder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    const garments = [BLACK_TEE, JEANS, DRESS, SNEAKERS];
    const cutOut = createGarmentCutOuts({
      garments: { getMany: async (ids: readonly string[]) => garments.filter(({ id }) => ids.includes(id)) } as never,
      pictureOf: async ({ id }) => {
        const svg = demo.cutout(id);
        return svg === undefined ? undefined : { svg };
      },
    });
    edge = await startEdge({
      widgetFolder,
      garments,
      pictures: { demo: demo.picture, cutOut },
      channels: (deps) => [createDirectLine(deps), createWidget(deps)],
      replyTo: ({ turn }) =>
        sampleReply(turn.locale ?? 'zh-CN', { items: garments.map((garment) => sampleItem(garment)) }),
    });
  });
  afterEach(async () => {
    for (const { page } of watched.splice(0)) await page.context().close();
    for (const shop of shops.splice(0)) shop.close();
    await edge.close();
  });

  type Talk = (typeof TALKS)[number];

  async function openChat(talk: Talk, options: BrowserContextOptions = {}) {
    const seen = await watchedPage(browser, { locale: talk.tag, ...options });
    watched.push(seen);
    await seen.page.goto(`${edge.url}/`);
    await askForGarments(seen.page, talk);
    return seen;
  }

  async function askForGarments(page: Page, talk: Talk) {
    await page.locator('textarea').fill('?');
    await page.locator('textarea').press('Enter');
    await page.locator('.answer p', { hasText: talk.found }).waitFor();
  }

  const action = (page: Page, talk: Talk) => page.getByRole('button', { name: new RegExp(`^${talk.tryOn}`) }).first();
  const dialog = (page: Page) => page.locator('dialog');
  const handles = (page: Page) => page.locator('.try-handle');

  async function openTryOn(page: Page, talk: Talk) {
    await action(page, talk).click();
    await page.getByRole('dialog', { name: talk.title }).waitFor();
  }

  async function choose(page: Page, photo: Buffer, name = 'me.jpg') {
    const file = { name, mimeType: 'image/jpeg', buffer: photo };
    await dialog(page).locator('input[type=file]').setInputFiles(file);
  }

  const isPlaced = (page: Page) => handles(page).first().waitFor({ timeout: PATIENCE });

  async function show(page: Page, talk: Talk, photo = person) {
    await openTryOn(page, talk);
    await choose(page, photo);
    await isPlaced(page);
    await drawn(page);
  }

  /** Two frames: what was changed is then on the canvas. */
  const drawn = (page: Page) =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

  /** A pixel of the preview, at a place of the photo. */
  const pixelAt = (page: Page, x: number, y: number) =>
    page
      .locator('dialog canvas')
      .evaluate(
        (canvas, at) => [
          ...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(at.x, at.y, 1, 1).data ?? []),
        ],
        { x, y },
      );
  const dark = ([red = 255, green = 255, blue = 255]: readonly number[]) => Math.max(red, green, blue) < 70;

  /** Where the corners are, as shares of the photo. */
  const cornerAt = async (page: Page, name: string) => {
    const button = page.getByRole('button', { name, exact: true });
    return button.evaluate((element) => {
      const { left, top } = (element as HTMLElement).style;
      return { x: Number.parseFloat(left), y: Number.parseFloat(top) };
    });
  };

  describe.each(TALKS)('in $locale', (talk) => {
    it(
      'lays a garment on the shopper’s shoulders, and the photo never leaves the device',
      async () => {
        const { page, requests, complaints } = await openChat(talk);
        const sent: string[] = [];
        const before = requests.length;
        page.on('request', (request) => {
          if (request.method() !== 'GET' || request.postData() !== null) sent.push(request.url());
        });
        const frames: unknown[] = [];
        page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => frames.push(payload)));
        await page.evaluate(() => {
          const send = WebSocket.prototype.send;
          Object.assign(window, { framesSent: 0 });
          WebSocket.prototype.send = function (data) {
            (window as unknown as { framesSent: number }).framesSent++;
            send.call(this, data);
          };
        });
        await openTryOn(page, talk);
        await dialog(page).getByText(talk.stays).waitFor();
        await choose(page, person);
        await dialog(page).getByText(talk.placed).waitFor({ timeout: PATIENCE });
        await drawn(page);
        await dialog(page).getByText(talk.note).waitFor();
        // The drawn person wears a pale shirt; the T-shirt is black, from below the neck to about the hips.
        const middle = (DRAWN_JOINTS.shoulders.left + DRAWN_JOINTS.shoulders.right) / 2;
        for (const y of [260, 330, DRAWN_JOINTS.hips.y - 20]) expect(dark(await pixelAt(page, middle, y))).toBe(true);
        expect(dark(await pixelAt(page, middle, 125))).toBe(false);
        expect(dark(await pixelAt(page, 60, 300))).toBe(false);
        const asked = requests.slice(before);
        expect(asked.filter((address) => !address.startsWith(edge.url))).toEqual([]);
        expect(asked.filter((address) => !/\/(widget|cut-outs|demo\/images)\//.test(address))).toEqual([]);
        expect(sent).toEqual([]);
        expect(frames).toEqual([]);
        expect(await page.evaluate(() => (window as unknown as { framesSent: number }).framesSent)).toBe(0);
        expect(complaints).toEqual([]);
      },
      LONG,
    );

    it(
      'says in the saved picture too that it is a preview',
      async () => {
        const { page } = await openChat(talk);
        await show(page, talk);
        const saving = page.waitForEvent('download');
        await page.getByRole('button', { name: talk.save }).click();
        const download = await saving;
        expect(download.suggestedFilename()).toBe(talk.file);
        const bytes = await readFile(await download.path());
        const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
        expect([info.width, info.height]).toEqual([480, 800]);
        // The mark: white words on a dark band at the foot, where the drawing has a pale floor.
        const foot = data.subarray((info.height - 60) * info.width * 3);
        let [band, ink] = [0, 0];
        for (let at = 0; at < foot.length; at += 3) {
          const [red = 0, green = 0, blue = 0] = foot.subarray(at, at + 3);
          if (Math.max(red, green, blue) < 90) band++;
          if (Math.min(red, green, blue) > 225) ink++;
        }
        expect(band).toBeGreaterThan(1500);
        expect(ink).toBeGreaterThan(150);
      },
      LONG,
    );

    it(
      'refuses kindly a photo without a person and a file that is no picture, and lets the piece be placed by hand',
      async () => {
        const { page, complaints } = await openChat(talk);
        await openTryOn(page, talk);
        await choose(page, Buffer.from('not a picture'), 'notes.jpg');
        await page.getByRole('alert').getByText(talk.unreadable).waitFor();
        expect(await page.getByRole('button', { name: talk.byHand }).count()).toBe(0);
        await choose(page, Buffer.from(await samplePhoto()));
        await page.getByRole('alert').getByText(talk.nobody).waitFor({ timeout: PATIENCE });
        expect(await handles(page).count()).toBe(0);
        await page.getByRole('button', { name: talk.byHand }).click();
        await isPlaced(page);
        expect(await handles(page).count()).toBe(5);
        expect(complaints).toEqual([]);
      },
      LONG,
    );

    it.each(['light', 'dark'] as const)(
      'has nothing that axe finds wrong on a phone in the %s, and nothing that is cut off',
      async (colorScheme) => {
        const { page } = await openChat(talk, {
          colorScheme,
          viewport: { width: 390, height: 844 },
          hasTouch: true,
          isMobile: true,
          reducedMotion: 'reduce',
        });
        const fits = () =>
          dialog(page).evaluate((element) =>
            [element, ...element.querySelectorAll('.try-body')].every((box) => box.scrollWidth <= box.clientWidth),
          );
        await openTryOn(page, talk);
        expect(await axeViolations(page)).toEqual([]);
        expect(await fits()).toBe(true);
        await choose(page, Buffer.from('no'), 'no.jpg');
        await page.getByRole('alert').waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await choose(page, person);
        await isPlaced(page);
        expect(await axeViolations(page)).toEqual([]);
        expect(await fits()).toBe(true);
        const moving = await page.evaluate(() => document.getAnimations().length);
        expect(moving).toBe(0);
      },
      AXE_PATIENCE,
    );
  });

  it('is offered for what covers trunk or legs, and for nothing else; none of it is loaded before it is asked for', async () => {
    const { page, requests } = await openChat(ENGLISH);
    expect(await page.locator('.card').count()).toBe(4);
    expect(await page.getByRole('button', { name: /^Try on/ }).count()).toBe(3);
    expect(await page.getByRole('button', { name: `Try on: ${SNEAKERS.title.en}` }).count()).toBe(0);
    expect(requests.filter((address) => /try-on|pose|cut-outs/.test(address))).toEqual([]);
  });

  it(
    'tells the shop’s page each step without the photo, under the shop’s own policy, and goes when the talk is closed',
    async () => {
      const shop = await openShop(edge.url, { lang: 'en' });
      shops.push(shop);
      const seen = await watchedPage(browser, { locale: 'en-GB' });
      watched.push(seen);
      const { page, complaints, requests } = seen;
      await page.goto(`${shop.origin}/`);
      await page.evaluate(() => {
        const heard: unknown[] = [];
        Object.assign(window, { heard });
        document.addEventListener('yida:try-on', (event) => heard.push((event as CustomEvent).detail));
      });
      await page.getByRole('button', { name: ENGLISH.open }).click();
      await askForGarments(page, ENGLISH);
      await show(page, ENGLISH);
      expect(dark(await pixelAt(page, 240, 300))).toBe(true);
      await page.evaluate(() => (window as unknown as { yida: { close(): void } }).yida.close());
      await expect.poll(() => dialog(page).count()).toBe(0);
      const garmentId = BLACK_TEE.id;
      expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([
        { garmentId, step: 'opened' },
        { garmentId, step: 'shown' },
        { garmentId, step: 'closed' },
      ]);
      expect(complaints).toEqual([]);
      expect(requests.filter((address) => !address.startsWith(edge.url) && !address.startsWith(shop.origin))).toEqual(
        [],
      );
    },
    LONG,
  );

  it(
    'looks for the person in a worker, so that the page is free',
    async () => {
      const { page, complaints } = await openChat(ENGLISH);
      const workers: string[] = [];
      page.on('worker', (worker) => workers.push(worker.url()));
      await show(page, ENGLISH);
      expect(workers).toEqual([expect.stringMatching(/\/widget\/pose-\w+\.js$/)]);
      // A second photo is for the same one.
      await page.getByRole('button', { name: 'Another photo' }).click();
      await choose(page, person);
      await isPlaced(page);
      expect(workers).toHaveLength(1);
      expect(complaints).toEqual([]);
    },
    LONG,
  );

  it(
    'looks on the page where a worker is refused, and lets it draw between two steps',
    async () => {
      const seen = await watchedPage(browser, { locale: 'en-GB' });
      watched.push(seen);
      const { page } = seen;
      await page.addInitScript(() => {
        window.Worker = class {
          constructor() {
            throw new Error('no workers here');
          }
        } as unknown as typeof Worker;
      });
      await page.goto(`${edge.url}/`);
      await askForGarments(page, ENGLISH);
      await openTryOn(page, ENGLISH);
      const frames = () => page.evaluate(() => (window as unknown as { framesDrawn: number }).framesDrawn);
      await page.evaluate(() => {
        const counted = Object.assign(window, { framesDrawn: 0 });
        const count = () => {
          counted.framesDrawn++;
          requestAnimationFrame(count);
        };
        requestAnimationFrame(count);
      });
      await choose(page, person);
      await dialog(page).getByText('Looking').first().waitFor();
      const before = await frames();
      await isPlaced(page);
      // In one piece the look takes the page for a second or two, in which a single frame is drawn.
      expect((await frames()) - before).toBeGreaterThan(10);
    },
    LONG,
  );

  it(
    'begins anew where its worker ended',
    async () => {
      const { page } = await openChat(ENGLISH);
      await page.evaluate(() => {
        const Real = window.Worker;
        const made: Worker[] = [];
        Object.assign(window, { made });
        window.Worker = class extends Real {
          constructor(script: string | URL, options?: WorkerOptions) {
            super(script, options);
            made.push(this);
          }
        };
      });
      await show(page, ENGLISH);
      await page.evaluate(() => {
        const [worker] = (window as unknown as { made: Worker[] }).made;
        worker?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
      });
      await page.getByRole('button', { name: 'Another photo' }).click();
      await choose(page, person);
      await page.getByRole('alert').getByText('did not load').waitFor();
      await page.getByRole('button', { name: 'Try again' }).click();
      await isPlaced(page);
      expect(await page.evaluate(() => (window as unknown as { made: Worker[] }).made.length)).toBe(2);
    },
    LONG,
  );

  it(
    'is worked by the keyboard alone: choose, move the corners, reset, leave',
    async () => {
      const { page } = await openChat(ENGLISH);
      await action(page, ENGLISH).focus();
      await page.keyboard.press('Enter');
      await dialog(page).waitFor();
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a photo' }).focus();
      await page.keyboard.press('Enter');
      await (await chooser).setFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: person });
      await isPlaced(page);
      const focused = () =>
        page.locator('#talk').evaluate((host) => {
          const element = host.shadowRoot?.activeElement;
          return element?.getAttribute('aria-label') ?? element?.textContent ?? undefined;
        });
      const stops: (string | undefined)[] = [];
      for (let press = 0; press < 24; press++) {
        await page.keyboard.press('Tab');
        stops.push(await focused());
      }
      for (const stop of ['Upper left corner', 'Lower right corner', 'Whole piece', 'Save picture', 'Reset']) {
        expect(stops).toContain(stop);
      }
      // Round and round inside the dialog, never to the talk behind it.
      expect(stops).not.toContain('Send a photo');
      expect(stops).not.toContain(undefined);
      const start = await cornerAt(page, 'Upper left corner');
      const other = await cornerAt(page, 'Lower right corner');
      await page.getByRole('button', { name: 'Upper left corner' }).focus();
      for (const key of ['ArrowLeft', 'ArrowUp', 'Shift+ArrowUp']) await page.keyboard.press(key);
      const corner = await cornerAt(page, 'Upper left corner');
      expect(corner.x).toBeLessThan(start.x);
      expect(start.y - corner.y).toBeGreaterThan(4);
      expect(await cornerAt(page, 'Lower right corner')).toEqual(other);
      await page.getByRole('button', { name: 'Whole piece' }).focus();
      await page.keyboard.press('ArrowDown');
      expect((await cornerAt(page, 'Lower right corner')).y).toBeGreaterThan(other.y);
      await page.getByRole('button', { name: 'Reset' }).press('Enter');
      expect(await cornerAt(page, 'Upper left corner')).toEqual(start);
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog(page).count()).toBe(0);
      expect(await focused()).toBe(`Try on: ${BLACK_TEE.title.en}`);
    },
    LONG,
  );

  it(
    'follows the pointer: a corner, or the whole piece where it is taken',
    async () => {
      const { page } = await openChat(ENGLISH);
      await show(page, ENGLISH);
      const drag = async (from: { x: number; y: number }, by: { x: number; y: number }) => {
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2);
        await page.mouse.move(from.x + by.x, from.y + by.y);
        await page.mouse.up();
      };
      const middleOf = async (name: string) => {
        const box = await page.getByRole('button', { name, exact: true }).boundingBox();
        return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
      };
      const before = { left: await middleOf('Lower left corner'), right: await middleOf('Lower right corner') };
      await drag(before.right, { x: 20, y: 30 });
      const after = await middleOf('Lower right corner');
      expect(after.x - before.right.x).toBeCloseTo(20, -0.5);
      expect(after.y - before.right.y).toBeCloseTo(30, -0.5);
      expect(await middleOf('Lower left corner')).toEqual(before.left);
      const whole = await middleOf('Whole piece');
      await drag({ x: whole.x + 30, y: whole.y + 30 }, { x: -25, y: 15 });
      expect((await middleOf('Lower left corner')).x - before.left.x).toBeCloseTo(-25, -0.5);
      // Beside the garment there is nothing to take hold of.
      const canvas = await page.locator('dialog canvas').boundingBox();
      const held = await middleOf('Whole piece');
      await drag({ x: (canvas?.x ?? 0) + 8, y: (canvas?.y ?? 0) + 8 }, { x: 40, y: 40 });
      expect(await middleOf('Whole piece')).toEqual(held);
    },
    LONG,
  );

  it(
    'puts another piece of the talk on the same photo, where that piece belongs',
    async () => {
      const { page } = await openChat(ENGLISH);
      await show(page, ENGLISH);
      const pieces = page.getByRole('region', { name: 'Try another piece' }).getByRole('button');
      expect(await pieces.count()).toBe(3);
      expect(await pieces.first().getAttribute('aria-pressed')).toBe('true');
      const shirtTop = (await cornerAt(page, 'Upper left corner')).y;
      await page.getByRole('button', { name: JEANS.title.en, exact: true }).click();
      await expect.poll(async () => (await cornerAt(page, 'Upper left corner')).y).toBeGreaterThan(shirtTop + 10);
      const feet = (await cornerAt(page, 'Lower left corner')).y;
      expect(feet).toBeGreaterThan(85);
      expect(feet).toBeLessThan(97);
    },
    LONG,
  );

  it(
    'turns a photo upright as its camera noted, and makes a large one smaller',
    async () => {
      const { page } = await openChat(ENGLISH);
      await show(page, ENGLISH, await drawnPerson({ orientation: 6, width: 1800 }));
      const size = await page.locator('dialog canvas').evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        return { width, height };
      });
      expect(size).toEqual({ width: 720, height: 1200 });
      expect(dark(await pixelAt(page, 360, 480))).toBe(true);
    },
    LONG,
  );

  it(
    'keeps to itself a photo that is dropped or pasted while it is open',
    async () => {
      const { page } = await openChat(ENGLISH);
      await openTryOn(page, ENGLISH);
      const bytes = [...person];
      const bring = (how: 'paste' | 'drop') =>
        page.locator('dialog').evaluate(
          (element, brought) => {
            const files = new DataTransfer();
            files.items.add(new File([new Uint8Array(brought.bytes)], 'me.jpg', { type: 'image/jpeg' }));
            const init = { bubbles: true, composed: true, cancelable: true };
            element.dispatchEvent(
              brought.how === 'paste'
                ? new ClipboardEvent('paste', { ...init, clipboardData: files })
                : new DragEvent('drop', { ...init, dataTransfer: files }),
            );
          },
          { how, bytes },
        );
      for (const how of ['drop', 'paste'] as const) {
        await bring(how);
        await isPlaced(page);
        await page.getByRole('button', { name: 'Another photo' }).click();
        await page.getByRole('button', { name: 'Choose a photo' }).waitFor();
      }
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog(page).count()).toBe(0);
      expect(await page.locator('.attached').count()).toBe(0);
      expect(edge.turns.every(({ turn }) => turn.photos.length === 0)).toBe(true);
    },
    LONG,
  );

  it(
    'takes a photo with the camera, and lets go of camera and picture when it is closed',
    async () => {
      const seen = await watchedPage(browser, { locale: 'en-GB' });
      watched.push(seen);
      const { page } = seen;
      await page.addInitScript((photo) => {
        const canvas = document.createElement('canvas');
        canvas.width = 480;
        canvas.height = 800;
        const person = new Image();
        person.src = `data:image/jpeg;base64,${photo}`;
        setInterval(() => canvas.getContext('2d')?.drawImage(person, 0, 0), 30);
        const tracks: MediaStreamTrack[] = [];
        Object.assign(window, { tracks });
        navigator.mediaDevices.getUserMedia = async () => {
          const stream = canvas.captureStream();
          tracks.push(...stream.getTracks());
          return stream;
        };
      }, person.toString('base64'));
      await page.goto(`${edge.url}/`);
      await askForGarments(page, ENGLISH);
      await openTryOn(page, ENGLISH);
      const states = () =>
        page.evaluate(() =>
          (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map(({ readyState }) => readyState),
        );
      const camera = dialog(page).getByRole('button', { name: 'Take a photo' });
      await camera.click();
      await dialog(page).getByRole('button', { name: 'Take it' }).waitFor();
      await page.keyboard.press('Escape');
      await camera.waitFor();
      expect(await states()).toEqual(['ended']);
      await camera.click();
      const pressed = Date.now();
      await dialog(page).getByRole('button', { name: 'In 5 seconds' }).click();
      await dialog(page).locator('.camera-count').waitFor();
      await isPlaced(page);
      expect(Date.now() - pressed).toBeGreaterThan(5000);
      expect(await states()).toEqual(['ended', 'ended']);
      const canvas = await page.locator('dialog canvas').elementHandle();
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog(page).count()).toBe(0);
      expect(await canvas?.evaluate((element) => (element as HTMLCanvasElement).width)).toBe(0);
    },
    LONG,
  );

  it(
    'says before a photo is chosen that a piece is shown on somebody else, and offers the others',
    async () => {
      const { page } = await openChat(ENGLISH);
      const body = await drawnModel();
      await page.route('**/cut-outs/**', (route) => route.fulfill({ contentType: 'image/webp', body }), { times: 1 });
      await openTryOn(page, ENGLISH);
      await page.getByRole('alert').getByText('shows this piece on somebody').waitFor({ timeout: PATIENCE });
      await page.getByRole('button', { name: JEANS.title.en, exact: true }).click();
      await expect.poll(() => page.getByRole('alert').count(), { timeout: PATIENCE }).toBe(0);
      await choose(page, person);
      await isPlaced(page);
    },
    LONG,
  );

  it(
    'says what did not arrive, and goes on once it is there',
    async () => {
      const { page } = await openChat(ENGLISH);
      await page.route('**/widget/pose-*.bin', (route) => route.abort());
      await openTryOn(page, ENGLISH);
      await choose(page, person);
      await page.getByRole('alert').getByText('did not load').waitFor();
      await page.unroute('**/widget/pose-*.bin');
      await page.getByRole('button', { name: 'Try again' }).click();
      await isPlaced(page);
      await page.route('**/cut-outs/**', (route) => route.fulfill({ status: 404 }), { times: 1 });
      await page.getByRole('button', { name: DRESS.title.en, exact: true }).click();
      await dialog(page).getByText('cannot be lifted off its background').waitFor();
      expect(await handles(page).count()).toBe(0);
      await page.getByRole('button', { name: JEANS.title.en, exact: true }).click();
      await isPlaced(page);
    },
    LONG,
  );
});
