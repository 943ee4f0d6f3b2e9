// @ts-check
// The texts of the site that answer too, shown beneath the register's rows.

import { make, part } from "./dom.js";
import { search } from "./texts.js";

/** @typedef {import("./texts.js").Hit} Hit */

const STEP = 10;
const [section, count, list, more] = ["td-texts", "td-texts-count", "td-texts-results", "td-texts-more"].map((id) => part(id));
/** @type {Hit[]} */
let rest = [];
let current = () => false;

/** @param {string} query @param {() => boolean} wanted whether somebody still waits for this answer
 * @returns {Promise<number>} how many texts answer */
export async function showTexts(query, wanted) {
  const found = query ? await search(query) : { hits: [], more: false };
  if (!wanted()) return 0;
  const { length } = rest = found.hits;
  current = wanted;
  section.hidden = !length;
  count.textContent = `${found.more ? "Hơn " : ""}${length} bài, trang có “${query}”.`;
  list.replaceChildren();
  await showMore();
  return length;
}

async function showMore() {
  const wanted = current;
  const rows = await Promise.all(rest.splice(0, STEP).map(row));
  if (!wanted()) return;
  list.append(...rows);
  more.hidden = !rest.length;
}
more.addEventListener("click", showMore);

/** @param {Hit} hit */
async function row(hit) {
  const { url, meta } = await hit.data();
  const told = (meta.description ?? "").replace(`${meta.title}: `, "");
  const line = [meta.kind, told].filter(Boolean).join(" · ");
  return make("li", {}, make("a", { href: url, textContent: meta.title }), make("p", { className: "td-meta", textContent: line }));
}
