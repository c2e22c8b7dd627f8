import { useRef, useState } from 'preact/hooks';
import { readyToSend } from './photo.js';

/** The photo that waits to be sent. */
export interface ChosenPhoto {
  /** Made ready; undefined while that is under way too. */
  readonly photo: Blob | undefined;
  /** Takes another in its place; undefined puts it away. */
  take(photo: Blob | undefined): void;
  /** The photo once it is ready; who is quick with words does not lose it. */
  whenReady(): Promise<Blob | undefined>;
}

/** `onNoPicture` hears of a file that calls itself a picture and is none. */
export function useChosenPhoto(onNoPicture: () => void): ChosenPhoto {
  const [photo, setPhoto] = useState<Blob>();
  const latest = useRef<Promise<Blob | undefined>>(Promise.resolve(undefined));
  return {
    photo,
    take(taken) {
      const making = taken === undefined ? Promise.resolve(undefined) : readyToSend(taken);
      latest.current = making;
      if (taken === undefined) setPhoto(undefined);
      void making.then((ready) => {
        // One chosen or put away meanwhile counts.
        if (latest.current !== making) return;
        setPhoto(ready);
        if (taken !== undefined && ready === undefined) onNoPicture();
      });
    },
    whenReady: () => latest.current,
  };
}
