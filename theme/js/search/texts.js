// @ts-check
// The texts of the site (stories, movements, news): Pagefind's index, asked by the rule of
// Vietnamese search. Loaded only when the register's own results are shown.
//
// Words that stand side by side come before scattered ones.

import { canonical, fold, wordsOf } from "../words.js";

/** @typedef {{url: string, content: string, meta: {title: string, description?: string, kind?: string}}} Text */
/** @typedef {{data: () => Promise<Text>, id: string}} Hit */
/** @typedef {{hits: Hit[], more: boolean}} Answer */

const LOOKED_AT = 40; // how many hits are looked at to bring matching titles to the top
const pagefind = await import(new URL("../../pagefind/pagefind.js", import.meta.url).href);

/** All hits of a query, the best first: words side by side, then words anywhere.
 * @param {string} words @param {boolean} exact @returns {Promise<Answer>} */
async function ask(words, exact) {
  await pagefind.options({ exactDiacritics: exact });
  const found = new Map();
  for (const query of [`"${words}"`, words]) {
    for (const hit of (await pagefind.search(query)).results) {
      if (!found.has(hit.id)) found.set(hit.id, hit);
    }
  }
  return best([...found.values()], words, exact);
}

/** @param {string} query @returns {Promise<Answer & {loosened: boolean}>} */
export async function search(query) {
  const words = wordsOf(canonical(query)).join(" ");
  const marked = fold(words) !== words;
  const exact = marked ? await ask(words, true) : { hits: [], more: false };
  const found = exact.hits.length ? exact : await ask(fold(words), false);
  return { ...found, loosened: marked && !exact.hits.length && found.hits.length > 0 };
}

/** How far a page's own title answers a query: all of it, its beginning, a part, or not at all.
 * @param {string} title @param {string} query */
function nearness(title, query) {
  const plain = (/** @type {string} */ text) => wordsOf(fold(canonical(text))).join(" ");
  const [name, words] = [plain(title), plain(query)];
  if (name === words) return 0;
  if (name.startsWith(`${words} `)) return 1;
  return ` ${name} `.includes(` ${words} `) ? 2 : 3;
}

/** Whether a page really has every word asked for: for a word that it does not know, Pagefind
 * offers the beginning of others. Only the last word may be unfinished.
 * @param {string} content @param {string} words @param {boolean} exact */
function answers(content, words, exact) {
  const text = exact ? canonical(content) : fold(canonical(content));
  const there = new Set(wordsOf(text));
  const asked = words.split(" ");
  const last = asked.pop() ?? "";
  return asked.every((word) => there.has(word))
    && (there.has(last) || (last.length > 2 && [...there].some((word) => word.startsWith(last))));
}

/** The hits that hold all words, those in front whose title answers best. Only the first ones are
 * looked at; `more` tells that there were others.
 * @param {Hit[]} hits @param {string} words @param {boolean} exact @returns {Promise<Answer>} */
async function best(hits, words, exact) {
  const seen = await Promise.all(hits.slice(0, LOOKED_AT).map(async (hit) => {
    const { content, meta } = await hit.data();
    return { hit, rank: nearness(meta.title, words), right: answers(content, words, exact) };
  }));
  const right = seen.filter((item) => item.right).sort((a, b) => a.rank - b.rank);
  return { hits: right.map((item) => item.hit), more: hits.length > LOOKED_AT && right.length > 0 };
}

