/** A conversation as its client entered it. */
export interface Room {
  readonly conversationId: string;
  readonly userId: string;
  /** Address the client reaches us by, without a trailing slash; picture links are put under it. */
  readonly base: string;
}
