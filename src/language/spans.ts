/** A stretch [start, end) of the normalised text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where the stretches share a unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where `span` shares a unit with any of `others`. */
export function overlapsAny(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => overlaps(span, other));
}
