import { deviceShelf, dropTalk } from './line/kept-talk.js';
import { choosePhoto, listenToPage } from './loader/host-page.js';
import { createLauncher, type Launcher } from './loader/launcher.js';
import type { PanelSettings } from './loader/panel-settings.js';
import { readSettings, type TagSettings } from './loader/read-settings.js';
import type { YidaApi } from './loader/yida-api.js';
import type { MountedPanel, mountPanel } from './panel/mount-panel.js';

/** File name of the panel's script, put in by the build. */
declare const PANEL_FILE: string;

const script = document.currentScript as HTMLScriptElement | null;

/**
 * `<script src="https://…/widget.js" data-locale="zh-CN" defer></script>`: a button at the corner of a shop's
 * page that opens the talk (or, with `data-into`, the talk in an element of the page). Everything lives in a
 * shadow root, so neither side's styles reach the other. Nothing more is loaded before it is opened.
 */
function start(): void {
  const settings = readSettings(script, document);
  const place = settings.into === undefined ? null : document.querySelector<HTMLElement>(settings.into);
  const widget = place === null ? atCorner(settings) : inPlace(settings, place);
  listenToPage(document, widget);
  (window as unknown as { yida: YidaApi }).yida = widget;
  tellFrom(document.documentElement)('ready', {});
}

function atCorner(settings: TagSettings): YidaApi {
  let panel: Promise<MountedPanel> | undefined;
  let open = false;
  let { userToken } = settings;
  // On a garment's page the first press asks what goes with it; after that the talk is simply opened.
  let asksFor = settings.garment;
  const launcher: Launcher = createLauncher(settings, () => {
    const garment = asksFor;
    asksFor = undefined;
    if (garment === undefined) setOpen(true);
    else matches(garment);
  });
  const tell = tellFrom(launcher.root.host);
  const setOpen = (wished: boolean) => {
    if (open === wished) return;
    open = wished;
    launcher.setOpen(open);
    coverSmallScreen(open);
    tell(open ? 'open' : 'close', {});
    if (!open) launcher.focus();
    else
      opened().then(
        (mounted) => mounted.focus(),
        // Nothing came: the button is there to try again.
        () => {
          panel = undefined;
          setOpen(false);
        },
      );
  };
  const opened = (): Promise<MountedPanel> => {
    panel ??= loadPanel({ ...settings, userToken }, launcher.root, {
      form: 'dialog',
      tell,
      onClose: () => setOpen(false),
      onLocale: launcher.setLocale,
    });
    return panel;
  };
  const within = (work: (mounted: MountedPanel) => void) => {
    setOpen(true);
    opened().then(work, () => undefined);
  };
  const matches = (garmentId: string) => within((mounted) => mounted.showMatches(garmentId));
  return {
    open: () => setOpen(true),
    close: () => setOpen(false),
    showMatches: matches,
    searchByPhoto(photo) {
      if (photo === undefined) choosePhoto(document, (chosen) => within((mounted) => mounted.searchByPhoto(chosen)));
      else within((mounted) => mounted.searchByPhoto(photo));
    },
    say: (text) => within((mounted) => mounted.say(text)),
    setUserToken(token) {
      userToken = token;
      panel?.then(
        (mounted) => mounted.setUserToken(token),
        () => undefined,
      );
    },
    forget() {
      if (panel === undefined) dropTalk(deviceShelf());
      else
        panel.then(
          (mounted) => mounted.forget(),
          () => undefined,
        );
    },
  };
}

function inPlace(settings: TagSettings, place: HTMLElement): YidaApi {
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
  const mounting = loadPanel(settings, root, {
    form: 'page',
    tell: tellFrom(place),
    onClose: undefined,
    onLocale: undefined,
  });
  const within = (work: (mounted: MountedPanel) => void) => void mounting.then(work, () => undefined);
  within((mounted) => mounted.focus());
  return {
    open: () => place.scrollIntoView(),
    close: () => undefined,
    showMatches: (garmentId) => within((mounted) => mounted.showMatches(garmentId)),
    searchByPhoto(photo) {
      if (photo === undefined) choosePhoto(document, (chosen) => within((mounted) => mounted.searchByPhoto(chosen)));
      else within((mounted) => mounted.searchByPhoto(photo));
    },
    say: (text) => within((mounted) => mounted.say(text)),
    setUserToken: (token) => within((mounted) => mounted.setUserToken(token)),
    forget: () => within((mounted) => mounted.forget()),
  };
}

async function loadPanel(
  settings: TagSettings,
  root: ShadowRoot,
  form: Pick<PanelSettings, 'form' | 'tell' | 'onClose' | 'onLocale'>,
): Promise<MountedPanel> {
  const panel = (await import(`${settings.home}/widget/${PANEL_FILE}`)) as { mountPanel: typeof mountPanel };
  return panel.mountPanel(root, { ...settings, ...form });
}

/** Dispatches `yida:<event>` from an element; it bubbles to the document. */
function tellFrom(element: Element): PanelSettings['tell'] {
  return (event, detail, cancelable = false) =>
    element.dispatchEvent(new CustomEvent(`yida:${event}`, { detail, cancelable, bubbles: true, composed: true }));
}

/** On a phone the talk covers the page, which then must not scroll behind it. */
function coverSmallScreen(open: boolean): void {
  const covers = open && matchMedia('(max-width: 520px)').matches;
  document.documentElement.style.setProperty('overflow', covers ? 'hidden' : '');
}

if (document.body === null) addEventListener('DOMContentLoaded', start);
else start();
