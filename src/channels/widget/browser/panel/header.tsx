import type { JSX } from 'preact';
import { usePanel } from './context.js';
import { IconButton } from './icons.js';
import { readsAloud } from './voice.js';
import { type PanelLocale, wordsIn } from './words.js';

export interface HeaderProps {
  readonly titleId: string;
  /** `page`: the whole page is ours; `dialog`: a shop's page is behind it. */
  readonly form: 'page' | 'dialog';
  readonly aloud: boolean;
  readonly onAloud: () => void;
  readonly onLocale: (locale: PanelLocale) => void;
  readonly onRestart: () => void;
  readonly onClose: (() => void) | undefined;
}

export function Header(props: HeaderProps): JSX.Element {
  const { words } = usePanel();
  const other: PanelLocale = words.locale === 'en' ? 'zh-CN' : 'en';
  const Title = props.form === 'page' ? 'h1' : 'h2';
  return (
    <div class="header">
      <div class="masthead">
        <Title id={props.titleId}>{words.say('ui.name')}</Title>
        <p class="tagline">{words.say('ui.tagline')}</p>
      </div>
      <div class="tools">
        {readsAloud() ? (
          <IconButton
            icon="speaker"
            label={words.say(props.aloud ? 'ui.panel.read-stop' : 'ui.panel.read-aloud')}
            pressed={props.aloud}
            onClick={props.onAloud}
          />
        ) : null}
        <button
          type="button"
          class="language"
          lang={other}
          aria-label={`${wordsIn(other).say('ui.language-name')} · ${words.say('ui.switch-language')}`}
          title={words.say('ui.switch-language')}
          onClick={() => props.onLocale(other)}
        >
          {wordsIn(other).say('ui.language-name')}
        </button>
        <IconButton icon="restart" label={words.say('ui.new-talk')} onClick={props.onRestart} />
        {props.onClose === undefined ? null : (
          <IconButton icon="down" label={words.say('ui.widget.close')} onClick={props.onClose} />
        )}
      </div>
    </div>
  );
}
