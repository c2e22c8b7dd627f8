import type { OutfitTermsFigures, Valued } from './outfit-terms.js';

/** The figures as a table to read: a row a term. */
export function outfitTermsTable(figures: OutfitTermsFigures): string {
  const { looks, blanks, full, baselines, lostWithout, overFormerWeights: gained, unstyled, composed } = figures;
  const { chance, cooccurrence, kindsAlone, ceilingOfCategories } = baselines;
  const head = [
    ['demo looks', `FITB, 4 of a slot (n = ${blanks})`, `AUC against random (n = ${looks} looks)`],
    ['full', estimate(full.fitb), estimate(full.auc)],
    ['co-occurrence', estimate(cooccurrence.fitb), estimate(cooccurrence.auc)],
    ['learned kinds alone', estimate(kindsAlone.fitb), estimate(kindsAlone.auc)],
    ['chance', decimal(chance.fitb), decimal(chance.auc)],
    ['ceiling of categories', decimal(ceilingOfCategories), ''],
    ['full, no styles told', estimate(unstyled.full.fitb), estimate(unstyled.full.auc)],
    ['over the former weights, chosen on', estimate(gained.chosenOn.fitb), estimate(gained.chosenOn.auc)],
    ['over the former weights, unseen', estimate(gained.unseen.fitb), estimate(gained.unseen.auc)],
  ];
  const rows = Object.entries(lostWithout).map(([term, lost]) => {
    const made = composed.terms[term];
    return [
      term,
      estimate(lost.fitb),
      estimate(lost.auc),
      made ? `${Math.round(100 * made.changed)}%` : '',
      made ? `${decimal(made.without)} -> ${decimal(made.with)}` : '',
      made ? estimate(made.difference) : '',
    ];
  });
  const terms = [
    ['lost without', 'FITB', 'AUC', `outfits changed (n = ${composed.requests})`, 'its measure', 'difference'],
    ...rows,
    [
      'photoVectors, no styles told',
      estimate(unstyled.lostWithoutPhotoVectors.fitb),
      estimate(unstyled.lostWithoutPhotoVectors.auc),
    ],
  ];
  return `${aligned(head)}\n\n${aligned(terms)}`;
}

function estimate({ value, ci95 }: Valued): string {
  return `${decimal(value)} (${decimal(ci95.low)} to ${decimal(ci95.high)})`;
}

function decimal(value: number): string {
  return value.toFixed(3);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
