import { attentionBar } from './attention-bar.js';
import { enterConversation, keep, leaveConversation } from './conversation-token.js';
import { element } from './element.js';
import { cardHostConfig, styleOptions } from './look.js';
import { chosenLocale, type PageLocale, readPageSettings, rememberLocale } from './page-settings.js';
import { showAttachedPhoto } from './photo-attached.js';
import { takePhotosFromPage } from './photo-drop.js';

/** Direct Line's states, as its client numbers them. */
const CONNECTING = 1;
const ONLINE = 2;
const FAILED = 4;

const settings = readPageSettings(document);
const talk = document.getElementById('talk') as HTMLElement;
let locale: PageLocale = chosenLocale(settings, localStorage, new URL(location.href));
let line: DirectLineLike | undefined;
let store: WebChatStore | undefined;
/** True once the shopper said something: then a change of language keeps the talk. */
let talking = false;

const text = (id: string) => settings.texts[locale][id] ?? '';

async function begin(): Promise<void> {
  const entry = await enterConversation(sessionStorage);
  talking = false;
  const opened = window.WebChat.createDirectLine({
    ...entry,
    domain: new URL('/v3/directline', location.href).href,
    conversationStartProperties: { locale },
  });
  line = opened;
  opened.connectionStatus$.subscribe((status) => {
    showNotice(status === FAILED || (status === CONNECTING && talking) ? text('ui.offline') : '');
    if (status === ONLINE && opened.conversationId !== undefined && opened.token !== undefined) {
      keep({ token: opened.token, conversationId: opened.conversationId }, sessionStorage);
    }
  });
  store = window.WebChat.createStore({}, () => (next) => (action) => {
    if (action.type === 'WEB_CHAT/SEND_MESSAGE' || action.type === 'DIRECT_LINE/POST_ACTIVITY') talking = true;
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') tellHost(action.payload);
    return next(action);
  });
  showAttachedPhoto(document, store);
  render();
}

function render(): void {
  if (line === undefined || store === undefined) return;
  talk.removeAttribute('aria-busy');
  window.WebChat.renderWebChat(
    {
      directLine: line,
      store,
      locale: locale === 'en' ? 'en-US' : 'zh-CN',
      nonce: document.body.dataset.nonce,
      styleOptions: styleOptions(settings.embedded),
      adaptiveCardsHostConfig: cardHostConfig(),
      overrideLocalizedStrings: {
        ACTIVITY_BOT_SAID_ALT: text('ui.said'),
        TEXT_INPUT_PLACEHOLDER: text('ui.input'),
        TEXT_INPUT_UPLOAD_BUTTON_ALT: text('ui.send-photo'),
      },
      activityMiddleware: dressAnswers,
    },
    talk,
  );
}

/** Sets the greeting as a title, and adds to each answer the line that shows what its ranking rests on. */
const dressAnswers: ActivityMiddleware = () => (next) => (card) => {
  const rendered = next(card);
  const reply = card.activity.channelData?.yida;
  if (rendered === false || reply === undefined) return rendered;
  if (reply.understood === null) {
    return (...args) => element('div', { className: 'yida-greeting' }, rendered(...args));
  }
  if (reply.attention == null) return (...args) => element('div', { className: 'yida-answer' }, rendered(...args));
  const of = reply.locale === 'en' ? 'en' : 'zh-CN';
  const bar = attentionBar(reply.attention, settings.texts[of], of);
  if (bar === undefined) return rendered;
  return (...args) => element('div', { className: 'yida-answer' }, rendered(...args), bar);
};

function dressPage(): void {
  const other: PageLocale = locale === 'en' ? 'zh-CN' : 'en';
  document.documentElement.lang = locale;
  document.title = text('ui.title');
  write('name', text('ui.name'));
  write('tagline', text('ui.tagline'));
  write('privacy', text('ui.photo-privacy'));
  write('new-talk', text('ui.new-talk'));
  write('attached-words', text('ui.attached'));
  write('detach', text('ui.detach'));
  const language = write('language', settings.texts[other]['ui.language-name'] ?? other);
  language?.setAttribute('lang', other);
  language?.setAttribute('aria-label', text('ui.switch-language'));
}

function write(id: string, words: string): HTMLElement | null {
  const found = document.getElementById(id);
  if (found !== null) found.textContent = words;
  return found;
}

function showNotice(words: string): void {
  const notice = write('notice', words);
  if (notice !== null) notice.hidden = words === '';
}

/** A shop's page hears that there is an answer, not what it says. */
function tellHost(payload: unknown): void {
  const { activity } = (payload ?? {}) as { activity?: WebChatActivity };
  if (settings.embedded && activity?.type === 'message' && activity.from?.role === 'bot') {
    parent.postMessage({ source: 'yida', event: 'answer' }, '*');
  }
}

async function restart(): Promise<void> {
  leaveConversation(sessionStorage);
  line?.end();
  line = undefined;
  await begin();
}

function whenAway(): void {
  showNotice(text('ui.offline'));
  setTimeout(() => void begin().then(() => showNotice(''), whenAway), 3000);
}

document.getElementById('language')?.addEventListener('click', () => {
  locale = locale === 'en' ? 'zh-CN' : 'en';
  rememberLocale(locale, localStorage);
  dressPage();
  // Nothing said yet: greet again, in the language just chosen.
  if (talking) render();
  else void restart().catch(whenAway);
});
document.getElementById('new-talk')?.addEventListener('click', () => void restart().catch(whenAway));

dressPage();
takePhotosFromPage(document, () => store);
void begin().catch(whenAway);
