import type { Cloth } from './cloth.js';
import { mix } from './colour.js';
import { round } from './path.js';

/**
 * A crease: sharp along the line from `from` to `to`, soft towards its bulge. `bend` curves the line,
 * `width` (signed: which side) is how far the soft side reaches; `weight` 0 to 1.
 */
export interface Fold {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly bend?: number;
  readonly width: number;
  readonly weight?: number;
  /** A ridge catches light instead of losing it. */
  readonly ridge?: boolean;
}

/** Shared by every drawing: the fall of light from the top left, and the gradients folds are made of. */
export const SHADE_DEFS =
  '<linearGradient id="lit" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".3"/>' +
  '<stop offset=".42" stop-color="#fff" stop-opacity="0"/><stop offset=".58" stop-color="#2a1a26" stop-opacity="0"/>' +
  '<stop offset="1" stop-color="#2a1a26" stop-opacity=".24"/></linearGradient>' +
  '<linearGradient id="fr"><stop offset="0" stop-color="#1d1420"/><stop offset="1" stop-color="#1d1420" stop-opacity="0"/></linearGradient>' +
  '<linearGradient id="fl" x1="1" x2="0"><stop offset="0" stop-color="#1d1420"/><stop offset="1" stop-color="#1d1420" stop-opacity="0"/></linearGradient>' +
  '<linearGradient id="hr"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset=".45" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>';

/**
 * The fold as a leaf in its own axes, so that a bounding-box gradient runs across it whatever its direction.
 */
export function foldMark(fold: Fold, cloth: Cloth): string {
  const [x1, y1] = fold.from;
  const [dx, dy] = [fold.to[0] - x1, fold.to[1] - y1];
  const length = Math.hypot(dx, dy);
  if (length < 1) return '';
  // The leaf is drawn down the local y axis; rotating local +y onto the fold's direction.
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI - 90;
  const bend = (fold.bend ?? 0) * 2;
  const reach = bend + fold.width * 2;
  const shape = `M0 0Q${round(bend)} ${round(length * 0.5)} 0 ${round(length)}Q${round(reach)} ${round(length * 0.45)} 0 0Z`;
  const weight = (fold.weight ?? 1) * (0.35 + cloth.hand.folds);
  const strength = fold.ridge ? weight * (cloth.lit * 0.9 + cloth.hand.gloss * 0.35) : weight * cloth.shaded;
  const fill = fold.ridge ? 'hr' : fold.width > 0 ? 'fr' : 'fl';
  return `<path transform="translate(${round(x1)} ${round(y1)})rotate(${round(angle)})" d="${shape}" fill="url(#${fill})" fill-opacity="${Math.min(0.85, Math.round(strength * 100) / 100)}"/>`;
}

/** A ground with the same light in it as the `lit` overlay gives: one fill instead of two. */
export function litGround(id: string, cloth: Cloth): string {
  const [ground] = cloth.colours;
  const weight = 0.5 + cloth.hand.gloss * 0.5;
  return (
    `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${mix(ground, '#ffffff', 0.3 * weight)}"/>` +
    `<stop offset=".42" stop-color="${ground}"/><stop offset=".58" stop-color="${ground}"/>` +
    `<stop offset="1" stop-color="${mix(ground, '#2a1a26', 0.24 * weight)}"/></linearGradient>`
  );
}

/** A second colour that rises from the hem and fades towards the top. */
export function dipDye(id: string, cloth: Cloth): string {
  const to = cloth.colours[1] ?? mix(cloth.colours[0], '#ffffff', 0.7);
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset=".22" stop-color="${to}" stop-opacity="0"/><stop offset=".95" stop-color="${to}" stop-opacity=".96"/></linearGradient>`;
}
