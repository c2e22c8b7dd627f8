import type { JSX } from 'preact';
import { usePanel } from './context.js';

/** Up to white space or what ends a sentence in either script; a full stop inside belongs to the address. */
const ADDRESS = /(https?:\/\/[^\s，。；！？、）」”"<>]+)/;

/**
 * Words with the service's own addresses in them as links: that of one's data, with its token, is half a screen of
 * letters. Any other stays text, since a feed may write anything.
 */
export function LinkedText({ text }: { readonly text: string }): JSX.Element {
  const { words, home } = usePanel();
  return (
    <>
      {text.split(ADDRESS).map((part, index) =>
        index % 2 === 1 && part.startsWith(`${home}/`) ? (
          <a key={`${index}${part}`} class="inline" href={part} target="_blank" rel="noopener noreferrer">
            {words.say('ui.panel.open-link')}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
