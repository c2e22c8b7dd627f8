/** Texts of the button, from locales/, put in by the build. */
declare const WIDGET_TEXTS: Readonly<
  Record<'zh-CN' | 'en', { readonly open: string; readonly close: string; readonly title: string }>
>;

const script = document.currentScript as HTMLScriptElement | null;

/**
 * `<script src="https://…/widget.js" data-locale="zh-CN" data-position="right" data-accent="#8a4b3a" async>`:
 * a button at the corner of a shop's page that opens the talk. The button lives in a shadow root and the
 * talk in a frame of our own, so neither side's styles reach the other. Nothing is loaded before it is opened.
 */
function mount(): void {
  const home = new URL(script?.src ?? location.href).origin;
  const wished = script?.dataset.locale ?? document.documentElement.lang ?? navigator.language;
  const locale = wished.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
  const texts = WIDGET_TEXTS[locale];
  const side = script?.dataset.position === 'left' ? 'left' : 'right';
  const accent = /^#[0-9a-f]{3,8}$/i.test(script?.dataset.accent ?? '') ? script?.dataset.accent : '#2f2a26';

  const host = document.createElement('div');
  host.lang = locale;
  const root = host.attachShadow({ mode: 'closed' });
  const look = new CSSStyleSheet();
  look.replaceSync(styles(side, accent ?? '#2f2a26'));
  root.adoptedStyleSheets = [look];

  const frameBox = document.createElement('div');
  frameBox.className = 'frame';
  frameBox.hidden = true;
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-label', texts.open);
  button.append(hanger());
  root.append(frameBox, button);

  let frame: HTMLIFrameElement | undefined;
  const show = (open: boolean) => {
    if (open && frame === undefined) {
      frame = document.createElement('iframe');
      frame.src = `${home}/chat?locale=${locale}`;
      frame.title = texts.title;
      frame.allow = 'clipboard-write';
      frameBox.append(frame);
    }
    frameBox.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    button.setAttribute('aria-label', open ? texts.close : texts.open);
    if (open) frame?.focus();
    host.dispatchEvent(new CustomEvent(open ? 'yida-open' : 'yida-close', { bubbles: true, composed: true }));
  };
  button.addEventListener('click', () => show(frameBox.hidden === true));
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape' && !frameBox.hidden) {
      show(false);
      button.focus();
    }
  });
  addEventListener('message', (event) => {
    if (event.origin !== home || event.data?.source !== 'yida') return;
    host.dispatchEvent(new CustomEvent(`yida-${event.data.event}`, { bubbles: true, composed: true }));
  });
  document.body.append(host);
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

function styles(side: 'left' | 'right', accent: string): string {
  return `
    :host { all: initial; position: fixed; inset-block-end: max(20px, env(safe-area-inset-bottom)); ${side}: 20px; z-index: 2147483000; }
    button { inline-size: 56px; block-size: 56px; border: 0; border-radius: 50%; background: ${accent}; color: #faf7f2; cursor: pointer; box-shadow: 0 6px 24px rgb(30 24 18 / .22); padding: 0; }
    button:focus-visible { outline: 3px solid ${accent}; outline-offset: 3px; }
    svg { inline-size: 28px; block-size: 28px; margin: 14px; fill: none; stroke: currentcolor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
    .frame { position: absolute; inset-block-end: 72px; ${side}: 0; inline-size: min(400px, calc(100vw - 40px)); block-size: min(680px, calc(100dvh - 120px)); border-radius: 14px; overflow: hidden; box-shadow: 0 12px 48px rgb(30 24 18 / .24); background: #faf7f2; }
    .frame[hidden] { display: none; }
    iframe { inline-size: 100%; block-size: 100%; border: 0; display: block; }
    @media (max-width: 480px) { .frame { position: fixed; inset: 0 0 92px; inline-size: auto; block-size: auto; border-radius: 0; } }
    @media (prefers-reduced-motion: no-preference) { button { transition: transform .15s ease; } button:hover { transform: translateY(-1px); } }
  `;
}

if (document.body === null) addEventListener('DOMContentLoaded', mount);
else mount();
