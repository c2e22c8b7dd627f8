import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { moneyText } from '../../../rendering/money-text.js';
import type { OutfitView } from '../../../rendering/reply-view.js';
import { usePanel } from './context.js';
import { GarmentLink } from './garment-card.js';
import { Picture } from './picture.js';

/** An outfit: its board, each piece with its price, what all of it costs, and why it goes together. */
export function OutfitCard({
  outfit,
  position,
}: {
  readonly outfit: OutfitView;
  readonly position: number;
}): JSX.Element {
  const { words, heading: Heading } = usePanel();
  const title = words.say('card.outfit.title', { position });
  const titleId = useId();
  const pieces = outfit.garments.map((garment) => ({ garment, facts: words.facts(garment) }));
  return (
    <li class="card outfit" aria-labelledby={titleId}>
      <div class="board">
        {outfit.board === undefined ? (
          pieces
            .slice(0, 4)
            .map(({ garment, facts }) => <Picture key={garment.id} address={garment.images[0]} alt={facts.title} />)
        ) : (
          <Picture address={outfit.board} alt={`${title}: ${words.list(pieces.map(({ facts }) => facts.title))}`} />
        )}
      </div>
      <div class="told">
        <div class="outfit-head">
          <Heading id={titleId} class="title">
            {title}
          </Heading>
          <strong>{words.say('card.outfit.total', { total: moneyText(outfit.total, words.locale) })}</strong>
        </div>
        <ul class="pieces">
          {pieces.map(({ garment, facts }) => (
            <li key={garment.id}>
              <GarmentLink garment={garment}>{facts.title}</GarmentLink>
              <span>{facts.price}</span>
            </li>
          ))}
        </ul>
        {outfit.reasons.length === 0 ? null : (
          <div class="why">
            <ul>
              {outfit.reasons.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </li>
  );
}
