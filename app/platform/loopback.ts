/** Whether a host name means this very machine, as `URL` writes it: IPv6 in brackets or bare. */
export function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '::1', '[::1]'].includes(hostname);
}
