/** True for an address that may become a link: an article says what it likes, also "javascript:". */
export function isWebAddress(address: string | null): address is string {
  if (!address) return false;
  try {
    return ["http:", "https:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}
