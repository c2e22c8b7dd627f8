import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './icons.js';

/** A picture from the shop's feed; a hanger in its place where it cannot be had. */
export function Picture({ address, alt }: { readonly address: string | undefined; readonly alt: string }): JSX.Element {
  const [missing, setMissing] = useState(address === undefined);
  if (missing) {
    return (
      <span class="no-picture">
        <Icon name="hanger" />
      </span>
    );
  }
  return (
    <img src={address} alt={alt} loading="lazy" decoding="async" draggable={false} onError={() => setMissing(true)} />
  );
}
