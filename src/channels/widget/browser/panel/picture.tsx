import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePanel } from './context.js';
import { Icon } from './icons.js';

/** A picture from the shop's feed; a hanger in its place where it cannot be had. */
export function Picture({ address, alt }: { readonly address: string | undefined; readonly alt: string }): JSX.Element {
  const [missing, setMissing] = useState(address === undefined);
  const [arrived, setArrived] = useState(false);
  if (missing) {
    return (
      <span class="no-picture">
        <Icon name="hanger" />
      </span>
    );
  }
  return (
    <img
      src={address}
      alt={alt}
      class={arrived ? '' : 'awaited'}
      loading="lazy"
      decoding="async"
      draggable={false}
      onLoad={() => setArrived(true)}
      onError={() => setMissing(true)}
    />
  );
}

/** The shopper's own photo; a sign for it where this browser cannot read the format, as with HEIC. */
export function OwnPhoto({ address }: { readonly address: string }): JSX.Element {
  const { words } = usePanel();
  const [unread, setUnread] = useState(false);
  const name = words.say('ui.panel.your-photo');
  if (unread) {
    return (
      <span class="photo unread" role="img" aria-label={name}>
        <Icon name="photo" />
      </span>
    );
  }
  return <img class="photo" src={address} alt={name} onError={() => setUnread(true)} />;
}
