// @ts-check
// Nothing was found: questions like the one asked that do find something. The register's own
// syllables (goi-y.txt, the commonest first) tell which words it does not know.

import { canonical, fold, wordsOf } from "../words.js";
import { hitsOf } from "./matching.js";
import { page } from "./order.js";
import { fetched, shown } from "./register.js";

/** @typedef {{q: string, total: number, like: string}} Try a question, how many rows answer, and the name of the first */

const SHOWN = 3;
const TRIED = 8; // each costs the lists of its words
const OTHERS = 3; // ways to write a word

/** Whether one letter more, less, other, or two changed about, make the same word.
 * @param {string} one @param {string} other */
function oneApart(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0, end = 0;
  const short = Math.min(one.length, other.length);
  while (start < short && one[start] === other[start]) start++;
  while (end < short - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [a, b] = [one, other].map((word) => word.slice(start, word.length - end));
  return Math.max(a.length, b.length) === 1 || (a.length === 2 && a[0] === b[1] && a[1] === b[0]);
}

/** A word typed by Telex while no input method was on: "nguyeenx" is "nguyen".
 * @param {string} word */
const untyped = (word) => word.replace(/([aeod])\1/g, "$1").replace(/w/g, "").replace(/(?<=[aeiouy])[sfrxj]/g, "");

/** How else a word may have been meant, the likeliest first.
 * @param {string} word @param {Map<string, number>} known each syllable's place by how common it is */
function others(word, known) {
  if (/^\d+\D/.test(word)) return [word.replace(/\D.*/, "")]; // 1870qdubnd
  if (/\d/.test(word)) return [];
  const parted = Array.from({ length: Math.max(word.length - 3, 0) }, (_, at) => [word.slice(0, at + 2), word.slice(at + 2)]);
  const place = (/** @type {string} */ one) => known.get(one) ?? Infinity;
  const near = [...known.keys()].filter((one) => oneApart(word, one)); // they stand in order
  const pair = parted.filter((two) => two.every((one) => known.has(one))).sort((a, b) => Math.max(...a.map(place)) - Math.max(...b.map(place)))[0];
  const found = [known.has(untyped(word)) ? untyped(word) : "", ...near.slice(0, OTHERS), pair?.join(" ") ?? ""];
  return [...new Set(found)].filter((one) => one && one !== word);
}

/** What to ask instead: first other spellings, then fewer words.
 * @param {string[]} words @param {Map<string, number>} known */
function instead(words, known) {
  const odd = words.filter((word) => !known.has(word) && !/^\d+$/.test(word));
  const meant = words.map((word) => !odd.length || odd.includes(word) ? others(word, known) : []);
  const found = Array.from({ length: OTHERS + 1 }, (_, turn) => odd.length
    ? [words.map((word, at) => odd.includes(word) ? meant[at][turn] ?? meant[at][0] ?? "" : word)]
    : words.map((_, at) => meant[at][turn] ? words.with(at, meant[at][turn]) : [])).flat();
  const fewer = words.map((one, at) => !odd.length || odd.includes(one) ? words.map((word, place) => place === at ? "" : odd.includes(word) ? meant[place][0] ?? "" : word) : []);
  return new Set([...found.slice(0, TRIED - 4), ...fewer.slice(0, 4)].map((some) => some.filter(Boolean).join(" ")));
}

/** @param {string} q @param {() => void} goOn throws when nobody waits any more @returns {Promise<Try[]>} */
export async function tries(q, goOn) {
  const words = wordsOf(fold(canonical(q)));
  const list = await fetched("goi-y.txt", (answer) => answer.text());
  const known = new Map(list.split(" ").map((/** @type {string} */ word, /** @type {number} */ at) => [word, at]));
  /** @type {Try[]} */ const found = [];
  for (const question of instead(words, known)) {
    if (found.length === SHOWN || !question || question === words.join(" ")) continue;
    goOn();
    const asked = question.split(" ");
    const hits = await hitsOf(asked, asked, false, true, goOn);
    const [row] = await page(hits, "phu-hop", 0, 1);
    if (row !== undefined) found.push({ q: question, total: hits.rows.length, like: (await shown(row)).name });
  }
  return found;
}
