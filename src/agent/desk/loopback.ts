/** Whether a name or address, as a setting or `URL` writes it, is this machine's own. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname);
}
