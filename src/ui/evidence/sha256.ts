/*
 * SHA-256 (FIPS 180-4) piece by piece. The browser's own takes everything at once, which for ten minutes of video is more
 * memory than a phone has, and it is not there at all on a page without HTTPS.
 */

const BLOCK_BYTES = 64;

export type Hasher = {
  update(bytes: Uint8Array): void;
  /** In hexadecimal. Nothing may be added afterwards. */
  digest(): string;
};

export function sha256Hasher(): Hasher {
  const state = Int32Array.from(FIRST);
  const schedule = new Int32Array(64);
  const rest = new Uint8Array(BLOCK_BYTES);
  let [restBytes, bytes] = [0, 0];

  function update(piece: Uint8Array): void {
    bytes += piece.length;
    let at = 0;
    if (restBytes > 0) {
      at = Math.min(BLOCK_BYTES - restBytes, piece.length);
      rest.set(piece.subarray(0, at), restBytes);
      restBytes += at;
      if (restBytes < BLOCK_BYTES) return;
      compress(state, schedule, rest, 0);
    }
    for (; at + BLOCK_BYTES <= piece.length; at += BLOCK_BYTES) compress(state, schedule, piece, at);
    rest.set(piece.subarray(at));
    restBytes = piece.length - at;
  }

  function digest(): string {
    const bits = bytes * 8;
    const end = new Uint8Array(restBytes < 56 ? 64 - restBytes : 128 - restBytes);
    end[0] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(end.length - 4, bits % 2 ** 32);
    update(end);
    return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  return { update, digest };
}

/** The first 32 bits of the fractional part of a root of each of the first primes. */
function rootsOfPrimes(count: number, root: (prime: number) => number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}
const FIRST = rootsOfPrimes(8, Math.sqrt);
const ADDED = Int32Array.from(rootsOfPrimes(64, Math.cbrt));

/** Every index that is asked for is there; the types do not know it. */
const at = (list: Int32Array, index: number): number => list[index] ?? 0;
const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function compress(state: Int32Array, w: Int32Array, bytes: Uint8Array, start: number): void {
  for (let i = 0; i < 16; i++) {
    const from = start + i * 4;
    w[i] =
      ((bytes[from] ?? 0) << 24) |
      ((bytes[from + 1] ?? 0) << 16) |
      ((bytes[from + 2] ?? 0) << 8) |
      (bytes[from + 3] ?? 0);
  }
  for (let i = 16; i < 64; i++) {
    const x = at(w, i - 15);
    const y = at(w, i - 2);
    const small = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const large = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    w[i] = at(w, i - 16) + small + at(w, i - 7) + large;
  }
  let a = at(state, 0);
  let b = at(state, 1);
  let c = at(state, 2);
  let d = at(state, 3);
  let e = at(state, 4);
  let f = at(state, 5);
  let g = at(state, 6);
  let h = at(state, 7);
  for (let i = 0; i < 64; i++) {
    const chosen = (e & f) ^ (~e & g);
    const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + chosen + at(ADDED, i) + at(w, i)) | 0;
    const most = (a & b) ^ (a & c) ^ (b & c);
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + most) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = at(state, 0) + a;
  state[1] = at(state, 1) + b;
  state[2] = at(state, 2) + c;
  state[3] = at(state, 3) + d;
  state[4] = at(state, 4) + e;
  state[5] = at(state, 5) + f;
  state[6] = at(state, 6) + g;
  state[7] = at(state, 7) + h;
}
