import type { RowRemark } from './feed/feed-row.js';

/** What an import did. Garments are counted where rows are not: rows of several sizes are one garment. */
export interface ImportReport {
  /** Rows of the feed, or pictures where there is no feed. */
  readonly read: number;
  /** Garments that are new. */
  readonly imported: number;
  /** Garments whose content, price or stock changed. */
  readonly updated: number;
  readonly unchanged: number;
  /** Garments that the feed no longer has. */
  readonly removed: number;
  /** Rows that became no garment, in the feed's order. */
  readonly refused: readonly RowRemark[];
  /** Rows that did, with something left out (a picture that cannot be read). */
  readonly warnings: readonly RowRemark[];
  /** Pictures that were encoded; those of unchanged garments are not encoded again. */
  readonly photos: number;
  readonly seconds: number;
  readonly photosPerSecond: number;
  readonly dryRun: boolean;
}

/** A report whose parts that are not given are nothing, with its remarks in the feed's order. */
export function importReport(seconds: number, part: Partial<ImportReport>): ImportReport {
  const photos = part.photos ?? 0;
  return {
    read: part.read ?? 0,
    imported: part.imported ?? 0,
    updated: part.updated ?? 0,
    unchanged: part.unchanged ?? 0,
    removed: part.removed ?? 0,
    refused: byLine(part.refused ?? []),
    warnings: byLine(part.warnings ?? []),
    photos,
    seconds,
    photosPerSecond: seconds > 0 ? photos / seconds : 0,
    dryRun: part.dryRun ?? false,
  };
}

function byLine(remarks: readonly RowRemark[]): RowRemark[] {
  return [...remarks].sort((a, b) => a.line - b.line);
}
