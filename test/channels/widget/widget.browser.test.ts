import { rm } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDirectLine } from '../../../src/channels/direct-line/direct-line-channel.js';
import { createWidget } from '../../../src/channels/widget/widget-channel.js';
import { axeViolations } from '../../support/axe.js';
import { buildWidgetForTest } from '../../support/build-widget.js';
import { chromiumPath, launchChromium, NO_CHROMIUM } from '../../support/chromium.js';
import { type Edge, type EdgeOptions, startEdge } from '../../support/edge-harness.js';
import { sampleGarments } from '../../support/sample-garments.js';
import { samplePhoto } from '../../support/sample-photo.js';
import { sampleItem, sampleReply } from '../../support/sample-reply.js';
import { openShop, type ShopPage, type TestShop, type WatchedPage, watchedPage } from '../../support/widget-browser.js';

/** Axe looks at every element of a page, which takes its time on a busy machine; milliseconds. */
const AXE_PATIENCE = 90_000;

/** The same talk in both languages. */
const TALKS = [
  {
    locale: 'zh-CN',
    tag: 'zh-CN',
    hello: '我是衣搭',
    example: '法式碎花连衣裙，五百以内',
    found: '为你找到 4 件。',
    weights: '文字 62% · 图片 38%',
    why: '颜色是蓝色',
    outfit: '搭一身',
    like: '喜欢',
    open: '打开衣搭，问问穿什么',
    close: '收起',
    matches: '这件怎么搭？',
    ask: '类似这件，但是要红色',
    gone: '照片已删除',
    away: '网络断开了。写好的会在恢复后自动发出。',
    waiting: '等待发送',
    speak: '语音输入',
    allow: '可以',
  },
  {
    locale: 'en',
    tag: 'en-GB',
    hello: 'I am Yida',
    example: 'Beige blazer for the office',
    found: 'Here are 4 pieces.',
    weights: 'Words 62% · Photo 38%',
    why: 'It is blue',
    outfit: 'Outfit',
    like: 'I like it',
    open: 'Open Yida and ask what to wear',
    close: 'Close',
    matches: 'What goes with this?',
    ask: 'like this one, but red',
    gone: 'The photo is deleted',
    away: 'You are offline. What you write is sent as soon as you are back.',
    waiting: 'Waiting to be sent',
    speak: 'Speak',
    allow: 'Go ahead',
  },
] as const;

describe.skipIf(chromiumPath === undefined)(`the widget in a browser${chromiumPath ? '' : ` (${NO_CHROMIUM})`}`, () => {
  let browser: Browser;
  let widgetFolder: string;
  let edge: Edge;
  const shops: TestShop[] = [];
  const watched: WatchedPage[] = [];

  beforeAll(async () => {
    widgetFolder = await buildWidgetForTest();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(widgetFolder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    edge = await openEdge();
  });
  afterEach(async () => {
    for (const { page } of watched.splice(0)) await page.context().close();
    for (const shop of shops.splice(0)) shop.close();
    await edge.close();
  });

  function openEdge(options: EdgeOptions = {}): Promise<Edge> {
    return startEdge({
      widgetFolder,
      channels: (deps) => [createDirectLine(deps), createWidget(deps)],
      replyTo: ({ turn }) => {
        const locale = turn.locale ?? 'zh-CN';
        const attention =
          turn.photos.length > 0 ? { text: 0.62, image: 0.38, history: 0 } : { text: 1, image: 0, history: 0 };
        if (turn.action?.verb !== 'outfit') return sampleReply(locale, { attention });
        const garments = sampleGarments(3);
        const total = { minorUnits: 74700, currency: 'CNY' };
        return sampleReply(locale, { items: [], outfits: [{ garments, total, score: 0.9, reasons: [] }], attention });
      },
      ...options,
    });
  }

  async function open(address: string, options: BrowserContextOptions = {}, before?: (page: Page) => Promise<unknown>) {
    const seen = await watchedPage(browser, options);
    watched.push(seen);
    await before?.(seen.page);
    await seen.page.goto(address);
    return seen;
  }

  async function openInShop(shopPage: ShopPage | (() => ShopPage), options: BrowserContextOptions = {}) {
    const shop = await openShop(edge.url, shopPage);
    shops.push(shop);
    return open(`${shop.origin}/`, options);
  }

  const field = (page: Page) => page.locator('textarea');
  const cards = (page: Page) => page.locator('.card');
  const hears = (page: Page, text: string) => page.locator('.answer p', { hasText: text }).last().waitFor();
  const photo = async () => ({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await samplePhoto()) });
  async function say(page: Page, text: string) {
    await field(page).fill(text);
    await field(page).press('Enter');
  }

  describe.each(TALKS)('in $locale', (talk) => {
    it('takes words and a photo in one message, and shows garments with what can be done with them', async () => {
      const { page, requests, complaints } = await open(`${edge.url}/`, { locale: talk.tag });
      await hears(page, talk.hello);
      expect(await page.getByRole('button', { name: talk.example }).count()).toBe(1);
      await page.setInputFiles('input[type=file]', await photo());
      await page.locator('.attached img').waitFor();
      await say(page, talk.ask);
      await hears(page, talk.found);
      expect(await cards(page).count()).toBe(4);
      await page.getByText(talk.weights).waitFor();
      await cards(page).first().getByText(talk.why).waitFor();
      expect(edge.turns[0]?.turn).toMatchObject({ text: talk.ask, locale: talk.locale });
      expect(edge.turns[0]?.turn.photos).toHaveLength(1);
      const sent = Buffer.from(edge.turns[0]?.turn.photos[0]?.bytes ?? []);
      expect(sent.includes('SecretCamera')).toBe(false);
      await cards(page)
        .first()
        .getByRole('button', { name: new RegExp(`^${talk.outfit}`) })
        .click();
      await page.locator('.card.outfit').getByText('¥747').waitFor();
      expect(edge.turns[1]?.turn.action).toEqual({ verb: 'outfit', garmentId: 'g1' });
      expect(complaints).toEqual([]);
      expect(requests.filter((address) => !address.startsWith(edge.url))).toEqual([]);
    });

    it('comes back to the talk after a reload, with what was liked and without the photo', async () => {
      const { page } = await open(`${edge.url}/`, { locale: talk.tag });
      await hears(page, talk.hello);
      await page.setInputFiles('input[type=file]', await photo());
      await page.locator('.attached img').waitFor();
      await field(page).press('Enter');
      await hears(page, talk.found);
      const like = cards(page)
        .nth(1)
        .getByRole('button', { name: new RegExp(`^${talk.like}`) });
      await like.click();
      await expect.poll(() => edge.turns[1]?.turn.action).toEqual({ verb: 'like', garmentId: 'g2' });
      await page.reload();
      await page.getByText(talk.gone).waitFor();
      await expect.poll(() => cards(page).count()).toBe(8);
      expect(await page.locator('.said img').count()).toBe(0);
      expect(await like.first().getAttribute('aria-pressed')).toBe('true');
      await say(page, talk.ask);
      await expect.poll(() => edge.turns.length).toBe(3);
      expect(edge.turns[2]?.conversationId).toBe(edge.turns[0]?.conversationId);
    });

    it('loads nothing before it is opened, lives under a strict policy, and tells the shop’s page', async () => {
      const { page, requests, complaints } = await openInShop({ lang: talk.locale, tag: 'data-accent="#0a6b5d"' });
      const button = page.getByRole('button', { name: talk.open });
      await button.waitFor();
      const ofOurs = () => requests.filter((address) => address.startsWith(edge.url));
      expect(ofOurs()).toEqual([`${edge.url}/widget.js`]);
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        for (const name of ['open', 'close', 'reply', 'like', 'garment-click']) {
          document.addEventListener(`yida:${name}`, (event) => {
            if (name === 'garment-click') event.preventDefault();
            heard.push(`${name} ${(event as CustomEvent).detail.garmentId ?? ''}`.trim());
          });
        }
      });
      await button.click();
      await hears(page, talk.hello);
      await say(page, talk.ask);
      await hears(page, talk.found);
      await cards(page).first().locator('.title a').click();
      await cards(page)
        .first()
        .getByRole('button', { name: new RegExp(`^${talk.like}`) })
        .click();
      await expect.poll(() => edge.turns.length).toBe(2);
      await expect.poll(() => cards(page).count()).toBe(8);
      await page.getByRole('button', { name: talk.close, exact: true }).click();
      expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
        'open',
        'reply',
        'garment-click g1',
        'like g1',
        'reply',
        'close',
      ]);
      // The shop took the click into its own hands: no page was opened.
      expect(page.context().pages()).toHaveLength(1);
      expect(complaints).toEqual([]);
      const origins = new Set(requests.map((address) => new URL(address).origin));
      expect([...origins].sort()).toEqual([edge.url, new URL(page.url()).origin].sort());
    });

    it('asks on a garment’s page what goes with it, once, and from any element that names a garment', async () => {
      const { page } = await openInShop({
        lang: talk.locale,
        tag: 'data-garment="g2"',
        body: '<button data-yida-garment="g3">+</button>',
      });
      await page.getByRole('button', { name: talk.matches }).click();
      await page.locator('.card.outfit').waitFor();
      expect(edge.turns[0]?.turn).toMatchObject({ action: { verb: 'outfit', garmentId: 'g2' }, locale: talk.locale });
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: talk.matches }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '+' }).click();
      await expect.poll(() => edge.turns.length).toBe(2);
      expect(edge.turns[1]?.turn.action).toEqual({ verb: 'outfit', garmentId: 'g3' });
      await page.evaluate(() =>
        (window as unknown as { yida: { showMatches(id: string): void } }).yida.showMatches('g1'),
      );
      await expect.poll(() => edge.turns[2]?.turn.action).toEqual({ verb: 'outfit', garmentId: 'g1' });
    });

    it.each(['light', 'dark'] as const)(
      'has nothing that axe finds wrong on a %s page',
      async (colorScheme) => {
        const { page } = await open(`${edge.url}/`, { locale: talk.tag, colorScheme, reducedMotion: 'reduce' });
        await hears(page, talk.hello);
        expect(await axeViolations(page)).toEqual([]);
        await page.setInputFiles('input[type=file]', await photo());
        await page.locator('.attached img').waitFor();
        await say(page, talk.ask);
        await hears(page, talk.found);
        expect(await axeViolations(page)).toEqual([]);
      },
      AXE_PATIENCE,
    );

    it.each(['light', 'dark'] as const)(
      'has nothing that axe finds wrong in a %s dialog',
      async (colorScheme) => {
        const { page } = await openInShop(
          { lang: talk.locale, head: '<meta name="x">', tag: 'data-accent="#ffd800"' },
          { colorScheme, reducedMotion: 'reduce' },
        );
        await page.getByRole('button', { name: talk.open }).click();
        await say(page, talk.ask);
        await hears(page, talk.found);
        await page
          .getByRole('button', { name: new RegExp(`^${talk.outfit}`) })
          .first()
          .click();
        await page.locator('.card.outfit').waitFor();
        expect(await axeViolations(page)).toEqual([]);
      },
      AXE_PATIENCE,
    );

    it('keeps what is written while the network is away, says so, and sends it once when it is back', async () => {
      const { page } = await open(`${edge.url}/`, { locale: talk.tag });
      await hears(page, talk.hello);
      await page.context().setOffline(true);
      await page.getByText(talk.away).waitFor();
      await say(page, talk.ask);
      await page.locator('.said', { hasText: talk.ask }).waitFor();
      expect(edge.turns).toHaveLength(0);
      await page.context().setOffline(false);
      await hears(page, talk.found);
      expect(edge.turns.map(({ turn }) => turn.text)).toEqual([talk.ask]);
      expect(await page.getByText(talk.away).isVisible()).toBe(false);
      expect(await page.locator('.said', { hasText: talk.ask }).count()).toBe(1);
    });

    it('listens only after the shopper agreed, and writes down what it heard', async () => {
      const { page } = await open(`${edge.url}/`, { locale: talk.tag }, (fresh) =>
        fresh.addInitScript((words) => {
          class Recognition {
            lang = '';
            onresult?: (event: object) => void;
            onend?: () => void;
            start() {
              Object.assign(window, { listenedIn: this.lang });
              this.onresult?.({ results: [Object.assign([{ transcript: words }], { isFinal: true })] });
              this.onend?.();
            }
            abort() {}
          }
          Object.assign(window, { webkitSpeechRecognition: Recognition, SpeechRecognition: Recognition });
        }, talk.ask),
      );
      await hears(page, talk.hello);
      const listenedIn = () => page.evaluate(() => (window as unknown as { listenedIn?: string }).listenedIn);
      await page.getByRole('button', { name: talk.speak, exact: true }).click();
      await page.getByRole('button', { name: talk.allow, exact: true }).click();
      expect(await listenedIn()).toBeUndefined();
      await page.getByRole('button', { name: talk.speak, exact: true }).click();
      await expect.poll(() => field(page).inputValue()).toBe(talk.ask);
      expect(await listenedIn()).toBe(talk.locale === 'en' ? 'en-US' : 'zh-CN');
    });
  });

  it('changes its language, greeting again where nothing was said yet, and starts over when asked', async () => {
    const { page } = await open(`${edge.url}/`, { locale: 'zh-CN' });
    await hears(page, '我是衣搭');
    await page.getByRole('button', { name: '切换到英文', exact: false }).click();
    await hears(page, 'I am Yida');
    expect(await field(page).getAttribute('placeholder')).toBe('What are you looking for?');
    await say(page, 'a dress');
    await hears(page, 'Here are 4 pieces.');
    expect(edge.turns[0]?.turn.locale).toBe('en');
    await page.reload();
    await hears(page, 'Here are 4 pieces.');
    expect(await field(page).getAttribute('placeholder')).toBe('What are you looking for?');
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect.poll(() => cards(page).count()).toBe(0);
    await hears(page, 'I am Yida');
  });

  it('stays as it is on a page whose styles are against it, and leaves that page as it is', async () => {
    const head =
      '<style>*{font:40px fantasy!important;display:block!important;color:red!important}button{opacity:0!important}</style>';
    const { page } = await openInShop({ lang: 'en', head });
    const button = page.getByRole('button', { name: 'Open Yida and ask what to wear' });
    expect(await button.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    await button.click();
    await hears(page, 'I am Yida');
    const looks = await page.locator('.header h2').evaluate((element) => {
      const { color, fontFamily } = getComputedStyle(element);
      return { color, fantasy: fontFamily.includes('fantasy') };
    });
    expect(looks).toEqual({ color: 'rgb(43, 38, 34)', fantasy: false });
    expect(await page.locator('main > h1').evaluate((element) => getComputedStyle(element).fontSize)).toBe('40px');
  });

  it('is neither moved nor hidden by rules of the page for everything, and takes nothing from the element it fills', async () => {
    const head = `<style>
      *, yida-widget { position: relative !important; opacity: 0.2 !important; filter: invert(1) !important;
        transform: rotate(5deg) !important; max-width: 20px !important; display: block !important }
      html, body, head, main, script, style { all: revert !important }
      .talk { height: 500px; text-transform: uppercase; letter-spacing: 9px; text-shadow: 1px 1px red; white-space: nowrap }
    </style>`;
    const { page } = await openInShop({ lang: 'en', head });
    const place = await page.locator('yida-widget').evaluate((element) => {
      const { position, opacity, filter, transform, maxWidth } = getComputedStyle(element);
      const { right, bottom } = element.getBoundingClientRect();
      return { position, opacity, filter, transform, maxWidth, corner: [innerWidth - right, innerHeight - bottom] };
    });
    expect(place).toEqual({
      ...{ position: 'fixed', opacity: '1', filter: 'none', transform: 'none', maxWidth: 'none' },
      corner: [20, 20],
    });
    const within = await openInShop({ lang: 'en', head, tag: 'data-into=".talk"', body: '<div class="talk"></div>' });
    await hears(within.page, 'I am Yida');
    const looks = await within.page.locator('.header h1, .header h2').evaluate((element) => {
      const { textTransform, letterSpacing, textShadow } = getComputedStyle(element);
      return { textTransform, textShadow, wide: Number.parseFloat(letterSpacing) > 5 };
    });
    expect(looks).toEqual({ textTransform: 'none', textShadow: 'none', wide: false });
  });

  it('shows the service’s own address as a link in words, and any other as the text it is', async () => {
    await edge.close();
    edge = await openEdge({
      replyTo: ({ turn }) => {
        const text = `Here: ${edge.url}/api/users/u/data?token=abc.def And https://elsewhere.test/x`;
        return sampleReply(turn.locale ?? 'en', { items: [], messages: [{ id: 'test.echo', values: { text } }] });
      },
    });
    const { page } = await open(`${edge.url}/`, { locale: 'en' });
    await hears(page, 'I am Yida');
    await say(page, 'export my data');
    const links = page.locator('.answer p a');
    await links.first().waitFor();
    expect(await links.evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')]))).toEqual([
      ['Open the link', `${edge.url}/api/users/u/data?token=abc.def`],
    ]);
    await hears(page, 'https://elsewhere.test/x');
  });

  it('keeps the keyboard inside the dialog, leaves it on Escape, and goes back to the button', async () => {
    const { page } = await openInShop({ lang: 'en', body: '<a href="#x">A link of the shop</a>' });
    const button = page.getByRole('button', { name: 'Open Yida and ask what to wear' });
    await button.focus();
    await page.keyboard.press('Enter');
    await hears(page, 'I am Yida');
    const focused = () =>
      page.evaluate(() => {
        const inside = document.querySelector('yida-widget')?.shadowRoot?.activeElement;
        return inside?.getAttribute('aria-label') ?? inside?.textContent ?? undefined;
      });
    await expect.poll(focused).toBe('What are you looking for?');
    const stops = new Set<string | undefined>();
    for (let press = 0; press < 30; press += 1) {
      await page.keyboard.press('Tab');
      stops.add(await focused());
    }
    expect(stops.has(undefined)).toBe(false);
    for (const stop of ['Send a photo', 'Start over', 'Close', 'Beige blazer for the office']) {
      expect(stops).toContain(stop);
    }
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBeDefined();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Open Yida and ask what to wear');
  });

  it('reads each new answer to a screen reader, and none of the old ones after a reload', async () => {
    const { page } = await open(`${edge.url}/`, { locale: 'en' });
    await hears(page, 'I am Yida');
    const announced = () => page.locator('[aria-live=polite]').textContent();
    expect(await announced()).toBe('');
    await say(page, 'a dress');
    await expect.poll(announced).toBe('Yida said: Here are 4 pieces.');
    await page.reload();
    await hears(page, 'Here are 4 pieces.');
    expect(await announced()).toBe('');
  });

  it('takes a photo that is pasted, dropped, or taken with the camera, and refuses kindly what is none', async () => {
    const { page } = await open(`${edge.url}/`, { locale: 'en' }, (fresh) =>
      fresh.addInitScript(() => {
        const canvas = document.createElement('canvas');
        const paint = () => canvas.getContext('2d')?.fillRect(0, 0, 300, 150);
        setInterval(paint, 30);
        navigator.mediaDevices.getUserMedia = async () => {
          paint();
          return canvas.captureStream();
        };
      }),
    );
    await hears(page, 'I am Yida');
    const bytes = [...(await samplePhoto())];
    const bring = (how: 'paste' | 'drop', type: string) =>
      page.locator('textarea').evaluate(
        (element, brought) => {
          const files = new DataTransfer();
          files.items.add(new File([new Uint8Array(brought.bytes)], 'p', { type: brought.type }));
          const init = { bubbles: true, composed: true, cancelable: true };
          element.dispatchEvent(
            brought.how === 'paste'
              ? new ClipboardEvent('paste', { ...init, clipboardData: files })
              : new DragEvent('drop', { ...init, dataTransfer: files }),
          );
        },
        { how, type, bytes },
      );
    await bring('drop', 'application/pdf');
    await page.getByText('That file is not a picture.').waitFor();
    // A name is believed by nobody: neither here nor in the talk may the browser's sign for a broken picture show.
    const chooser = page.locator('input[type=file]');
    const nonsense = Buffer.from('%PDF-1.7 this is no picture');
    await field(page).fill('a word first');
    await chooser.setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: nonsense });
    await page.getByText('That file is not a picture.').waitFor();
    expect(await page.locator('.attached').count()).toBe(0);
    expect(await field(page).inputValue()).toBe('a word first');
    await field(page).fill('');
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    await chooser.setInputFiles({ name: 'p.heic', mimeType: 'image/heic', buffer: heic });
    await page.locator('.attached .unread').waitFor();
    await page.getByRole('button', { name: 'Remove' }).click();
    for (const way of ['paste', 'drop'] as const) {
      await bring(way, 'image/jpeg');
      await page.locator('.attached img').waitFor();
      await page.getByRole('button', { name: 'Remove' }).click();
      await expect.poll(() => page.locator('.attached').count()).toBe(0);
    }
    await page.getByRole('button', { name: 'Take a photo' }).click();
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.locator('.attached img').waitFor();
    await field(page).press('Enter');
    await hears(page, 'Here are 4 pieces.');
    expect(edge.turns[0]?.turn.photos).toHaveLength(1);
    await chooser.setInputFiles({ name: 'p.heic', mimeType: 'image/heic', buffer: heic });
    await page.locator('.attached .unread').waitFor();
    await field(page).press('Enter');
    await page.getByRole('img', { name: 'Your photo' }).and(page.locator('.said .unread')).waitFor();
  });

  it('sends the photo along with words that were quicker than it', async () => {
    const { page } = await open(`${edge.url}/`, { locale: 'en' }, (fresh) =>
      fresh.addInitScript(() => {
        const make = createImageBitmap;
        Object.assign(globalThis, {
          createImageBitmap: (...given: [Blob]) =>
            new Promise((resolve) => setTimeout(resolve, 400)).then(() => make(...given)),
        });
      }),
    );
    await hears(page, 'I am Yida');
    await page.locator('input[type=file]').setInputFiles(await photo());
    await field(page).fill('but in red');
    await field(page).press('Enter');
    await hears(page, 'Here are 4 pieces.');
    expect(edge.turns.map(({ turn }) => [turn.text, turn.photos.length])).toEqual([['but in red', 1]]);
    expect(await page.locator('.attached').count()).toBe(0);
  });

  it('says so where the camera is refused', async () => {
    const { page } = await open(`${edge.url}/`, { locale: 'en' }, (fresh) =>
      fresh.addInitScript(() => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      }),
    );
    await page.getByRole('button', { name: 'Take a photo' }).click();
    await page.getByText('The camera is not available here').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await say(page, 'a dress');
    await hears(page, 'Here are 4 pieces.');
  });

  it('searches by a photo from any button of the shop’s page', async () => {
    const { page } = await openInShop({ lang: 'en', body: '<button data-yida-photo-search><b>By photo</b></button>' });
    const chooser = page.waitForEvent('filechooser');
    await page.getByText('By photo').click();
    await (await chooser).setFiles(await photo());
    await hears(page, 'Here are 4 pieces.');
    expect(edge.turns[0]?.turn.photos).toHaveLength(1);
  });

  it('talks where no WebSocket gets through', async () => {
    const { page } = await open(`${edge.url}/`, { locale: 'en' }, (fresh) =>
      fresh.addInitScript(() => {
        Object.assign(window, {
          WebSocket: class {
            onclose?: () => void;
            constructor() {
              setTimeout(() => this.onclose?.(), 0);
            }
            close() {}
          },
        });
      }),
    );
    await say(page, 'a dress');
    await hears(page, 'Here are 4 pieces.');
    await say(page, 'in black');
    await expect.poll(() => edge.turns.length).toBe(2);
  });

  it('goes on by itself after the service was away', async () => {
    const { page } = await open(`${edge.url}/`, { locale: 'en' });
    await hears(page, 'I am Yida');
    await page.route('**/v3/directline/**/activities', (route) => route.abort(), { times: 1 });
    await say(page, 'a dress');
    await hears(page, 'Here are 4 pieces.');
    expect(edge.turns).toHaveLength(1);
  });

  it('puts each answer below what it answers, where several messages waited for the network', async () => {
    const { page } = await open(`${edge.url}/`, { locale: 'en' });
    await hears(page, 'I am Yida');
    await page.context().setOffline(true);
    for (const words of ['beige blazer', 'in navy']) {
      await field(page).fill(words);
      await field(page).press('Enter');
    }
    await expect.poll(() => page.locator('.waiting').count()).toBe(2);
    await page.context().setOffline(false);
    await expect.poll(() => page.locator('.answer').count()).toBe(3);
    const order = () =>
      page
        .locator('.transcript > :is(.said, .answer)')
        .evaluateAll((entries) =>
          entries.map((entry) => (entry.classList.contains('said') ? entry.querySelector('p')?.textContent : 'answer')),
        );
    expect(await order()).toEqual(['answer', 'beige blazer', 'answer', 'in navy', 'answer']);
    await page.reload();
    await expect.poll(() => page.locator('.answer').count()).toBe(3);
    expect(await order()).toEqual(['answer', 'beige blazer', 'answer', 'in navy', 'answer']);
  });

  it('puts what is said on the next page below the talk before, also where it is sent before that is read', async () => {
    const { page } = await open(`${edge.url}/`, { locale: 'en' });
    await hears(page, 'I am Yida');
    await say(page, 'beige blazer');
    await hears(page, 'Here are 4 pieces.');
    let read = () => {};
    const sent = new Promise<void>((resolve) => {
      read = resolve;
    });
    await page.route('**/activities?watermark=*', async (route) => {
      await sent;
      await route.fallback();
    });
    await page.reload();
    await field(page).waitFor();
    const posted = page.waitForResponse((response) => response.request().method() === 'POST');
    await say(page, 'in navy');
    await posted;
    await page.locator('.said').waitFor();
    await expect.poll(() => page.locator('.waiting').count()).toBe(0);
    read();
    await expect.poll(() => page.locator('.answer').count()).toBe(3);
    const said = await page.locator('.transcript .said p').allTextContents();
    expect(said).toEqual(['beige blazer', 'in navy']);
  });

  it(
    'shows a comparison as a table that a screen reader knows, and what follows from it in words',
    async () => {
      await edge.close();
      const text = 'Side by side:\nPiece: Wren | Lark\nPrice: ¥279 | ¥229\nMaterial: silk | wool\nLark costs less.';
      edge = await openEdge({
        replyTo: () =>
          sampleReply('en', {
            items: sampleGarments(2).map((garment) => sampleItem(garment)),
            messages: [{ id: 'test.echo', values: { text } }],
          }),
      });
      const { page } = await open(`${edge.url}/`, { locale: 'en', viewport: { width: 360, height: 640 } });
      await say(page, 'compare the first and the second');
      const table = page.getByRole('table');
      await table.getByRole('columnheader', { name: 'Lark' }).waitFor();
      expect(await table.getByRole('row').allTextContents()).toEqual([
        'PieceWrenLark',
        'Price¥279¥229',
        'Materialsilkwool',
      ]);
      expect(await table.getByRole('rowheader').count()).toBe(2);
      expect(await page.locator('.answer').last().locator('p').first().textContent()).toBe('Side by side:');
      expect(await page.locator('.answer').last().locator('p', { hasText: 'Lark costs less.' }).count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await axeViolations(page)).toEqual([]);
    },
    AXE_PATIENCE,
  );

  it('shows that a picture is on its way until it is there', async () => {
    const bytes = Buffer.from(await samplePhoto());
    let release = () => {};
    const drawn = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page } = await open(`${edge.url}/`, { locale: 'en' }, (fresh) =>
      fresh.route('**/demo/images/*', async (route) => {
        await drawn;
        await route.fulfill({ contentType: 'image/jpeg', body: bytes });
      }),
    );
    await say(page, 'a dress');
    await cards(page).first().waitFor();
    await page.locator('.card img.awaited').first().waitFor();
    release();
    await expect.poll(() => page.locator('.card img:not(.awaited)').count()).toBeGreaterThan(0);
  });

  it('sends on the next page what waited on the one before, once, and not in another shopper’s name', async () => {
    const { page } = await open(`${edge.url}/`, { locale: 'en' });
    await hears(page, 'I am Yida');
    const sends = '**/v3/directline/conversations/*/activities';
    const refuse = (route: Route) => (route.request().method() === 'POST' ? route.abort() : route.fallback());
    await page.route(sends, refuse);
    await field(page).fill('beige blazer');
    await field(page).press('Enter');
    await page.locator('.said').waitFor();
    await page.reload();
    await page.locator('.said', { hasText: 'beige blazer' }).waitFor();
    expect(edge.turns).toEqual([]);
    await page.unroute(sends, refuse);
    await hears(page, 'Here are 4 pieces.');
    await page.reload();
    await hears(page, 'Here are 4 pieces.');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(edge.turns.map(({ turn }) => turn.text)).toEqual(['beige blazer']);
    expect(await page.locator('.said').count()).toBe(1);
    const left = JSON.stringify({
      user: 'somebody else',
      at: Date.now(),
      letters: [{ clientId: 'x', text: 'secret' }],
    });
    await page.evaluate((kept) => localStorage.setItem('yida-unsent', kept), left);
    await page.reload();
    await hears(page, 'Here are 4 pieces.');
    expect(await page.getByText('secret').count()).toBe(0);
  });

  it('fills a phone’s screen, and moves nothing for who asked for less movement', async () => {
    const { page } = await openInShop(
      { lang: 'en' },
      { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' },
    );
    await page.getByRole('button', { name: 'Open Yida and ask what to wear' }).tap();
    await hears(page, 'I am Yida');
    const box = await page.locator('.panel').boundingBox();
    expect(box).toMatchObject({ x: 0, y: 0, width: 360 });
    await say(page, 'a dress');
    await hears(page, 'Here are 4 pieces.');
    const moving = await page.locator('yida-widget').evaluate((host) => host.shadowRoot?.getAnimations().length);
    expect(moving).toBe(0);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('says the shop’s own greeting, and takes its colour, side and theme', async () => {
    const { page } = await openInShop({
      lang: 'en',
      tag: 'data-greeting="Welcome to Maison Test." data-position="left" data-theme="dark" data-accent="#0a6b5d"',
    });
    const button = page.getByRole('button', { name: 'Open Yida and ask what to wear' });
    expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(10, 107, 93)');
    expect((await button.boundingBox())?.x).toBe(20);
    await button.click();
    await hears(page, 'Welcome to Maison Test.');
    expect(await page.getByText('I am Yida').count()).toBe(0);
    expect(await page.locator('.panel').evaluate((panel) => getComputedStyle(panel).backgroundColor)).toBe(
      'rgb(29, 26, 23)',
    );
  });

  describe('in production', () => {
    const API_KEY = 'the-merchants-own-key';
    let shop: TestShop;
    let tag: string;

    beforeEach(async () => {
      await edge.close();
      tag = '';
      const origins: string[] = [];
      edge = await openEdge({ site: { production: true, apiKey: API_KEY, allowedOrigins: origins } });
      shop = await openShop(edge.url, () => ({ lang: 'en', tag }));
      shops.push(shop);
      origins.push(shop.origin);
    });

    async function tokenOf(user: string): Promise<string> {
      const response = await fetch(`${edge.url}/v3/directline/tokens/generate`, {
        method: 'POST',
        headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify({ user: { id: user } }),
      });
      return ((await response.json()) as { token: string }).token;
    }

    async function openAndSay(page: Page, words: string) {
      await page.getByRole('button', { name: 'Open Yida and ask what to wear' }).click();
      await hears(page, 'I am Yida');
      await say(page, words);
      await expect.poll(() => edge.turns.at(-1)?.turn.text).toBe(words);
    }

    it('knows a signed-in shopper by the token that the shop’s server got, and shows the talk to nobody else', async () => {
      tag = `data-user-token="${await tokenOf('u-17')}"`;
      const { page } = await open(`${shop.origin}/`);
      await openAndSay(page, 'a dress');
      expect(edge.turns[0]?.userId).toBe('u-17');
      tag = `data-user-token="${await tokenOf('u-17')}"`;
      await page.reload();
      await openAndSay(page, 'a coat');
      expect(edge.turns[1]).toMatchObject({ userId: 'u-17', conversationId: edge.turns[0]?.conversationId });
      tag = '';
      await page.reload();
      await page.getByRole('button', { name: 'Open Yida and ask what to wear' }).click();
      await hears(page, 'I am Yida');
      expect(await page.locator('.said').count()).toBe(0);
      await say(page, 'a hat');
      await expect.poll(() => edge.turns.length).toBe(3);
      expect(edge.turns[2]?.userId).not.toBe('u-17');
    });

    it('says when the shop’s token no longer serves, goes on without a name, and takes a new one', async () => {
      tag = 'data-user-token="not.a.token"';
      const { page } = await open(`${shop.origin}/`);
      await page.evaluate(() =>
        document.addEventListener('yida:token-expired', () => Object.assign(window, { asked: true })),
      );
      await openAndSay(page, 'a dress');
      expect(await page.evaluate(() => (window as unknown as { asked?: boolean }).asked)).toBe(true);
      const token = await tokenOf('u-18');
      await page.evaluate(
        (given) => (window as unknown as { yida: { setUserToken(token: string): void } }).yida.setUserToken(given),
        token,
      );
      await hears(page, 'I am Yida');
      await say(page, 'a coat');
      await expect.poll(() => edge.turns.at(-1)).toMatchObject({ userId: 'u-18', turn: { text: 'a coat' } });
    });
  });
});
