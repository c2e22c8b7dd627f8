import { clothFrom } from '../cloth.js';
import { mix } from '../colour.js';
import { data, ellipse, polygon, roundedBox, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { pearl, stone, tones, wire } from './gems.js';

function drop(sketch: Sketch, spec: GarmentDrawing, y: number): void {
  const { metal, gem } = tones(spec);
  switch (spec.cut) {
    case 'heart':
      sketch.raw(
        `<path d="M0 ${y + 120}C-120 ${y + 40} -96 ${y - 40} -38 ${y - 34}C-10 ${y - 32} 0 ${y - 10} 0 ${y}C0 ${y - 10} 10 ${y - 32} 38 ${y - 34}C96 ${y - 40} 120 ${y + 40} 0 ${y + 120}Z" fill="${metal}" stroke="${mix(metal, '#2a1c14', 0.5)}" stroke-width="4"/><path d="M-52 ${y}Q-62 ${y + 30} -34 ${y + 60}" stroke="#fff" stroke-width="9" fill="none" stroke-linecap="round" opacity=".7"/>`,
      );
      return;
    case 'disc':
      sketch.raw(
        `<circle cy="${y + 60}" r="78" fill="${metal}" stroke="${mix(metal, '#2a1c14', 0.5)}" stroke-width="4"/><circle cy="${y + 60}" r="62" fill="none" stroke="${mix(metal, '#2a1c14', 0.3)}" stroke-width="3"/><path d="M-26 ${y + 76}L0 ${y + 22}L26 ${y + 76}Z" fill="none" stroke="${mix(metal, '#2a1c14', 0.45)}" stroke-width="5"/><path d="M-52 ${y + 36}Q-30 ${y + 2} 4 ${y - 2}" stroke="#fff" stroke-width="8" fill="none" stroke-linecap="round" opacity=".6"/>`,
      );
      return;
    case 'jade':
      sketch.raw(
        `<circle cy="${y + 76}" r="66" fill="none" stroke="${mix(gem, '#1d2a20', 0.4)}" stroke-width="52"/><circle cy="${y + 76}" r="66" fill="none" stroke="${gem}" stroke-width="46"/><path d="M-62 ${y + 44}Q-40 ${y + 12} 0 ${y + 8}" stroke="#fff" stroke-width="9" fill="none" stroke-linecap="round" opacity=".65"/>`,
      );
      return;
    case 'pearl':
      sketch.raw(pearl(0, y + 66, 66));
      return;
    default:
      sketch.raw(
        `<path d="M0 ${y - 16}V${y + 10}" stroke="${metal}" stroke-width="9"/>${stone(0, y + 84, 84, gem)}<circle cy="${y + 84}" r="91" fill="none" stroke="${metal}" stroke-width="9"/>`,
      );
  }
}

export function necklace(sketch: Sketch, spec: GarmentDrawing): void {
  const { metal } = tones(spec);
  const chain = data(run([-190, -460], [-300, -180, -250, 90, 0, 190], [250, 90, 300, -180, 190, -460]));
  if (spec.material === 'pearl') sketch.castsAlong(chain, 34);
  if (spec.material === 'pearl') {
    for (let index = 0; index <= 34; index += 1) {
      const t = index / 34;
      const left = t < 0.5;
      const u = left ? t * 2 : (t - 0.5) * 2;
      const at = (p0: number, p1: number, p2: number, p3: number): number =>
        (1 - u) ** 3 * p0 + 3 * (1 - u) ** 2 * u * p1 + 3 * (1 - u) * u * u * p2 + u ** 3 * p3;
      const x = left ? at(-190, -300, -250, 0) : at(0, 250, 300, 190);
      const y = left ? at(-460, -180, 90, 190) : at(190, 90, -180, -460);
      sketch.raw(
        pearl(Math.round(x), Math.round(y), spec.cut === 'graduated' ? 10 + 26 * Math.sin(Math.PI * t) ** 2 : 19),
      );
    }
    if (spec.cut === 'pearl_drop') drop(sketch, { ...spec, cut: 'heart' }, 230);
    return;
  }
  const thick = spec.details.includes('chunky');
  wire(sketch, chain, thick ? 30 : 9, metal, thick ? '30 16' : '8 11');
  if (spec.details.includes('layered'))
    wire(
      sketch,
      data(run([-190, -460], [-250, -220, -190, -20, 0, 50], [190, -20, 250, -220, 190, -460])),
      6,
      metal,
      '5 8',
    );
  if (spec.cut === 'jade') sketch.castsAlong(ellipse(0, 286, 66), 48);
  else sketch.casts(ellipse(0, 284, 74));
  drop(sketch, spec, thick ? 230 : 210);
}

export function earrings(sketch: Sketch, spec: GarmentDrawing): void {
  const { metal, gem } = tones(spec);
  for (const x of [-190, 190]) {
    switch (spec.cut) {
      case 'hoop':
        wire(sketch, ellipse(x, 60, 140, 148), spec.details.includes('chunky') ? 46 : 20, metal);
        break;
      case 'pearl':
        sketch.casts(ellipse(x, 50, 84));
        sketch.casts(ellipse(x, -96, 30));
        sketch.raw(
          `<circle cx="${x}" cy="-96" r="30" fill="${metal}" stroke="${mix(metal, '#2a1c14', 0.5)}" stroke-width="4"/><path d="M${x} -70V-30" stroke="${metal}" stroke-width="9"/>${pearl(x, 50, 84)}`,
        );
        break;
      case 'tassel':
        sketch.casts(ellipse(x, -150, 36));
        sketch.casts(polygon([x - 40, -60], [x + 40, -60], [x + 62, 310], [x - 62, 310]));
        sketch.raw(
          `<circle cx="${x}" cy="-150" r="38" fill="${gem}" stroke="${mix(gem, '#221c24', 0.4)}" stroke-width="4"/><path d="M${x - 34} -90h68l10 44h-88Z" fill="${metal}" stroke="${mix(metal, '#2a1c14', 0.5)}" stroke-width="4"/>`,
        );
        for (let strand = -4; strand <= 4; strand += 1)
          sketch.line(data(run([x + strand * 9, -44], [x + strand * 14, 320 - Math.abs(strand) * 9])), {
            colour: strand % 2 ? gem : mix(gem, '#221c24', 0.2),
            width: 13,
          });
        break;
      default:
        sketch.casts(ellipse(x, -90, 44));
        sketch.casts(ellipse(x, 86, 88));
        sketch.raw(
          `${stone(x, -90, 44, gem)}<circle cx="${x}" cy="-90" r="50" fill="none" stroke="${metal}" stroke-width="8"/><path d="M${x} -40V-6" stroke="${metal}" stroke-width="9"/>${stone(x, 86, 86, gem)}<circle cx="${x}" cy="86" r="93" fill="none" stroke="${metal}" stroke-width="9"/>`,
        );
    }
  }
}

export function ring(sketch: Sketch, spec: GarmentDrawing): void {
  const { metal, gem } = tones(spec);
  wire(sketch, ellipse(0, 80, 216, 206), spec.details.includes('chunky') ? 58 : 30, metal);
  if (spec.cut === 'signet') {
    sketch.piece(roundedBox(-110, -200, 220, 150, 54), { cloth: clothFrom([metal], null, 'patent_leather') });
    sketch.raw(
      `<path d="M-40 -126h80M0 -160v70" stroke="${mix(metal, '#2a1c14', 0.45)}" stroke-width="7" stroke-linecap="round"/>`,
    );
  } else if (spec.cut === 'pearl') {
    sketch.casts(ellipse(0, -150, 92));
    sketch.raw(pearl(0, -150, 92));
  } else if (spec.cut !== 'band') {
    sketch.casts(ellipse(0, -160, 104));
    sketch.raw(
      `<path d="M-64 -110L-40 -64M64 -110L40 -64" stroke="${metal}" stroke-width="16" stroke-linecap="round"/>${stone(0, -160, 104, gem)}`,
    );
  } else sketch.line(ellipse(0, 80, 216, 206), { colour: mix(metal, '#2a1c14', 0.35), width: 6, dash: '2 22' });
}

export function bracelet(sketch: Sketch, spec: GarmentDrawing): void {
  const { metal, gem } = tones(spec);
  if (spec.category === 'bangle') {
    wire(
      sketch,
      ellipse(0, 0, 270, 250),
      spec.material === 'jade' ? 74 : spec.details.includes('chunky') ? 60 : 30,
      spec.material === 'jade' ? gem : metal,
    );
    if (spec.pattern === 'beaded')
      for (const angle of [0.25, 0.75, 1.25, 1.75])
        sketch.raw(
          stone(Math.round(Math.cos(angle * Math.PI) * 270), Math.round(Math.sin(angle * Math.PI) * 250), 24, gem),
        );
    return;
  }
  if (spec.material === 'pearl' || spec.cut === 'beads') {
    sketch.castsAlong(ellipse(0, 0, 290, 205), 70);
    for (let index = 0; index < 22; index += 1) {
      const angle = (index / 22) * Math.PI * 2;
      const [x, y] = [Math.round(Math.cos(angle) * 290), Math.round(Math.sin(angle) * 205)];
      if (spec.material === 'pearl') sketch.raw(pearl(x, y, 38));
      else
        sketch.raw(
          `<circle cx="${x}" cy="${y}" r="37" fill="${index % 7 === 3 ? metal : gem}" stroke="${mix(gem, '#221c24', 0.45)}" stroke-width="3"/><circle cx="${x - 11}" cy="${y - 12}" r="10" fill="#fff" opacity=".6"/>`,
        );
    }
    return;
  }
  wire(sketch, ellipse(0, 0, 290, 205), 20, metal, '22 14');
  sketch.casts(ellipse(0, 262, 40));
  sketch.at(0, 205, () => {
    sketch.raw(`<circle r="15" fill="none" stroke="${metal}" stroke-width="7"/>`);
    if (spec.cut === 'heart')
      sketch.raw(
        `<path d="M0 84C-62 40 -48 0 -18 4C-4 6 0 20 0 24C0 20 4 6 18 4C48 0 62 40 0 84Z" fill="${metal}" stroke="${mix(metal, '#2a1c14', 0.5)}" stroke-width="3"/>`,
      );
    else sketch.raw(stone(0, 56, 40, gem));
  });
}

export function brooch(sketch: Sketch, spec: GarmentDrawing): void {
  const { metal, gem } = tones(spec);
  if (spec.cut !== 'bow')
    for (let petal = 0; petal < 7; petal += 1)
      sketch.casts(
        ellipse(
          Math.round(Math.sin((petal / 7) * 2 * Math.PI) * 130),
          Math.round(-Math.cos((petal / 7) * 2 * Math.PI) * 130),
          66,
        ),
      );
  if (spec.cut === 'bow') {
    sketch.piece(data(run([0, 0], [-90, -150, -280, -130, -260, 0], [-280, 120, -90, 130, 0, 0]), true), {
      cloth: clothFrom([metal], null, 'patent_leather'),
    });
    sketch.piece(data(run([0, 0], [90, -150, 280, -130, 260, 0], [280, 120, 90, 130, 0, 0]), true), {
      cloth: clothFrom([metal], null, 'patent_leather'),
    });
    sketch.raw(`${pearl(0, 0, 58) + pearl(0, 170, 44)}<path d="M0 56V128" stroke="${metal}" stroke-width="8"/>`);
    return;
  }
  sketch.castsAlong('M0 60Q30 200 -20 320', 12);
  sketch.raw(
    `<path d="M0 60Q30 200 -20 320M10 190Q80 160 110 210M-6 240Q-80 220 -100 270" stroke="${mix(metal, '#2a1c14', 0.3)}" stroke-width="15" fill="none" stroke-linecap="round"/><path d="M0 60Q30 200 -20 320M10 190Q80 160 110 210M-6 240Q-80 220 -100 270" stroke="${metal}" stroke-width="9" fill="none" stroke-linecap="round"/>`,
  );
  for (let petal = 0; petal < 7; petal += 1)
    sketch.raw(
      `<g transform="rotate(${petal * 51.4})"><path d="M0 -24C-70 -90 -54 -196 0 -206C54 -196 70 -90 0 -24Z" fill="${gem}" stroke="${metal}" stroke-width="7"/><path d="M0 -60V-160" stroke="#fff" stroke-width="5" opacity=".45"/></g>`,
    );
  sketch.raw(pearl(0, 0, 50));
}
