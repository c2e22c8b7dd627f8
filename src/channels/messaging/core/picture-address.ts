const WEBP = /\.webp(?=$|[?#])/;

export interface PictureRules {
  /** Where our own pictures are. */
  readonly base: string;
  /** Whether the platform is simulated on this machine. */
  readonly callsLoopback: boolean;
  readonly withoutWebp: boolean;
}

/**
 * Where a platform can fetch a picture: over https, or on this machine where it is simulated; undefined where it cannot.
 * The service's own pictures are WebP, which half of the platforms do not know, and are there as JPEG too.
 */
export function pictureAddress(address: string, rules: PictureRules): string | undefined {
  if (!address.startsWith('https:') && !rules.callsLoopback) return undefined;
  if (address.startsWith(`${rules.base}/`)) return address.replace(WEBP, '.jpg');
  return rules.withoutWebp && WEBP.test(address) ? undefined : address;
}
