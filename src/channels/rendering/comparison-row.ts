/** A row of a comparison: what is compared, and what each garment has. */
export interface ComparisonRow {
  readonly name: string;
  readonly cells: readonly string[];
}

/** A line of a reply's text as a row of so many garments; undefined where it is none: `Material: silk | wool`. */
export function comparisonRow(line: string, garments: number): ComparisonRow | undefined {
  const [, name, rest = ''] = /^([^:：|｜]+)[:：]\s?(.+)$/.exec(line) ?? [];
  const cells = rest.split(/ [|｜] /);
  return name === undefined || garments < 2 || cells.length !== garments ? undefined : { name, cells };
}
