/** `window.yida`: what a shop's own scripts may ask of the widget. */
export interface YidaApi {
  open(): void;
  close(): void;
  /** Opens the talk with what goes with this garment of the catalogue. */
  showMatches(garmentId: string): void;
  /** Opens the talk with garments like the photo's; without a photo the shopper is asked for one. */
  searchByPhoto(photo?: Blob): void;
  /** Says this for the shopper. */
  say(text: string): void;
  /** The token of the shopper who has just signed in; undefined when they sign out. */
  setUserToken(token: string | undefined): void;
  /** Ends the talk on this device: the next shopper begins anew. */
  forget(): void;
}
