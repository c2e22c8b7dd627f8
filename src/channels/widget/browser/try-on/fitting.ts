import { useEffect, useRef, useState } from 'preact/hooks';
import type { Garment } from '../../../../domain/garment.js';
import { type Body, bodyOf, type Face } from './body.js';
import { type CutOut, loadCutOut } from './cut-out.js';
import { placeInMiddle, placeOnBody } from './place-garment.js';
import { pose } from './pose/pose-loader.js';
import type { Quad } from './quad.js';
import { dropPixels, readPhoto } from './read-photo.js';
import { showsWearer } from './shows-wearer.js';

/** Why there is no preview of a photo: it cannot be read, shows nobody, or the pose network could not be had. */
export type Refusal = 'unreadable' | 'nobody' | 'no-pose';

/** A garment to lay; `none`: not to be had alone, `worn`: to be had only on somebody else, `away`: not reached. */
export type LoadedCutOut = CutOut | 'none' | 'worn' | 'away';

export interface Fitting {
  readonly step: 'choosing' | 'looking' | 'refused' | 'shown';
  readonly refusal: Refusal | undefined;
  readonly photo: HTMLCanvasElement | undefined;
  readonly garment: Garment;
  /** Undefined while it is on its way. */
  readonly cutOut: LoadedCutOut | undefined;
  readonly quad: Quad | undefined;
  readonly face: Face | undefined;
  readonly byHand: boolean;
  take(photo: Blob): void;
  placeByHand(): void;
  change(garment: Garment): void;
  move(quad: Quad): void;
  reset(): void;
  /** Tries again to get what could not be had. */
  retry(): void;
  /** Forgets the photo and asks for another. */
  startOver(): void;
}

/** One fitting: a photo, the person in it, a garment, and where that lies. All of it stays in this page's memory. */
export function useFitting(
  first: Garment,
  home: string,
  onStep: (step: 'shown' | 'refused', garment: Garment) => void,
): Fitting {
  const [step, setStep] = useState<Fitting['step']>('choosing');
  const [refusal, setRefusal] = useState<Refusal>();
  const [photo, setPhoto] = useState<HTMLCanvasElement>();
  const [body, setBody] = useState<Body>();
  const [garment, setGarment] = useState(first);
  const [cutOut, setCutOut] = useState<LoadedCutOut>();
  const [quad, setQuad] = useState<Quad>();
  const [attempt, setAttempt] = useState(0);
  const kept = useRef<HTMLCanvasElement | undefined>(undefined);
  // Counts what was begun, so that an answer to an earlier photo is not taken for one to this.
  const turn = useRef(0);

  useEffect(() => {
    let left = false;
    setCutOut(undefined);
    setQuad(undefined);
    void unworn(garment, home).then((loaded) => {
      if (!left) setCutOut(loaded);
    });
    return () => {
      left = true;
    };
  }, [garment, home, attempt]);

  useEffect(() => {
    // The network is fetched while the shopper looks for a photo.
    pose(home).catch(() => undefined);
    return () => {
      turn.current++;
      dropPixels(kept.current);
    };
  }, [home]);

  useEffect(() => {
    if (step !== 'shown' || photo === undefined || typeof cutOut !== 'object') return;
    setQuad(placed(photo, body, cutOut));
    onStep('shown', garment);
  }, [step, photo, body, cutOut]);

  const refuse = (why: Refusal) => {
    setRefusal(why);
    setStep('refused');
    onStep('refused', garment);
  };
  const keep = (canvas: HTMLCanvasElement | undefined) => {
    if (kept.current !== canvas) dropPixels(kept.current);
    kept.current = canvas;
    setPhoto(canvas);
    setBody(undefined);
    setQuad(undefined);
  };
  const look = async (canvas: HTMLCanvasElement, mine: number) => {
    setStep('looking');
    try {
      const find = await pose(home);
      // The words "looking" are to be on the screen before the network takes the processor for a moment.
      await painted();
      if (turn.current !== mine) return;
      const found = bodyOf(await find(canvas));
      if (turn.current !== mine) return;
      if (found === undefined) return refuse('nobody');
      setBody(found);
      setStep('shown');
    } catch {
      if (turn.current === mine) refuse('no-pose');
    }
  };
  return {
    step,
    refusal,
    photo,
    garment,
    cutOut,
    quad,
    face: body?.face,
    byHand: step === 'shown' && body === undefined,
    take(chosen) {
      const mine = ++turn.current;
      keep(undefined);
      setStep('looking');
      void readPhoto(chosen).then((canvas) => {
        if (turn.current !== mine) return dropPixels(canvas);
        if (canvas === undefined) return refuse('unreadable');
        keep(canvas);
        void look(canvas, mine);
      });
    },
    placeByHand: () => setStep('shown'),
    change: setGarment,
    move: setQuad,
    reset() {
      if (photo !== undefined && typeof cutOut === 'object') setQuad(placed(photo, body, cutOut));
    },
    retry() {
      if (cutOut === 'away') setAttempt(attempt + 1);
      if (step === 'refused' && photo !== undefined) void look(photo, ++turn.current);
    },
    startOver() {
      turn.current++;
      keep(undefined);
      setStep('choosing');
    },
  };
}

/** A garment's cut-out, looked at by the pose network where that can be had: shop photos often show a model. */
async function unworn(garment: Garment, home: string): Promise<LoadedCutOut> {
  const cutOut = await loadCutOut(garment, home);
  if (typeof cutOut === 'string') return cutOut;
  const find = await pose(home).catch(() => undefined);
  if (find === undefined) return cutOut;
  await painted();
  const worn = wearers.get(garment.id) ?? (await showsWearer(cutOut, find));
  wearers.set(garment.id, worn);
  return worn ? 'worn' : cutOut;
}

/** What was seen of garments on this page, by id: a look costs a second. */
const wearers = new Map<string, boolean>();

function placed(photo: HTMLCanvasElement, body: Body | undefined, cutOut: CutOut): Quad {
  return body === undefined ? placeInMiddle(photo, cutOut) : placeOnBody(body, cutOut);
}

function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}
