import { type Cloth, plain } from '../cloth.js';
import { brightness, mix } from '../colour.js';
import { data, polygon, run } from '../path.js';
import type { Sketch } from '../sketch.js';

export interface ButtonLook {
  readonly colour: string;
  readonly r: number;
}

/** Horn on wool, shell on pale cotton, tone in tone elsewhere. */
export function buttonLook(cloth: Cloth, r = 7.5): ButtonLook {
  const light = brightness(cloth.colours[0]);
  if (light > 0.7) return { colour: r > 9 ? mix(cloth.colours[0], '#4a3524', 0.62) : '#fdfbf6', r };
  return { colour: mix(cloth.colours[0], light < 0.3 ? '#000000' : '#33241c', light < 0.3 ? 0.3 : 0.5), r };
}

export function button(sketch: Sketch, x: number, y: number, look: ButtonLook): void {
  const { r, colour } = look;
  const rim = mix(colour, '#221c24', 0.45);
  const hole = brightness(colour) < 0.3 ? mix(colour, '#ffffff', 0.35) : rim;
  sketch.raw(
    `<circle cx="${x + 1.5}" cy="${y + 3}" r="${r}" fill="#1d1420" opacity=".22"/><circle cx="${x}" cy="${y}" r="${r}" fill="${colour}" stroke="${rim}" stroke-width="1.600"/>` +
      `<circle cx="${x}" cy="${y}" r="${(r * 0.66).toFixed(1)}" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="1.200"/>` +
      `<path d="M${x - r * 0.24} ${y - r * 0.24}h.1M${x + r * 0.24} ${y - r * 0.24}h.1M${x - r * 0.24} ${y + r * 0.24}h.1M${x + r * 0.24} ${y + r * 0.24}h.1" stroke="${hole}" stroke-width="2" stroke-linecap="round"/>`,
  );
}

export function buttonRow(sketch: Sketch, x: number, from: number, to: number, count: number, look: ButtonLook): void {
  for (let index = 0; index < count; index += 1) {
    button(sketch, x, Math.round(from + ((to - from) * index) / Math.max(1, count - 1)), look);
  }
}

/** A shirt's button band down the front. */
export function placket(sketch: Sketch, from: number, to: number, width: number, cloth: Cloth = sketch.cloth): void {
  const half = width / 2;
  sketch.piece(polygon([-half, from], [half, from], [half, to], [-half, to]), {
    cloth,
    casts: false,
    volume: 0.18,
    edge: 1.6,
  });
  sketch.stitch(data(run([-half + 6, from + 4], [-half + 6, to - 6])), cloth.seam, 0.5);
  sketch.stitch(data(run([half - 6, from + 4], [half - 6, to - 6])), cloth.seam, 0.5);
}

export interface ZipLook {
  readonly metal?: string;
  readonly tape?: string;
  readonly pull?: boolean;
}

/** A zip with its tape, teeth and slider. */
export function zip(sketch: Sketch, x: number, from: number, to: number, look: ZipLook = {}): void {
  const metal = look.metal ?? '#b9b9bd';
  const line = data(run([x, from], [x, to]));
  sketch.line(line, { colour: look.tape ?? sketch.cloth.inner, width: 17, cap: 'butt' });
  sketch.line(line, { colour: mix(metal, '#221c24', 0.25), width: 7, cap: 'butt' });
  sketch.line(line, { colour: metal, width: 7, dash: '3 3', cap: 'butt' });
  if (look.pull === false) return;
  sketch.raw(
    `<rect x="${x - 6}" y="${from + 2}" width="12" height="17" rx="4" fill="${metal}" stroke="#55535a" stroke-width="1.500"/><path d="M${x} ${from + 18}v22" stroke="${metal}" stroke-width="7" stroke-linecap="round"/><path d="M${x} ${from + 20}v18" stroke="#6b6970" stroke-width="1.600" stroke-linecap="round"/>`,
  );
}

/** Chinese knot buttons: a ball and its loop, with a flat frog on either side. */
export function knotButton(sketch: Sketch, x: number, y: number, colour: string, tilt = 0): void {
  const dark = mix(colour, '#221c24', 0.4);
  const frog = (side: number) =>
    `<path d="M${side * 6} 0H${side * 34}M${side * 34} 0c${side * 4} -9 ${side * 14} -8 ${side * 13} 0s${side * -9} 9 ${side * -13} 0" stroke="${dark}" stroke-width="7.600" fill="none"/><path d="M${side * 6} 0H${side * 34}M${side * 34} 0c${side * 4} -9 ${side * 14} -8 ${side * 13} 0s${side * -9} 9 ${side * -13} 0" stroke="${colour}" stroke-width="4.800" fill="none"/>`;
  sketch.raw(
    `<g transform="translate(${Math.round(x)} ${Math.round(y)})rotate(${tilt})" stroke-linecap="round">${frog(1)}${frog(-1)}<circle r="7.500" fill="${colour}" stroke="${dark}" stroke-width="2"/><circle cx="-2" cy="-2.500" r="2" fill="#fff" opacity=".4"/></g>`,
  );
}

/** A tie belt or a buckled belt around the waist. */
export function waistBelt(sketch: Sketch, half: number, y: number, width: number, cloth: Cloth, buckle: boolean): void {
  const w = width / 2;
  const band = data(
    run(
      [-half, y - w],
      [-half * 0.4, y - w + 9, half * 0.4, y - w + 9, half, y - w],
      [half, y + w],
      [half * 0.4, y + w + 9, -half * 0.4, y + w + 9, -half, y + w],
    ),
    true,
  );
  sketch.drop(band, 12);
  sketch.piece(band, { cloth, volume: 0.7, tilt: 90 });
  if (buckle) {
    sketch.raw(
      `<rect x="-24" y="${y - w - 1}" width="48" height="${width + 16}" rx="6" fill="none" stroke="#6d5a45" stroke-width="9"/><rect x="-24" y="${y - w - 1}" width="48" height="${width + 16}" rx="6" fill="none" stroke="#b79b76" stroke-width="4"/><path d="M-20 ${y + 7}H22" stroke="#b79b76" stroke-width="4"/>`,
    );
    return;
  }
  const tail = (side: number, length: number): string =>
    data(
      run(
        [side * 4, y + 4],
        [side * 26, y + length * 0.4, side * 18, y + length * 0.7, side * 34, y + length],
        [side * 58, y + length - 6],
        [side * 42, y + length * 0.6, side * 44, y + length * 0.3, side * 18, y],
      ),
      true,
    );
  sketch.piece(tail(1, 210), { cloth, volume: 0.5 });
  sketch.piece(tail(-1, 170), { cloth, volume: 0.5 });
  sketch.piece(data(run([-17, y - w], [17, y - w], [21, y + w + 8], [-21, y + w + 8]), true), {
    cloth: plain(cloth),
    volume: 0.7,
  });
}
