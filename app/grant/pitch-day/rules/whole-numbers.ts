/** Whole numbers of any size modulo an RSA modulus, as RFC 9474 needs them on the voter's own device. */

/** Bytes as a number, most significant first. */
export function numberOf(bytes: Uint8Array): bigint {
  let text = '0x0';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return BigInt(text);
}

/** @param length  of the answer; the number must fit in it */
export function bytesOf(number: bigint, length: number): Uint8Array {
  const text = number.toString(16).padStart(length * 2, '0');
  return Uint8Array.from({ length }, (_, place) => Number.parseInt(text.slice(place * 2, place * 2 + 2), 16));
}

/** @param exponent  not negative */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** What gives one when it is multiplied; null where there is none, because they share a factor. */
export function inverse(number: bigint, modulus: bigint): bigint | null {
  let [rest, next] = [modulus, number % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (next > 0n) {
    const times = rest / next;
    [rest, next] = [next, rest - times * next];
    [factor, nextFactor] = [nextFactor, factor - times * nextFactor];
  }
  if (rest !== 1n) return null;
  return factor < 0n ? factor + modulus : factor;
}
