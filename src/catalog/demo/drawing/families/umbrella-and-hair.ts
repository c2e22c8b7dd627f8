import { data, ellipse, polygon, roundedBox, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { bow as tiedBow } from '../torso/collars.js';

export function umbrella(sketch: Sketch, spec: GarmentDrawing): void {
  const transparent = spec.colours[0] === 'transparent';
  sketch.raw(
    '<path d="M0 -330V330M0 330q0 66 60 66t60 -60" stroke="#4a3a30" stroke-width="20" fill="none" stroke-linecap="round"/><path d="M-3 -330V330" stroke="#8b6e57" stroke-width="5"/>',
  );
  sketch.castsAlong('M0 60L0 330Q0 396 60 396Q120 396 120 330', 16);
  const rim = [-410, -246, -82, 82, 246, 410];
  const scallops = rim.slice(0, -1).map((x, index) => [(x + (rim[index + 1] ?? 0)) / 2, 66, rim[index + 1] ?? 0, 110]);
  const canopy = run([0, -300], [-240, -290, -400, -110, -410, 110], ...scallops, [400, -110, 240, -290, 0, -300]);
  const cloth = transparent
    ? { ...sketch.cloth, hand: { ...sketch.cloth.hand, cover: 0.55, gloss: 0.9 } }
    : sketch.cloth;
  sketch.piece(data(canopy, true), { cloth, volume: 1.2 });
  for (const x of [-246, -82, 82, 246]) {
    const rib = data(run([0, -298], [x * 0.66, -230, x * 0.98, -60, x, 108]));
    sketch.line(rib, { colour: '#1d1420', width: 26, opacity: 0.08 });
    sketch.line(rib, { width: 3 });
  }
  sketch.raw('<path d="M0 -300V-352" stroke="#4a3a30" stroke-width="14" stroke-linecap="round"/>');
  if (spec.details.includes('border'))
    sketch.line(data(run([-404, 60], ...scallops.map(([cx = 0, cy = 0, x = 0, y = 0]) => [cx, cy - 44, x, y - 46]))), {
      colour: sketch.cloth.colours[1] ?? '#fbf6ec',
      width: 16,
    });
}

export function hairAccessory(sketch: Sketch, spec: GarmentDrawing): void {
  switch (spec.cut) {
    case 'scrunchie': {
      const bumps = Array.from({ length: 18 }, (_unused, index) => {
        const angle = (index / 18) * Math.PI * 2;
        return [Math.cos(angle) * 230, Math.sin(angle) * 210] as const;
      });
      for (const [x, y] of bumps)
        sketch.piece(ellipse(Math.round(x), Math.round(y), 84, 78), {
          volume: 0.9,
          edge: 2,
          folds: [{ from: [x * 0.8, y * 0.8], to: [x * 1.24, y * 1.24], width: 14, weight: 1 }],
        });
      sketch.raw(
        `<ellipse rx="150" ry="132" fill="#efe9df"/><ellipse rx="150" ry="132" fill="none" stroke="${sketch.cloth.edge}" stroke-width="7"/>`,
      );
      return;
    }
    case 'claw': {
      for (const side of [-1, 1]) {
        for (let tooth = 0; tooth < 5; tooth += 1)
          sketch.raw(
            `<path d="M${side * (40 + tooth * 54)} 40q${side * 24} 90 ${side * -18} 150" stroke="${sketch.cloth.colours[0]}" stroke-width="26" fill="none" stroke-linecap="round"/>`,
          );
      }
      sketch.casts(polygon([-300, 60], [300, 60], [220, 200], [-220, 200]));
      sketch.piece(
        data(
          run(
            [-310, 60],
            [-300, -80, -140, -150, 0, -120],
            [140, -150, 300, -80, 310, 60],
            [200, 20, 100, 10, 0, 30],
            [-100, 10, -200, 20, -310, 60],
          ),
          true,
        ),
        { volume: 1.3, folds: [{ from: [-250, -20], to: [240, -40], width: -24, bend: -60, weight: 1, ridge: true }] },
      );
      return;
    }
    case 'headband': {
      const band = data(
        run(
          [-270, 330],
          [-330, -60, -210, -330, 0, -334],
          [210, -330, 330, -60, 270, 330],
          [216, 330],
          [250, 0, 170, -232, 0, -236],
          [-170, -232, -250, 0, -216, 330],
        ),
        true,
      );
      sketch.piece(band, {
        volume: 1.2,
        folds: [{ from: [-250, 60], to: [-60, -280], width: 24, bend: -50, weight: 1, ridge: true }],
      });
      if (spec.details.includes('knot'))
        sketch.piece(roundedBox(-70, -352, 140, 136, 50), {
          volume: 1.2,
          folds: [{ from: [-30, -340], to: [-20, -230], width: 30, weight: 0.9 }],
        });
      if (spec.details.includes('pearls')) {
        for (let index = 0; index < 13; index += 1) {
          const angle = Math.PI * (1.06 - (index / 12) * 1.12);
          sketch.raw(
            `<circle cx="${Math.round(Math.cos(angle) * 256)}" cy="${Math.round(-Math.sin(angle) * 290 + 10)}" r="20" fill="#f8f4ec" stroke="#cfc4b2" stroke-width="2"/><circle cx="${Math.round(Math.cos(angle) * 256) - 6}" cy="${Math.round(-Math.sin(angle) * 290 + 4)}" r="6" fill="#fff"/>`,
          );
        }
      }
      return;
    }
    default:
      tiedBow(sketch, [0, 0], 230, sketch.cloth, spec.details.includes('long_tails') ? 1.2 : 0.62);
      sketch.raw('<path d="M-60 -4h120" stroke="#c9a85c" stroke-width="9" stroke-linecap="round" opacity=".0"/>');
  }
}
