const LONGEST_ADDRESS = 500;

/** Whether Amazon's app and screens can fetch a picture: over https alone, and within the size of a response. */
export function isShowable(address: string): boolean {
  return address.startsWith('https://') && address.length <= LONGEST_ADDRESS;
}
