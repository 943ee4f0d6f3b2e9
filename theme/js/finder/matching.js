// @ts-check
// From lists to rows: which rows answer a question, and how well. docs/search.md tells the rules.

import { canonical, fold, wordsOf } from "../words.js";
import { Reader, postings } from "./bits.js";
import { AS_TYPED, listOf, spellingsOf } from "./dictionary.js";
import { table } from "./register.js";

/** @typedef {import("./dictionary.js").Spelling} Spelling */
/** @typedef {import("./register.js").Table} Table */
/** @typedef {{level: number, list: Uint8Array}} Wanted a list, and how near its spelling is to the word asked for */
/** @typedef {{rows: Uint32Array, ranks: Uint8Array, unfinished?: boolean}} Hits rising numbers of rows, and the rank of each */

const NONE = 255;
const WHERE = { whole: 0, begins: 1, adjacent: 2, name: 3, elsewhere: 4 };
const LEVELS = 3, BEGUN = 15; // a rank is BEGUN (or 0) + LEVELS × where + spelling
const HEAVY = 32768; // bytes: so much is not fetched for the beginning of a word that is being typed
const TOLD_APART = 31; // positions of words in a name; those beyond count as one

/** A word of the question while the volumes are gone through, with room for one volume's rows. */
class Asked {
  /** @param {Wanted[]} lists @param {number} room */
  constructor(lists, room) {
    this.lists = lists.map(({ level, list }) => ({ level, reader: new Reader(list) }));
    this.levels = new Uint8Array(room); // how near the nearest spelling of each row is
    this.places = new Int32Array(room); // where in the name: a bit a position, the last for all beyond
  }

  /** Take the postings of one volume; those of the volumes before it are passed over.
   * @param {number} volume @param {number} rows @param {Uint8Array} lengths of names, as far as known
   * @returns {boolean} whether there are any */
  read(volume, rows, lengths) {
    let any = false;
    for (const { level, reader } of this.lists) {
      for (let number; reader.at < reader.end && (number = this.next(reader)) <= volume;) {
        reader.at += 2;
        const end = reader.varint() + reader.at;
        if (number === volume) {
          if (!any) { this.levels.fill(NONE, 0, rows); this.places.fill(0, 0, rows); any = true; }
          postings(new Reader(reader.data, reader.at, end), (row, position, last) => {
            if (level < this.levels[row]) this.levels[row] = level;
            if (position >= 0) this.places[row] |= 1 << Math.min(position, TOLD_APART);
            if (last) lengths[row] = Math.min(position + 1, NONE);
          });
        }
        reader.at = end;
      }
    }
    return any;
  }

  /** @param {Reader} reader */
  next({ data, at }) { return data[at] * 256 + data[at + 1]; }
}

/** Where a row has the words.
 * @param {Asked[]} words @param {number} row @param {number} length of the name, if known */
function where(words, row, length) {
  let side = -1;
  for (let at = 0; at < words.length; at++) {
    const places = words[at].places[row];
    if (!places) return WHERE.elsewhere;
    side &= at < TOLD_APART ? (places & 0x7fffffff) >> at : 0;
  }
  if (!side) return WHERE.name;
  if (!(side & 1)) return WHERE.adjacent;
  return length === words.length ? WHERE.whole : WHERE.begins;
}

/** @param {Asked[]} words @param {number} row */
function spelling(words, row) {
  let worst = AS_TYPED;
  for (const { levels } of words) worst = Math.max(worst, levels[row]);
  return worst;
}

/** All rows that have some words, without regard to filters.
 * @param {string[]} words @param {string[]} typed @param {boolean} exact @param {boolean} live
 * @param {() => void} goOn throws when nobody waits for the answer any more @returns {Promise<Hits>} */
export async function hitsOf(words, typed, exact, live, goOn) {
  const last = words.length - 1;
  const unfinished = [...words[last]].length >= 2;
  const found = await Promise.all(words.map((word, at) => spellingsOf(word, typed[at], exact, unfinished && at === last)));
  if (found.some(({ whole, begun }) => !whole.length && !begun.length)) return NOTHING;
  goOn();
  const weight = found[last].begun.reduce((sum, [, { bytes: size }]) => sum + size, 0);
  const heavy = live && weight > HEAVY;
  if (heavy) found[last].begun = [];
  const load = (/** @type {[number, Spelling][]} */ some) =>
    Promise.all(some.map(async ([level, one]) => ({ level, list: await listOf(one) })));
  const [begun, ...whole] = await Promise.all([load(found[last].begun), ...found.map((one) => load(one.whole))]);
  goOn();
  return { ...match(await table(), whole, begun), unfinished: heavy };
}

/** @type {Hits} */
const NOTHING = { rows: new Uint32Array(), ranks: new Uint8Array() };

/** Go through the volumes; in each, find the rows that have every word.
 * @param {Table} volumes @param {Wanted[][]} whole lists of each word
 * @param {Wanted[]} begun lists of words that the last one begins @returns {Hits} */
function match({ volumes }, whole, begun) {
  const room = Math.max(...volumes.map(({ rows }) => rows));
  const words = whole.map((lists) => new Asked(lists, room));
  const before = words.slice(0, -1), finished = words[words.length - 1], open = new Asked(begun, room);
  const all = [...before, open];
  const lengths = new Uint8Array(room);
  /** @type {number[]} */ const rows = [];
  /** @type {number[]} */ const ranks = [];
  for (const [number, volume] of volumes.entries()) {
    lengths.fill(0, 0, volume.rows);
    const some = before.map((word) => word.read(number, volume.rows, lengths)).every(Boolean);
    const [ends, begins] = [finished, open].map((word) => word.read(number, volume.rows, lengths));
    if (!some || (!ends && !begins)) continue;
    for (let row = 0; row < volume.rows; row++) {
      if (before.some(({ levels }) => levels[row] === NONE)) continue;
      const whole = ends && finished.levels[row] !== NONE;
      if (!whole && !(begins && open.levels[row] !== NONE)) continue;
      const having = whole ? words : all;
      rows.push(volume.first + row);
      ranks.push((whole ? 0 : BEGUN) + where(having, row, lengths[row]) * LEVELS + spelling(having, row));
    }
  }
  return { rows: Uint32Array.from(rows), ranks: Uint8Array.from(ranks) };
}

/** @param {Table} all @returns {Hits} every row of the register */
const everything = ({ rows }) => ({ rows: Uint32Array.from({ length: rows }, (_, row) => row), ranks: new Uint8Array(rows) });

/** @type {{q: string, hits: Hits, loosened: boolean} | null} */
let lastAsked = null;

/** @param {string} q @param {boolean} filtered @param {boolean} live @param {() => void} goOn */
export async function ask(q, filtered, live, goOn) {
  const text = canonical(q), words = wordsOf(text);
  if (!words.length) return { hits: filtered ? everything(await table()) : NOTHING, loosened: false };
  if (lastAsked?.q === q && (live || !lastAsked.hits.unfinished)) return lastAsked;
  const typed = wordsOf(q.normalize("NFC").toLowerCase());
  const marked = fold(text) !== text;
  let hits = await hitsOf(words, typed, marked, live, goOn), loosened = false;
  if (marked && !hits.rows.length && !hits.unfinished) {
    hits = await hitsOf(words.map(fold), typed.map(fold), false, live, goOn);
    loosened = hits.rows.length > 0;
  }
  return lastAsked = { q, hits, loosened };
}
