import { sha512 } from './sha2.mjs';

/** Signatures as RFC 8032, section 5.1, says. Nothing here is secret, so nothing need take the same time. */

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const residue = (x) => {
  const rest = x % P;
  return rest < 0n ? rest + P : rest;
};

function power(base, exponent) {
  let result = 1n;
  for (let square = residue(base), left = exponent; left > 0n; left >>= 1n, square = (square * square) % P)
    if (left & 1n) result = (result * square) % P;
  return result;
}

const inverse = (x) => power(x, P - 2n);
const D = residue(-121665n * inverse(121666n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);

/** Points as [X, Y, Z, T] with x = X/Z, y = Y/Z, xy = T/Z. */
const NOWHERE = [0n, 1n, 1n, 0n];

function added([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = ((y1 - x1) * (y2 - x2)) % P;
  const b = ((y1 + x1) * (y2 + x2)) % P;
  const c = (((2n * t1 * t2) % P) * D) % P;
  const d = (2n * z1 * z2) % P;
  return [((b - a) * (d - c)) % P, ((d + c) * (b + a)) % P, ((d - c) * (d + c)) % P, ((b - a) * (b + a)) % P];
}

function doubled([x, y, z]) {
  const a = (x * x) % P;
  const b = (y * y) % P;
  const h = a + b;
  const e = h - (x + y) ** 2n;
  const g = a - b;
  const f = 2n * z * z + g;
  return [(e * f) % P, (g * h) % P, (f * g) % P, (e * h) % P].map((value) => value % P);
}

const negative = ([x, y, z, t]) => [-x, y, z, -t];

function numberOf(bytes) {
  let text = '0x';
  for (let i = bytes.length - 1; i >= 0; i -= 1) text += bytes[i].toString(16).padStart(2, '0');
  return BigInt(text);
}

/** Null where the bytes are no point of the curve. */
function pointOf(bytes) {
  const number = numberOf(bytes);
  const sign = number >> 255n;
  const y = number & (2n ** 255n - 1n);
  if (y >= P) return null;
  const square = residue((y * y - 1n) * inverse(D * y * y + 1n));
  let x = power(square, (P + 3n) / 8n);
  if (residue(x * x - square) !== 0n) x = (x * ROOT_OF_MINUS_ONE) % P;
  if (residue(x * x - square) !== 0n || (x === 0n && sign === 1n)) return null;
  if ((x & 1n) !== sign) x = P - x;
  return [x, y, 1n, (x * y) % P];
}

const BASE = (() => {
  const y = residue(4n * inverse(5n));
  return pointOf(Uint8Array.from({ length: 32 }, (_, i) => Number((y >> BigInt(8 * i)) & 255n)));
})();

/** Whether 64 bytes are the signature of whoever has the key (32 bytes) under the message. */
export function isSignature(key, message, signature) {
  const signer = pointOf(key);
  const commitment = pointOf(signature.subarray(0, 32));
  const s = numberOf(signature.subarray(32));
  if (signer === null || commitment === null || s >= ORDER) return false;
  const hashed = new Uint8Array(64 + message.length);
  hashed.set(signature.subarray(0, 32));
  hashed.set(key, 32);
  hashed.set(message, 64);
  const k = numberOf(sha512(hashed)) % ORDER;
  // sB - kA, both at once from the highest bit down, must be the commitment.
  const steps = [NOWHERE, BASE, negative(signer), added(BASE, negative(signer))];
  let sum = NOWHERE;
  for (let bit = 252n; bit >= 0n; bit -= 1n) {
    sum = doubled(sum);
    const step = Number((s >> bit) & 1n) + 2 * Number((k >> bit) & 1n);
    if (step > 0) sum = added(sum, steps[step]);
  }
  const [x, y, z] = sum;
  const [x2, y2] = commitment;
  return residue(x - x2 * z) === 0n && residue(y - y2 * z) === 0n;
}
