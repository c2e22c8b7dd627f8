import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Garment } from '../../../../domain/garment.js';
import type { Outgoing } from '../line/activity.js';
import type { Opinion } from './opinions.js';
import type { Words } from './words.js';

/** What every part of the panel may use. */
export interface PanelContext {
  readonly words: Words;
  /** The service's own origin, wherever the panel stands. */
  readonly home: string;
  /** The level of a card's title: one below the panel's own. */
  readonly heading: 'h2' | 'h3';
  readonly opinions: ReadonlyMap<string, Opinion>;
  say(letter: Outgoing): void;
  /** Tells the shop's page; false where it took the matter into its own hands. */
  tell(event: string, detail: object, cancelable?: boolean): boolean;
  /** Opens the try-on with a garment. */
  tryOn(garment: Garment): void;
  /** A shopper opens a garment's page; false where the shop's page goes there by itself. */
  opens(garment: Garment): boolean;
}

const Context = createContext<PanelContext | undefined>(undefined);
export const PanelProvider = Context.Provider;

export function usePanel(): PanelContext {
  const panel = useContext(Context);
  if (panel === undefined) throw new Error('outside the panel');
  return panel;
}
