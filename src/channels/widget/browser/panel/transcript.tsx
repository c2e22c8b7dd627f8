import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { garmentPlace } from '../../../rendering/garment-place.js';
import type { ReplyView } from '../../../rendering/reply-view.js';
import { AnswerText } from './answer-text.js';
import { AttentionLine } from './attention-line.js';
import { Carousel } from './carousel.js';
import { usePanel } from './context.js';
import { calm } from './device.js';
import { GarmentCard } from './garment-card.js';
import { OutfitCard } from './outfit-card.js';
import { OwnPhoto } from './picture.js';
import { type Answered, type Entry, GONE, type Said, type TalkState } from './talk.js';

/** Most cards of one answer: more are not swiped through. */
const SHOWN = 10;

export interface TranscriptProps {
  readonly talk: TalkState;
  /** The shop's own words of welcome, in place of ours. */
  readonly greeting: string | undefined;
  readonly onResend: (said: Said) => void;
}

/** What was said, from the first word to the last, with what may be said next below it. */
export function Transcript({ talk, greeting, onResend }: TranscriptProps): JSX.Element {
  const { words } = usePanel();
  const scroller = useRef<HTMLDivElement>(null);
  useFollow(scroller, talk);
  const last = talk.entries.at(-1);
  return (
    <div class="transcript" ref={scroller} role="log" aria-live="off" aria-label={words.say('ui.panel.talk')}>
      {talk.entries.map((entry) =>
        entry.kind === 'said' ? (
          <Message key={entry.id} said={entry} lost={talk.status === 'lost'} onResend={onResend} />
        ) : (
          <Answer
            key={entry.id}
            answered={entry}
            alone={talk.entries.length === 1}
            greeting={isGreeting(entry) ? greeting : undefined}
          />
        ),
      )}
      {talk.entries.length > 0 ? null : <p class="opening">{words.say('ui.loading')}</p>}
      {talk.awaiting && talk.status === 'online' ? <Thinking /> : null}
      {last?.kind === 'answered' ? <Suggestions reply={last.reply} /> : null}
      {talk.entries.length === 1 && last?.kind === 'answered' ? <div class="rail" aria-hidden="true" /> : null}
    </div>
  );
}

/** The words of the latest answer, said to a screen reader as they come; cards are found below them. */
export function Announcer({ talk }: { readonly talk: TalkState }): JSX.Element {
  const { words } = usePanel();
  const last = talk.entries.at(-1);
  const heard = last?.kind === 'answered' && last.live ? `${words.say('ui.said')} ${last.reply.text}` : '';
  return (
    <p class="quiet" role="status" aria-live="polite">
      {heard}
    </p>
  );
}

function Message({
  said,
  lost,
  onResend,
}: {
  readonly said: Said;
  readonly lost: boolean;
  readonly onResend: (said: Said) => void;
}): JSX.Element {
  const { words } = usePanel();
  return (
    <div class={`said ${said.letter.action === undefined || said.letter.action.verb === 'say' ? '' : 'pressed'}`}>
      <span class="quiet">{words.say('ui.panel.you')}</span>
      {said.photo === undefined ? null : said.photo === GONE ? (
        <p class="photo-gone">{words.say('ui.panel.photo-gone')}</p>
      ) : (
        <OwnPhoto address={said.photo} />
      )}
      {said.text === '' ? null : <p>{said.text}</p>}
      {said.state === 'waiting' && lost ? <p class="waiting">{words.say('ui.panel.waiting')}</p> : null}
      {said.state === 'failed' ? (
        <p class="unsent" role="alert">
          {words.say('ui.panel.unsent')}{' '}
          <button type="button" onClick={() => onResend(said)}>
            {words.say('ui.panel.resend')}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function Answer({
  answered,
  alone,
  greeting,
}: {
  readonly answered: Answered;
  /** Nothing else was said yet: the greeting is the title of an empty page. */
  readonly alone: boolean;
  readonly greeting: string | undefined;
}): JSX.Element {
  const { words } = usePanel();
  const { reply } = answered;
  const items = reply.items.slice(0, SHOWN);
  const outfits = reply.outfits.slice(0, SHOWN);
  return (
    <div class={`answer ${isGreeting(answered) ? 'greeting' : ''} ${alone ? 'alone' : ''}`} lang={reply.locale}>
      <span class="quiet">{words.say('ui.said')}</span>
      <AnswerText text={greeting ?? reply.text} garments={reply.items.length} />
      {outfits.length === 0 ? null : (
        <Carousel label={words.say('ui.panel.outfits', { count: outfits.length })}>
          {outfits.map((outfit, index) => (
            <OutfitCard key={outfit.garments.map(({ id }) => id).join()} outfit={outfit} position={index + 1} />
          ))}
        </Carousel>
      )}
      {items.length === 0 ? null : (
        <Carousel label={words.say('ui.panel.garments', { count: items.length })}>
          {items.map((item, index) => (
            <GarmentCard key={item.garment.id} item={item} position={garmentPlace(item, index, reply)} />
          ))}
        </Carousel>
      )}
      {reply.attention === null ? null : <AttentionLine shares={reply.attention} />}
    </div>
  );
}

function Suggestions({ reply }: { readonly reply: ReplyView }): JSX.Element | null {
  const { words, say } = usePanel();
  if (reply.suggestions.length === 0) return null;
  return (
    <ul class="suggestions" aria-label={words.say('ui.panel.suggestions')} lang={reply.locale}>
      {reply.suggestions.map(({ title, action }) => (
        <li key={title}>
          <button
            type="button"
            onClick={() => say(action.verb === 'say' ? { text: action.text ?? title } : { text: title, action })}
          >
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Thinking(): JSX.Element {
  const { words } = usePanel();
  return (
    <p class="thinking">
      <i />
      <i />
      <i />
      <span class="quiet">{words.say('ui.panel.thinking')}</span>
    </p>
  );
}

/** The first words of a talk, which answer nothing. */
function isGreeting(entry: Entry): boolean {
  return entry.kind === 'answered' && entry.answers === undefined && entry.reply.understood === null;
}

/** Brings the latest question to the top when its answer comes, so that the answer is read from its start. */
function useFollow(scroller: { readonly current: HTMLDivElement | null }, talk: TalkState): void {
  const reached = useRef('');
  const place = `${talk.entries.length} ${talk.awaiting && talk.status === 'online'}`;
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null || reached.current === place) return;
    const opening = reached.current === '' || reached.current.startsWith('0');
    reached.current = place;
    const asked = [...box.querySelectorAll<HTMLElement>('.said')].at(-1);
    if (asked === undefined) return;
    box.scrollTo({ top: asked.offsetTop - 16, behavior: opening || calm() ? 'auto' : 'smooth' });
  });
}
