import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Garment } from '../../../../domain/garment.js';
import { joinReasons } from '../../../rendering/join-reasons.js';
import type { ItemView } from '../../../rendering/reply-view.js';
import { CARD_ACTIONS } from './card-actions.js';
import { usePanel } from './context.js';
import { IconButton } from './icons.js';
import { Picture } from './picture.js';

/** Reasons that a card shows before it is asked for all. */
const REASONS_SHOWN = 2;

/** A garment: its picture, what the row states, why it is here, and what can be done with it. */
export function GarmentCard({
  item,
  position,
}: {
  readonly item: ItemView;
  /** The number it is asked for by; undefined where that is not known. */
  readonly position: number | undefined;
}): JSX.Element {
  const { words, heading: Heading } = usePanel();
  const { garment, match } = item;
  const facts = words.facts(garment);
  const titleId = useId();
  return (
    <li class={`card ${facts.soldOut ? 'sold-out' : ''}`} aria-labelledby={titleId}>
      <div class="picture">
        <GarmentLink garment={garment} quiet>
          <Picture address={garment.images[0]} alt="" />
        </GarmentLink>
        {position === undefined ? null : (
          <span class="position" aria-hidden="true">
            {position}
          </span>
        )}
        <Opinions garment={garment} title={facts.title} />
      </div>
      <div class="told">
        {facts.brand === undefined ? null : <p class="brand">{facts.brand}</p>}
        <Heading id={titleId} class="title">
          <GarmentLink garment={garment}>{facts.title}</GarmentLink>
        </Heading>
        <p class="price">
          <strong class={facts.was === undefined ? '' : 'reduced'}>{facts.price}</strong>
          {facts.was === undefined ? null : <s>{facts.was}</s>}
        </p>
        {facts.sizes === undefined ? null : <p class="sizes">{facts.sizes}</p>}
        {match === 'exact' ? null : <p class="match">{words.say(`card.match.${match}`)}</p>}
        <Why item={item} title={facts.title} />
      </div>
      <div class="actions">
        {CARD_ACTIONS.filter(({ fits }) => fits(garment)).map((action) => (
          <CardButton key={action.id} action={action} garment={garment} title={facts.title} />
        ))}
      </div>
    </li>
  );
}

function CardButton(props: {
  readonly action: (typeof CARD_ACTIONS)[number];
  readonly garment: Garment;
  readonly title: string;
}): JSX.Element {
  const panel = usePanel();
  const label = panel.words.say(props.action.label);
  return (
    <button
      type="button"
      aria-label={`${label}: ${props.title}`}
      onClick={() => props.action.run(props.garment, panel)}
    >
      {label}
    </button>
  );
}

/** The way to a garment's own page; plain text where the shop has none. */
export function GarmentLink({
  garment,
  quiet = false,
  children,
}: {
  readonly garment: Garment;
  readonly quiet?: boolean;
  readonly children: JSX.Element | string;
}): JSX.Element {
  const { opens } = usePanel();
  if (garment.url === null) return <span>{children}</span>;
  return (
    <a
      href={garment.url}
      target="_blank"
      rel="noopener"
      {...(quiet ? { tabIndex: -1, 'aria-hidden': true } : {})}
      onClick={(event) => {
        if (!opens(garment)) event.preventDefault();
      }}
    >
      {children}
    </a>
  );
}

function Opinions({ garment, title }: { readonly garment: Garment; readonly title: string }): JSX.Element {
  const { words, opinions, say, tell } = usePanel();
  const opinion = opinions.get(garment.id);
  const give = (verb: 'like' | 'dislike') => {
    tell(verb, { garmentId: garment.id });
    if (opinion === verb) return;
    say({ text: words.say(`ui.panel.says-${verb}`, { title }), action: { verb, garmentId: garment.id } });
  };
  return (
    <div class="opinions">
      <IconButton
        icon="heart"
        class="like"
        label={`${words.say('ui.panel.like')}: ${title}`}
        pressed={opinion === 'like'}
        onClick={() => give('like')}
      />
      <IconButton
        icon="dislike"
        class="dislike"
        label={`${words.say('ui.panel.dislike')}: ${title}`}
        pressed={opinion === 'dislike'}
        onClick={() => give('dislike')}
      />
    </div>
  );
}

/** The first reasons in a line, and all of them when asked. */
function Why({ item, title }: { readonly item: ItemView; readonly title: string }): JSX.Element | null {
  const { words } = usePanel();
  const [open, setOpen] = useState(false);
  const id = useId();
  const reasons = item.reasons.map(({ text }) => text);
  if (reasons.length === 0) return null;
  return (
    <div class="why">
      {open ? (
        <ul id={id}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : (
        <p id={id}>{joinReasons(reasons.slice(0, REASONS_SHOWN), words.locale)}</p>
      )}
      {reasons.length > REASONS_SHOWN ? (
        <button
          type="button"
          class="why-button"
          aria-expanded={open}
          aria-controls={id}
          aria-label={`${words.say(open ? 'ui.panel.why-less' : 'ui.panel.why')}: ${title}`}
          onClick={() => setOpen(!open)}
        >
          {words.say(open ? 'ui.panel.why-less' : 'ui.panel.why')}
        </button>
      ) : null}
    </div>
  );
}
