/** x to the right of the centre line, y downwards; garments are drawn at ten units a centimetre. */
export type Point = readonly [x: number, y: number];

/** A line [x, y], a quadratic [cx, cy, x, y] or a cubic [c1x, c1y, c2x, c2y, x, y]. */
export type Segment = readonly number[];

/** An open run of segments. */
export interface Run {
  readonly from: Point;
  readonly segments: readonly Segment[];
}

export function run(from: Point, ...segments: Segment[]): Run {
  return { from, segments };
}

export function endOf(line: Run): Point {
  const last = line.segments.at(-1);
  return last ? pointAt(last, last.length - 2) : line.from;
}

function pointAt(segment: Segment, index: number): Point {
  return [segment[index] ?? 0, segment[index + 1] ?? 0];
}

/** The same line walked from its end to its start. */
export function reversed(line: Run): Run {
  const segments: Segment[] = [];
  const starts = [line.from, ...line.segments.map((segment) => pointAt(segment, segment.length - 2))];
  for (let index = line.segments.length - 1; index >= 0; index -= 1) {
    const segment = line.segments[index] ?? [];
    const start = starts[index] ?? line.from;
    const controls: number[] = [];
    for (let at = segment.length - 4; at >= 0; at -= 2) controls.push(...pointAt(segment, at));
    segments.push([...controls, ...start]);
  }
  return { from: endOf(line), segments };
}

/** The mirror image on the other side of the centre line. */
export function mirrored(line: Run): Run {
  return {
    from: [-line.from[0], line.from[1]],
    segments: line.segments.map((segment) => segment.map((value, index) => (index % 2 === 0 ? -value : value))),
  };
}

/** Lines one after the other; a gap is bridged by a straight line. */
export function joined(first: Run, ...rest: Run[]): Run {
  const segments: Segment[] = [...first.segments];
  let at = endOf(first);
  for (const next of rest) {
    if (Math.hypot(next.from[0] - at[0], next.from[1] - at[1]) > 0.05) segments.push([...next.from]);
    segments.push(...next.segments);
    at = endOf(next);
  }
  return { from: first.from, segments };
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** SVG path data in absolute commands, one decimal. */
export function data(line: Run, closed = false): string {
  let text = `M${round(line.from[0])} ${round(line.from[1])}`;
  for (const segment of line.segments) {
    text += (segment.length === 2 ? 'L' : segment.length === 4 ? 'Q' : 'C') + segment.map(round).join(' ');
  }
  return closed ? `${text}Z` : text;
}

/** The closed outline whose right half runs from the centre line back to the centre line. */
export function symmetric(rightHalf: Run): string {
  return data(joined(rightHalf, mirrored(reversed(rightHalf))), true);
}

/** A right half and its mirror image as one open line that starts on the left. */
export function acrossCentre(fromCentre: Run): Run {
  return joined(mirrored(reversed(fromCentre)), fromCentre);
}

/** Path data (absolute commands, x and y by turns) with every coordinate changed. */
function mapped(path: string, x: (value: number) => number, y: (value: number) => number): string {
  let isX = true;
  return path.replace(/[A-Z]|-?\d+(?:\.\d+)?/g, (token, at: number) => {
    if (/[A-Z]/.test(token)) {
      isX = true;
      return token;
    }
    const value = round((isX ? x : y)(Number(token)));
    isX = !isX;
    // A number that lost its minus sign must not run into the one before it.
    return value >= 0 && token.startsWith('-') && /\d/.test(path[at - 1] ?? '') ? ` ${value}` : String(value);
  });
}

/** The mirror image of path data made by `data` (absolute commands only). */
export function flip(path: string): string {
  return mapped(
    path,
    (x) => -x,
    (y) => y,
  );
}

/** The mirror image about the vertical through `axis`. */
export function flipAt(path: string, axis: number): string {
  return mapped(
    path,
    (x) => 2 * axis - x,
    (y) => y,
  );
}

export function moved(path: string, dx: number, dy: number): string {
  return mapped(
    path,
    (x) => x + dx,
    (y) => y + dy,
  );
}

export function polygon(...points: Point[]): string {
  return `${points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')}Z`;
}

/** A circle or ellipse as four cubics, so that bounds and mirrors work on it. */
export function ellipse(cx: number, cy: number, rx: number, ry = rx): string {
  const k = 0.5523;
  return data(
    run(
      [cx + rx, cy],
      [cx + rx, cy + k * ry, cx + k * rx, cy + ry, cx, cy + ry],
      [cx - k * rx, cy + ry, cx - rx, cy + k * ry, cx - rx, cy],
      [cx - rx, cy - k * ry, cx - k * rx, cy - ry, cx, cy - ry],
      [cx + k * rx, cy - ry, cx + rx, cy - k * ry, cx + rx, cy],
    ),
    true,
  );
}

export function roundedBox(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const [right, bottom] = [x + width, y + height];
  return data(
    run(
      [x + r, y],
      [right - r, y],
      [right, y, right, y + r],
      [right, bottom - r],
      [right, bottom, right - r, bottom],
      [x + r, bottom],
      [x, bottom, x, bottom - r],
      [x, y + r],
      [x, y, x + r, y],
    ),
    true,
  );
}

/** A smooth line through the points (Catmull-Rom, as cubics); closed where asked. */
export function smooth(points: readonly Point[], closed = false): string {
  const at = (index: number): Point => {
    const size = points.length;
    const wrapped = closed ? (index + size) % size : Math.min(size - 1, Math.max(0, index));
    return points[wrapped] ?? [0, 0];
  };
  const segments: Segment[] = [];
  for (let index = 0; index < points.length - (closed ? 0 : 1); index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    segments.push([
      from[0] + (to[0] - before[0]) / 6,
      from[1] + (to[1] - before[1]) / 6,
      to[0] - (after[0] - from[0]) / 6,
      to[1] - (after[1] - from[1]) / 6,
      to[0],
      to[1],
    ]);
  }
  return data({ from: at(0), segments }, closed);
}

/** Path data (absolute commands) turned by `degrees`, scaled, and moved to (x, y). */
export function placed(path: string, x: number, y: number, degrees = 0, scale = 1): string {
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  return path.replace(/(-?\d+(?:\.\d+)?)[ ,]?(-?\d+(?:\.\d+)?)/g, (_match, px: string, py: string) => {
    const [a, b] = [Number(px), Number(py)];
    return `${round(a * cos - b * sin + x)} ${round(a * sin + b * cos + y)} `;
  });
}
