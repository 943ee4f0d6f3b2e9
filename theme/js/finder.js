// @ts-check
// The register's search, a worker: it reads the files of tra-cuu/so/ and answers questions. What
// the files hold is told in generator/finder/; the rules are told in docs/search.md. What few
// questions need (finder/near.js, finder/sheet.js) is loaded when it is asked for.

import { sift } from "./finder/facets.js";
import { ask } from "./finder/matching.js";
import { page } from "./finder/order.js";
import { shown, table } from "./finder/register.js";

/** @typedef {import("./finder/facets.js").Count} Count */
/** @typedef {import("./finder/facets.js").Filters} Filters */
/** @typedef {import("./finder/near.js").Try} Try */
/** @typedef {import("./finder/register.js").Found} Found */
/** @typedef {import("./finder/sheet.js").Sheet} Sheet */
/** @typedef {{id: number, q: string, filters?: Filters, years?: [number, number], sort?: string}} Wanted years: from and to, 0 where there is no end */
/** @typedef {Wanted & {from?: number, size?: number, facets?: string[], live?: boolean}} Question live: asked while somebody types */
/** @typedef {{id: number, total: number, unfiltered: number, loosened: boolean, unfinished: boolean, rows: Found[], facets: Record<string, Count[]>, chosen: Record<string, Count[]>}} Answer chosen: the values filtered by, with their words */

/** @param {Filters} filters @param {[number, number]} years @returns {Promise<Filters>} */
async function withYears(filters, [from, to]) {
  if (!from && !to) return filters;
  const { volumes } = await table();
  const within = volumes.map(({ year }) => year).filter((year) => year && year >= from && year <= (to || Infinity));
  return { ...filters, nam: [...new Set([0, ...within])].map(String) }; // 0 is no row's year: no year is no row
}

/** The rows that answer a question, and the counts of facets.
 * @param {Question} question @param {() => void} goOn throws when nobody waits any more */
async function rowsOf({ q, filters = {}, years = [0, 0], facets = [], live = false }, goOn) {
  const asked = await withYears(filters, years);
  const filtered = Object.values(asked).some(({ length }) => length);
  const { hits, loosened } = await ask(q, filtered, live, goOn);
  return { all: hits, loosened, ...await sift(hits, asked, facets) };
}

/** @param {Question} question @param {() => void} goOn @returns {Promise<Answer>} */
async function answer(question, goOn) {
  const { id, sort = "phu-hop", from = 0, size = 10 } = question;
  const { all, hits, loosened, facets, chosen } = await rowsOf(question, goOn);
  const rows = await Promise.all((await page(hits, sort, from, size)).map(shown));
  const total = hits.rows.length, unfiltered = question.q.trim() ? all.rows.length : 0;
  return { id, total, unfiltered, loosened, unfinished: Boolean(all.unfinished), rows, facets, chosen };
}

/** @param {Question} question @param {() => void} goOn @returns {Promise<{id: number, tries: Try[]}>} */
async function near({ id, q }, goOn) {
  const { tries } = await import("./finder/near.js");
  return { id, tries: await tries(q, goOn) };
}

/** @param {Question} question @param {() => void} goOn @returns {Promise<Sheet & {id: number}>} */
async function sheet(question, goOn) {
  const { hits } = await rowsOf(question, goOn);
  const { id, sort = "phu-hop" } = question;
  const rows = await page(hits, sort, 0, hits.rows.length);
  const { written } = await import("./finder/sheet.js");
  return { id, ...await written(rows, (done) => { goOn(); self.postMessage({ id, done, total: rows.length }); }) };
}

const WORK = { answer, near, sheet };
/** @type {Record<string, number>} */
const newest = {};

self.onmessage = async ({ data: { work = "answer", ...question } }) => {
  newest[work] = question.id;
  const goOn = () => { if (question.id !== newest[work]) throw new Error("overtaken"); };
  try {
    self.postMessage(question.id ? await WORK[/** @type {keyof WORK} */ (work)](question, goOn) : {});
  } catch (error) {
    if (question.id === newest[work]) self.postMessage({ id: question.id, error: String(error) });
  }
};
