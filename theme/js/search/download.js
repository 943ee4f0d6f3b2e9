// @ts-check
// The whole list of results as a file.

import { canonical, fold, wordsOf } from "../words.js";
import { make } from "./dom.js";
import { ask } from "./worker.js";

/** @typedef {import("./state.js").State} State */

/** @param {State} state @param {(done: number, total: number) => void} tell @returns {Promise<number>} how many rows */
export async function download(state, tell) {
  const { q, filters, years, sort } = state;
  const { text, rows } = await ask("sheet", { q, filters, years, sort }, tell);
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  make("a", { href: address, download: `${["tra-cuu", ...wordsOf(fold(canonical(q)))].join("-").slice(0, 60)}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return rows;
}
