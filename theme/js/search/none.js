// @ts-check
// Nothing was found: what to try.

import { make, number, part } from "./dom.js";
import { unfiltered, written } from "./state.js";
import { ask } from "./worker.js";

/** @typedef {import("./state.js").State} State */

const box = part("td-none");

/** @param {State} state @param {number} without how many rows there are without the filters
 * @param {() => boolean} wanted whether somebody still waits for it
 * @returns {Promise<number>} how many questions there are to try */
export async function showNone(state, without, wanted) {
  const tries = without || !state.q.trim() ? [] : (await ask("near", { q: state.q })).tries;
  if (!wanted()) return 0;
  const items = tries.map(({ q, total, like }) => make("li", {},
    make("a", { href: written({ ...unfiltered(state), q }), textContent: q }), make("span", { className: "td-meta", textContent: ` ${number(total)} kết quả, như ${like}` })));
  if (without) items.push(make("li", {}, make("a", { href: written(unfiltered(state)), textContent: "Bỏ mọi điều kiện lọc" }), make("span", { className: "td-meta", textContent: ` ${number(without)} kết quả` })));
  const how = state.q.trim() ? "bớt chữ, gõ không dấu" : "bớt điều kiện lọc";
  box.replaceChildren(
    ...items.length ? [make("h2", { textContent: "Có phải bạn tìm:" }), make("ul", {}, ...items)] : [],
    make("p", {}, `${items.length ? "Hoặc" : "Hãy"} ${how}, hoặc `, make("a", { href: "#danh-sach", textContent: "xem theo danh sách" }), "."),
  );
  box.hidden = false;
  return items.length;
}
