import { render } from 'preact';
import type { ReplyView } from '../../../rendering/reply-view.js';
import { deviceShelf, type Shelf } from '../line/kept-talk.js';
import type { PanelSettings } from '../loader/panel-settings.js';
import { accentColours } from './accent.js';
import { hasScreenKeyboard } from './device.js';
import { Panel } from './panel.js';
import { readyToSend } from './photo.js';
import cards from './styles/cards.css';
import colours from './styles/colours.css';
import frame from './styles/frame.css';
import sizes from './styles/sizes.css';
import talkStyles from './styles/talk.css';
import writing from './styles/writing.css';
import { Talk } from './talk.js';
import { type PanelLocale, wordsIn } from './words.js';

/** What the loader does with the panel once it is there. */
export interface MountedPanel {
  /** Puts the writing mark where it belongs. */
  focus(): void;
  showMatches(garmentId: string): void;
  searchByPhoto(photo: Blob): void;
  say(text: string): void;
  setUserToken(token: string | undefined): void;
  /** Ends this talk on this device and begins another. */
  forget(): void;
}

const LOCALE_KEY = 'yida-locale';

/** Puts the panel into a shadow root, and its conversation on the line. */
export function mountPanel(root: ShadowRoot, settings: PanelSettings): MountedPanel {
  const shelf = deviceShelf();
  let locale = chosenLocale(settings, shelf);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([colours, frame, talkStyles, cards, writing, sizes].join(''));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const box = document.createElement('div');
  box.className = `panel ${settings.form}`;
  root.append(box);
  dress(box, settings);

  const talk = new Talk({
    home: settings.home,
    shelf,
    shopToken: settings.userToken,
    locale: () => locale,
    onReply: (reply, conversationId) => settings.tell('reply', replyDetail(reply, conversationId)),
    onShopTokenRefused: () => settings.tell('token-expired', {}),
  });
  const show = () => {
    root.host.setAttribute('lang', locale);
    settings.onLocale?.(locale);
    render(
      <Panel talk={talk} words={wordsIn(locale)} settings={settings} root={root} shelf={shelf} onLocale={setLocale} />,
      box,
    );
  };
  const setLocale = (wished: PanelLocale) => {
    locale = wished;
    shelf.set(LOCALE_KEY, JSON.stringify({ chosen: wished, over: settings.locale }));
    show();
    // Nothing said yet: greet again, in the language just chosen.
    if (!talk.begun) talk.restart();
  };
  show();
  talk.resume();
  talk.line.start();
  return {
    focus() {
      const place = hasScreenKeyboard() ? '.shell' : 'textarea';
      box.querySelector<HTMLElement>(place)?.focus({ preventScroll: true });
    },
    showMatches: (garmentId) =>
      talk.say({ text: wordsIn(locale).say('ui.panel.says-matches'), action: { verb: 'outfit', garmentId } }),
    searchByPhoto: (photo) => void readyToSend(photo).then((ready) => talk.say({ photo: ready ?? photo })),
    say: (text) => talk.say({ text }),
    setUserToken: (token) => talk.setShopToken(token),
    forget: () => talk.restart(),
  };
}

/** The language the shopper chose here, unless the shop's page has since changed to another. */
function chosenLocale({ locale, localeAsked }: PanelSettings, shelf: Shelf): PanelLocale {
  if (localeAsked) return locale;
  try {
    const kept = JSON.parse(shelf.get(LOCALE_KEY) ?? '{}') as { chosen?: unknown; over?: unknown };
    return kept.over === locale && (kept.chosen === 'zh-CN' || kept.chosen === 'en') ? kept.chosen : locale;
  } catch {
    return locale;
  }
}

/** Puts the shop's colours on: through the object model, which no policy on inline styles concerns. */
function dress(box: HTMLElement, { home, accent, theme, font }: PanelSettings): void {
  box.dataset.theme = theme;
  box.style.setProperty('--rail', `url("${home}/widget/rail.svg")`);
  const colours = accentColours(accent);
  if (colours !== undefined) {
    box.style.setProperty('--fill', colours.fill);
    box.style.setProperty('--on-fill', colours.onFill);
    box.style.setProperty('--accent-light', colours.onLight);
    box.style.setProperty('--accent-dark', colours.onDark);
  }
  if (font !== undefined) {
    box.style.setProperty('--sans', font);
    box.style.setProperty('--serif', font);
  }
}

/** What a shop's page hears of an answer: which garments it shows, by id. */
function replyDetail(reply: ReplyView, conversationId: string | undefined): object {
  return {
    conversationId,
    locale: reply.locale,
    intent: reply.understood?.intent ?? null,
    garmentIds: reply.items.map(({ garment }) => garment.id),
    outfits: reply.outfits.map(({ garments }) => garments.map(({ id }) => id)),
  };
}
