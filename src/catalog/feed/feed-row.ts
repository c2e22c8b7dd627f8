import type { Message } from '../../domain/reply.js';
import type { FeedField } from './columns.js';

/** A record of a feed as its format gives it: column name -> cell, with the line it begins on. */
export interface FeedRecord {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** A row in Yida's own terms, whatever shop system wrote the feed. */
export interface FeedRow {
  readonly line: number;
  readonly fields: Readonly<Partial<Record<FeedField, string>>>;
  /** Every cell that names a kind, most specific column first. */
  readonly categories: readonly string[];
  /** Addresses or file names, the main picture first. */
  readonly pictures: readonly string[];
  /** Pictures of the whole product, which its variants share. */
  readonly sharedPictures?: readonly string[];
  /** A currency named by the price column's header. */
  readonly headerCurrency?: string;
  /** Set where the shop system itself says that the row is not for sale. */
  readonly refused?: Message;
}

/** A row of the feed that did not become a garment, or a remark on one that did. */
export interface RowRemark {
  readonly line: number;
  readonly id?: string;
  readonly reason: Message;
}
