/** Providers that read `a.b` as `ab`, by the name under which all their addresses count. */
const IGNORE_DOTS: ReadonlyMap<string, string> = new Map([
  ['gmail.com', 'gmail.com'],
  ['googlemail.com', 'gmail.com'],
]);

/**
 * One text for all addresses that end in the same mailbox: without capitals, without what follows a `+`, and without dots
 * where the provider reads none. For counting letters and codes; letters go to the address as it was typed.
 *
 * @source RFC 5233 (sub-addresses)
 */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  const [local = ''] = address.slice(0, at).toLowerCase().split('+');
  const provider = IGNORE_DOTS.get(domain);
  // What is nothing but a sub-address stays what it is.
  if (local === '') return address.toLowerCase();
  return provider === undefined ? `${local}@${domain}` : `${local.replaceAll('.', '')}@${provider}`;
}
