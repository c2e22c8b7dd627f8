import type { Random } from '../random.js';
import { type Box, boundsOf, widened } from './bounds.js';
import type { Cloth } from './cloth.js';
import { dipDye, type Fold, foldMark, litGround, SHADE_DEFS } from './light.js';
import { moved, round } from './path.js';
import { patternTile } from './patterns/pattern-tile.js';
import { textureTile } from './patterns/texture-tile.js';
import type { Tile } from './patterns/tile.js';

export interface PieceOptions {
  readonly cloth?: Cloth;
  /** Degrees by which grain and print lean with the part (a sleeve, a leg). */
  readonly tilt?: number;
  readonly folds?: readonly Fold[];
  /** Extra SVG painted inside the outline: over the print, under folds and edge. */
  readonly inside?: string;
  /** False for parts that lie within another part's outline. */
  readonly casts?: boolean;
  /** Roundness of the body shading; 0 for flat strips. */
  readonly volume?: number;
  readonly edge?: number;
  /** Print left out (bands, soles). */
  readonly printless?: boolean;
}

export interface LineOptions {
  readonly colour?: string;
  readonly width?: number;
  readonly opacity?: number;
  readonly dash?: string;
  readonly cap?: 'round' | 'butt';
}

/** Collects the parts of one drawing, bottom first. */
export class Sketch {
  readonly #defs: string[] = [];
  readonly #layers: string[] = [];
  readonly #silhouette: string[] = [];
  readonly #cords: { path: string; width: number }[] = [];
  readonly #tiles = new Map<string, string>();
  readonly #clothIds = new Map<Cloth, number>();
  #count = 0;
  #offset: readonly [number, number] = [0, 0];

  constructor(
    readonly cloth: Cloth,
    readonly random: Random,
  ) {}

  /** A part of the garment: ground, print, texture, light, folds, edge. */
  piece(path: string, options: PieceOptions = {}): void {
    const cloth = options.cloth ?? this.cloth;
    const { hand } = cloth;
    const volume = options.volume ?? 1;
    const id = this.#define(path);
    const use = `<use href="#${id}"`;
    const parts: string[] = [];
    if (options.casts !== false) this.casts(path);
    if (hand.fluffy) parts.push(this.#fluff(use, cloth));
    const veil = hand.cover < 1 ? ` fill-opacity="${hand.cover}"` : '';
    const print = options.printless ? '' : this.#print(use, cloth, options.tilt ?? 0);
    // Light is part of the ground's own gradient where no print or veil comes between.
    const ownLight = volume >= 0.4 && print === '' && veil === '' && !hand.fluffy;
    parts.push(`${use} fill="${ownLight ? `url(#${this.#litGround(cloth)})` : cloth.colours[0]}"${veil}/>`, print);
    // Trims are too small for a weave to be seen, and a repeat is the dearest thing librsvg paints.
    if (volume >= 0.7 || hand.fluffy) parts.push(this.#tiled(use, cloth, 'texture', options.tilt ?? 0));
    const folds = (options.folds ?? []).map((fold) => foldMark(fold, cloth)).join('');
    const rim = volume >= 0.35 ? this.#rim(use, cloth, volume) : '';
    const inside = `${options.inside ?? ''}${folds}${rim}`;
    if (inside) parts.push(`<g clip-path="url(#c${id})">${inside}</g>`);
    if (inside) this.#defs.push(`<clipPath id="c${id}"><use href="#${id}"/></clipPath>`);
    if (volume >= 0.4 && !ownLight)
      parts.push(`${use} fill="url(#lit)" fill-opacity="${round2(0.5 + hand.gloss * 0.5)}"/>`);
    if (options.edge !== 0) {
      // On dark cloth a part sewn on top is told from it by a paler edge.
      const colour = options.casts === false && cloth.dark ? cloth.seam : cloth.edge;
      parts.push(`${use} fill="none" stroke="${colour}" stroke-width="${options.edge ?? 2.3}"/>`);
    }
    this.#layers.push(parts.join(''));
  }

  /** A seam, a crease, a cord: any drawn line. */
  line(path: string, options: LineOptions = {}): void {
    this.#layers.push(lineMark(path, { colour: this.cloth.seam, ...options }));
  }

  /** A row of stitches. */
  stitch(path: string, colour: string = this.cloth.seam, opacity = 0.9): void {
    this.line(path, { colour, width: 2.2, dash: '7 4.5', opacity, cap: 'butt' });
  }

  /** Soft shade painted over what is there, for a part that lies on top of another. */
  drop(path: string, width = 10): void {
    this.#layers.push(lineMark(path, { colour: '#1d1420', width: width * 0.8, opacity: 0.15 }));
  }

  /** Anything else. */
  raw(svg: string): void {
    this.#layers.push(svg);
  }

  define(svg: string): void {
    this.#defs.push(svg);
  }

  /** A fresh id for something defined by `define`. */
  name(): string {
    this.#count += 1;
    return `n${this.#count}`;
  }

  /** A shape that casts a shadow without being painted by `piece`. */
  casts(path: string): void {
    const [dx, dy] = this.#offset;
    this.#silhouette.push(dx === 0 && dy === 0 ? path : moved(path, dx, dy));
  }

  /** A line that casts a shadow: a strap, a chain, a wire, round which the paper shows. */
  castsAlong(path: string, width: number): void {
    const [dx, dy] = this.#offset;
    this.#cords.push({ path: dx === 0 && dy === 0 ? path : moved(path, dx, dy), width });
  }

  /** Draws something a second time elsewhere: the other shoe of a pair. */
  at(dx: number, dy: number, paint: () => void): void {
    const before = this.#offset;
    this.#offset = [before[0] + dx, before[1] + dy];
    this.#layers.push(`<g transform="translate(${dx} ${dy})">`);
    paint();
    this.#layers.push('</g>');
    this.#offset = before;
  }

  get bounds(): Box {
    const cords = this.#cords.map((cord) => widened(boundsOf([cord.path]), cord.width / 2));
    const boxes = this.#silhouette.length > 0 ? [boundsOf(this.#silhouette), ...cords] : cords;
    return {
      left: Math.min(...boxes.map((box) => box.left)),
      top: Math.min(...boxes.map((box) => box.top)),
      right: Math.max(...boxes.map((box) => box.right)),
      bottom: Math.max(...boxes.map((box) => box.bottom)),
    };
  }

  get cords(): readonly { readonly path: string; readonly width: number }[] {
    return this.#cords;
  }

  get silhouette(): readonly string[] {
    return this.#silhouette;
  }

  defs(): string {
    return SHADE_DEFS + this.#defs.join('');
  }

  body(): string {
    return this.#layers.join('');
  }

  #define(path: string): string {
    this.#count += 1;
    const id = `p${this.#count}`;
    this.#defs.push(`<path id="${id}" d="${path}"/>`);
    return id;
  }

  /** Shade that gathers along the edges, so that the cloth looks laid and not cut from paper. */
  #rim(use: string, cloth: Cloth, volume: number): string {
    const shade = round2(cloth.shaded * 0.26 * volume);
    return (volume < 0.7 ? [26] : [48, 18])
      .map((width) => `${use} fill="none" stroke="#1d1420" stroke-width="${width}" stroke-opacity="${shade}"/>`)
      .join('');
  }

  #print(use: string, cloth: Cloth, tilt: number): string {
    if (cloth.pattern !== 'gradient') return this.#tiled(use, cloth, 'pattern', tilt);
    const key = `gradient/${this.#clothId(cloth)}`;
    const id = this.#tiles.get(key) ?? this.name();
    if (!this.#tiles.has(key)) this.#defs.push(dipDye(id, cloth));
    this.#tiles.set(key, id);
    return `${use} fill="url(#${id})"/>`;
  }

  #litGround(cloth: Cloth): string {
    const key = `lit/${cloth.colours[0]}/${cloth.hand.gloss}`;
    const known = this.#tiles.get(key);
    if (known) return known;
    const id = this.name();
    this.#defs.push(litGround(id, cloth));
    this.#tiles.set(key, id);
    return id;
  }

  #fluff(use: string, cloth: Cloth): string {
    return (
      `${use} fill="none" stroke="${cloth.edge}" stroke-width="19" stroke-linecap="round" stroke-dasharray="0 15" opacity=".55"/>` +
      `${use} fill="none" stroke="${cloth.colours[0]}" stroke-width="16" stroke-linecap="round" stroke-dasharray="0 15"/>`
    );
  }

  #tiled(use: string, cloth: Cloth, kind: 'pattern' | 'texture', tilt: number): string {
    const key = `${kind}/${this.#clothId(cloth)}`;
    let base = this.#tiles.get(key);
    if (base === undefined) {
      const tile = kind === 'pattern' ? patternTile(cloth, this.random) : textureTile(cloth);
      base = tile ? this.#defineTile(tile) : '';
      this.#tiles.set(key, base);
    }
    if (base === '') return '';
    return `${use} fill="url(#${this.#leaning(base, tilt)})"/>`;
  }

  #defineTile(tile: Tile): string {
    const id = this.name();
    const turn = tile.turn ? ` patternTransform="rotate(${tile.turn})"` : '';
    this.#defs.push(
      `<pattern id="${id}" width="${tile.width}" height="${tile.height}" patternUnits="userSpaceOnUse"${turn}>${tile.svg}</pattern>`,
    );
    this.#tiles.set(`turn/${id}`, String(tile.turn ?? 0));
    return id;
  }

  #leaning(base: string, tilt: number): string {
    if (tilt === 0) return base;
    const key = `${base}/${round(tilt)}`;
    const known = this.#tiles.get(key);
    if (known) return known;
    const id = this.name();
    const turn = Number(this.#tiles.get(`turn/${base}`) ?? 0) + tilt;
    this.#defs.push(`<pattern id="${id}" href="#${base}" patternTransform="rotate(${round(turn)})"/>`);
    this.#tiles.set(key, id);
    return id;
  }

  #clothId(cloth: Cloth): number {
    const known = this.#clothIds.get(cloth);
    if (known !== undefined) return known;
    this.#clothIds.set(cloth, this.#clothIds.size);
    return this.#clothIds.size - 1;
  }
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

export function lineMark(path: string, options: LineOptions): string {
  const dash = options.dash ? ` stroke-dasharray="${options.dash}"` : '';
  const opacity = options.opacity === undefined ? '' : ` stroke-opacity="${options.opacity}"`;
  return `<path d="${path}" fill="none" stroke="${options.colour ?? '#333'}" stroke-width="${options.width ?? 2.2}" stroke-linecap="${options.cap ?? 'round'}" stroke-linejoin="round"${dash}${opacity}/>`;
}
