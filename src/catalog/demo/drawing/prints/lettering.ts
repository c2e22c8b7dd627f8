/** Capitals and figures as strokes on a 10 by 14 grid: a text needs no font on the machine that draws it. */
const STROKES: Readonly<Record<string, string>> = {
  A: 'M0 14L5 0L10 14M2 9H8',
  B: 'M0 7H6Q10 7 10 10.5T6 14H0V0H5Q9 0 9 3.5T5 7',
  C: 'M10 3Q8 0 5 0Q0 0 0 7T5 14Q8 14 10 11',
  D: 'M0 0H4Q10 0 10 7T4 14H0Z',
  E: 'M9 0H0V14H9M0 7H7',
  F: 'M9 0H0V14M0 7H7',
  G: 'M10 3Q8 0 5 0Q0 0 0 7T5 14Q9 14 10 9V8H6',
  H: 'M0 0V14M10 0V14M0 7H10',
  I: 'M5 0V14',
  J: 'M8 0V10Q8 14 4 14Q1 14 0 11',
  K: 'M0 0V14M9 0L0 8M3.500 6L10 14',
  L: 'M0 0V14H9',
  M: 'M0 14V0L5 8L10 0V14',
  N: 'M0 14V0L10 14V0',
  O: 'M5 0Q0 0 0 7T5 14Q10 14 10 7T5 0Z',
  P: 'M0 14V0H6Q10 0 10 4T6 8H0',
  Q: 'M5 0Q0 0 0 7T5 14Q10 14 10 7T5 0ZM6 10L10 15',
  R: 'M0 14V0H6Q10 0 10 4T6 8H0M5 8L10 14',
  S: 'M9 3Q8 0 5 0Q0 0 0 3.500Q0 6 5 7T10 10.500Q10 14 5 14Q1 14 0 11',
  T: 'M0 0H10M5 0V14',
  U: 'M0 0V9Q0 14 5 14T10 9V0',
  V: 'M0 0L5 14L10 0',
  W: 'M0 0L2.500 14L5 5L7.500 14L10 0',
  X: 'M0 0L10 14M10 0L0 14',
  Y: 'M0 0L5 7L10 0M5 7V14',
  Z: 'M0 0H10L0 14H10',
  0: 'M5 0Q0 0 0 7T5 14Q10 14 10 7T5 0Z',
  1: 'M2 3L6 0V14',
  2: 'M0 3.500Q1 0 5 0Q10 0 10 4Q10 7 0 14H10',
  3: 'M0 2Q2 0 5 0Q9 0 9 3.500T5 7Q10 7 10 10.500T5 14Q1 14 0 12',
  4: 'M7 14V0L0 10H10',
  5: 'M9 0H1L0 6Q2 5 5 5Q10 5 10 9.500T5 14Q1 14 0 12',
  6: 'M9 1Q0 -1 0 9Q0 14 5 14T10 9.500T5 5Q1 5 0 9',
  7: 'M0 0H10L4 14',
  8: 'M5 7Q0 7 0 10.500T5 14T10 10.500T5 7Q1 7 1 3.500T5 0T9 3.500T5 7Z',
  9: 'M10 5Q9 9 5 9Q0 9 0 4.500T5 0Q10 0 10 5Q10 14 1 13',
};

/** `text` centred on (x, y), `height` tall; characters without strokes leave a gap. */
export function lettering(
  text: string,
  at: { x: number; y: number; height: number; colour: string; weight?: number; slant?: number },
): string {
  const unit = at.height / 14;
  const step = 14.5;
  const left = -((text.length * step - 4.5) / 2);
  const strokes = [...text]
    .map((letter, index) => {
      const path = STROKES[letter];
      return path ? `<path transform="translate(${left + index * step} -7)" d="${path}"/>` : '';
    })
    .join('');
  return `<g transform="translate(${at.x} ${at.y})scale(${Math.round(unit * 100) / 100})skewX(${-(at.slant ?? 0)})" fill="none" stroke="${at.colour}" stroke-width="${at.weight ?? 2.4}" stroke-linecap="round" stroke-linejoin="round">${strokes}</g>`;
}
