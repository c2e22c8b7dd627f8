import { accentColours } from '../panel/accent.js';
import launcherStyles from './launcher.css';
import type { TagSettings } from './read-settings.js';

/** Texts of the button, from locales/, put in by the build. */
declare const WIDGET_TEXTS: Readonly<
  Record<'zh-CN' | 'en', { readonly open: string; readonly matches: string; readonly name: string }>
>;

/** The button at the corner of a shop's page, and the place the panel opens in. */
export interface Launcher {
  readonly root: ShadowRoot;
  setOpen(open: boolean): void;
  setLocale(locale: 'zh-CN' | 'en'): void;
  /** Puts the keyboard back on the button. */
  focus(): void;
}

export function createLauncher(settings: TagSettings, onPress: () => void): Launcher {
  const host = document.createElement('yida-widget');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherStyles);
  root.adoptedStyleSheets = [sheet];
  host.dataset.side = settings.side;
  host.style.setProperty('--offset', `${settings.offset}px`);
  const colours = accentColours(settings.accent);
  if (colours !== undefined) {
    host.style.setProperty('--fill', colours.fill);
    host.style.setProperty('--on-fill', colours.onFill);
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'launcher';
  button.setAttribute('aria-haspopup', 'dialog');
  button.append(hanger());
  const words = document.createElement('span');
  button.append(words);
  button.addEventListener('click', onPress);
  root.append(button);
  const setLocale = (locale: 'zh-CN' | 'en') => {
    const texts = WIDGET_TEXTS[locale];
    host.lang = locale;
    words.textContent = settings.garment === undefined ? texts.name : texts.matches;
    if (settings.garment === undefined) button.setAttribute('aria-label', texts.open);
  };
  setLocale(settings.locale);
  document.body.append(host);
  return {
    root,
    setLocale,
    setOpen(open) {
      host.toggleAttribute('open', open);
      button.setAttribute('aria-expanded', String(open));
    },
    focus: () => button.focus(),
  };
}

function hanger(): SVGElement {
  const name = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(name, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(name, 'path');
  path.setAttribute(
    'd',
    'M9.6 6.4a2.4 2.4 0 1 1 3.5 2.1c-.7.4-1.1.9-1.1 1.7v.4L3.6 16.3c-1.1.8-.6 2.4.7 2.4h15.4c1.3 0 1.8-1.6.7-2.4L12 10.6',
  );
  drawing.append(path);
  return drawing;
}
