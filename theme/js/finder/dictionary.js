// @ts-check
// From words to lists: which spellings answer a word, and where the rows of each are listed.

import { fold } from "../words.js";
import { Reader } from "./bits.js";
import { bytes, fetched, table } from "./register.js";

/** @typedef {{word: string, bytes: number, list: Uint8Array | null, file: string, at: number}} Spelling */
/** @typedef {{folded: string, spellings: Spelling[]}} Entry */
/** @typedef {{whole: [number, Spelling][], begun: [number, Spelling][]}} Answering spellings, and of how near each is */

export const AS_TYPED = 0, MARKS = 1, TWIN = 2; // how a word is spelled beside the word asked for
const ODD = "_"; // the dictionary of all that is no plain syllable or number

/** The same syllable with i for y or y for i (ly, li), where both are written; "" elsewhere.
 * @param {string} folded */
function twin(folded) {
  if (!/^(?:[hklmstv]|qu)[iy]$/.test(folded)) return "";
  return folded.slice(0, -1) + (folded.endsWith("y") ? "i" : "y");
}

/** @param {string} folded */
const shardOf = (folded) => /^[a-z0-9]{1,32}$/.test(folded) ? folded.slice(0, 2) : ODD;

/** @param {string} name @returns {Promise<Entry[]>} */
function shard(name) {
  return fetched(`muc/muc-${name}.bin`, async (answer) => {
    const reader = new Reader(new Uint8Array(await answer.arrayBuffer()));
    const entries = [];
    while (reader.at < reader.end) entries.push(entry(reader));
    return entries;
  });
}

/** @param {string} word */
const hex = (word) => [...new TextEncoder().encode(word)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param {Reader} reader @returns {Entry} */
function entry(reader) {
  const folded = reader.text(), head = reader.varint(), inline = (head & 3) === 1, each = (head & 3) === 2;
  let at = 0;
  const spellings = Array.from({ length: head >> 2 }, () => {
    const word = reader.text() || folded, size = reader.varint();
    at += size;
    const file = each ? `tu/tu-${folded}-${hex(word)}.bin` : `tu/tu-${folded}.bin`;
    return { word, bytes: size, list: /** @type {Uint8Array | null} */ (null), file, at: each ? 0 : at - size };
  });
  if (inline) for (const spelling of spellings) spelling.list = reader.take(spelling.bytes);
  return { folded, spellings };
}

/** Which spellings answer a word, and how near each is.
 * @param {string} word @param {string} typed the word before its tone was put in place
 * @param {boolean} exact @param {boolean} unfinished whether it may be the beginning of a word
 * @returns {Promise<Answering>} */
export async function spellingsOf(word, typed, exact, unfinished) {
  const folded = fold(word), other = exact ? "" : twin(folded);
  /** @type {Answering} */
  const found = { whole: [], begun: [] };
  for (const { folded: key, spellings } of await entriesNear(folded, other, unfinished)) {
    for (const spelling of spellings) {
      const same = spelling.word === word, begins = [word, typed].some((text) => spelling.word.startsWith(text));
      if (same || (!exact && (key === folded || key === other))) {
        found.whole.push([same ? AS_TYPED : key === folded ? MARKS : TWIN, spelling]);
      } else if (unfinished && (begins || (!exact && key.startsWith(folded)))) {
        found.begun.push([begins ? AS_TYPED : MARKS, spelling]);
      }
    }
  }
  return found;
}

/** @param {string} folded @param {string} other @param {boolean} unfinished @returns {Promise<Entry[]>} */
async function entriesNear(folded, other, unfinished) {
  const { shards } = await table();
  const wanted = new Set([folded, other].filter(Boolean).map(shardOf));
  if (unfinished) wanted.add(ODD);
  const there = [...wanted].filter((name) => shards.includes(name));
  return (await Promise.all(there.map(shard))).flat();
}

/** @param {Spelling} spelling @returns {Promise<Uint8Array>} */
export async function listOf({ list, file, at, bytes: size }) {
  return list ?? (await bytes(file)).subarray(at, at + size);
}
