/**
 * SHA-256 and SHA-512 (FIPS 180-4) at once and without waiting: what browsers bring answers later, and only where the
 * page came from a place they trust. The constants are computed from what they are: roots of the first primes.
 */

/** The first 64 bits behind the point of the square or cube root of each of the first `count` primes. */
function rootsOfPrimes(count, degree) {
  const primes = [];
  for (let candidate = 2; primes.length < count; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return primes.map((prime) => {
    const scaled = BigInt(prime) << BigInt(64 * degree);
    // Newton's way down to the whole part of the root.
    let root = 1n << 70n;
    for (;;) {
      const next = (root * BigInt(degree - 1) + scaled / root ** BigInt(degree - 1)) / BigInt(degree);
      if (next >= root) return BigInt.asUintN(64, root);
      root = next;
    }
  });
}

const ROUND_CONSTANTS = rootsOfPrimes(80, 3);
const START = rootsOfPrimes(8, 2);
const START_384 = rootsOfPrimes(16, 2).slice(8);
const ROUND_CONSTANTS_32 = Int32Array.from(ROUND_CONSTANTS.slice(0, 64), (root) => Number(root >> 32n) | 0);
const START_32 = Int32Array.from(START, (root) => Number(root >> 32n) | 0);

const schedule = new Int32Array(64);

/** SHA-256 of bytes that come in parts. */
export class Sha256 {
  state = START_32.slice();
  block = new Uint8Array(64);
  length = 0;

  update(bytes) {
    const { block } = this;
    for (let read = 0; read < bytes.length; ) {
      const filled = this.length % 64;
      const taken = Math.min(64 - filled, bytes.length - read);
      for (let i = 0; i < taken; i += 1) block[filled + i] = bytes[read + i];
      read += taken;
      this.length += taken;
      if (filled + taken === 64) mix(this.state, block);
    }
    return this;
  }

  /** Writes 32 bytes to the beginning of `target`. */
  digestInto(target) {
    const { block, state } = this;
    const filled = this.length % 64;
    block.fill(0, filled);
    block[filled] = 0x80;
    if (filled >= 56) {
      mix(state, block);
      block.fill(0);
    }
    const view = new DataView(block.buffer);
    view.setUint32(56, Math.floor(this.length / 2 ** 29));
    view.setUint32(60, (this.length * 8) % 2 ** 32);
    mix(state, block);
    for (let i = 0; i < 32; i += 1) target[i] = state[i >> 2] >>> (24 - 8 * (i & 3));
    return target;
  }
}

function mix(state, block) {
  const w = schedule;
  for (let i = 0; i < 16; i += 1)
    w[i] = (block[4 * i] << 24) | (block[4 * i + 1] << 16) | (block[4 * i + 2] << 8) | block[4 * i + 3];
  for (let i = 16; i < 64; i += 1) {
    const x = w[i - 15];
    const y = w[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + s1 + ((e & f) ^ (~e & g)) + ROUND_CONSTANTS_32[i] + w[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

const turned = (x, by) => BigInt.asUintN(64, (x >> by) | (x << (64n - by)));

/** SHA-384 of a few bytes: the same with another start, and cut. */
export const sha384 = (bytes) => sha512(bytes, START_384).subarray(0, 48);

/** SHA-512 of a few bytes: only signatures need it. */
export function sha512(bytes, start = START) {
  const padded = new Uint8Array(Math.ceil((bytes.length + 17) / 128) * 128);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const state = [...start];
  for (let at = 0; at < padded.length; at += 128) {
    const w = Array.from({ length: 16 }, (_, i) => view.getBigUint64(at + 8 * i));
    for (let i = 16; i < 80; i += 1) {
      const s0 = turned(w[i - 15], 1n) ^ turned(w[i - 15], 8n) ^ (w[i - 15] >> 7n);
      const s1 = turned(w[i - 2], 19n) ^ turned(w[i - 2], 61n) ^ (w[i - 2] >> 6n);
      w.push(BigInt.asUintN(64, w[i - 16] + s0 + w[i - 7] + s1));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 80; i += 1) {
      const s1 = turned(e, 14n) ^ turned(e, 18n) ^ turned(e, 41n);
      const one = h + s1 + ((e & f) ^ (BigInt.asUintN(64, ~e) & g)) + ROUND_CONSTANTS[i] + w[i];
      const s0 = turned(a, 28n) ^ turned(a, 34n) ^ turned(a, 39n);
      const two = s0 + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, BigInt.asUintN(64, d + one), c, b, a, BigInt.asUintN(64, one + two)];
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = BigInt.asUintN(64, state[i] + value);
  }
  const digest = new Uint8Array(64);
  const written = new DataView(digest.buffer);
  for (const [i, value] of state.entries()) written.setBigUint64(8 * i, value);
  return digest;
}
