// @ts-check
// What the page shows of an answer: how many, the rows, the way to further pages.

import { make, number, part } from "./dom.js";

/** @typedef {import("../finder.js").Answer} Answer */
/** @typedef {import("../finder/register.js").Found} Found */

const ROOT = new URL("../../", import.meta.url);
const HONOURED = ["ca-nhan", "tap-the", "ho-gia-dinh"];
const GONE = ["cancelled", "stripped", "ended"];
const list = part("td-results"), pages = part("td-pages");

/** The address of a row's page. @param {Found} found */
export const pageOf = (found) => new URL(`.${found.address}`, ROOT).href;

/** @param {Found} found */
export function row(found) {
  const place = found.place.toLowerCase() === found.name.toLowerCase() ? "" : found.place;
  const what = [HONOURED.includes(found.kind) ? "" : found.kindText, found.award].filter(Boolean).join(" · ");
  const where = [found.date.length > 4 ? found.date : "", found.unit, place].filter(Boolean).join(" · ");
  const gone = GONE.includes(found.state);
  const tags = [];
  if (found.state !== "in_force") tags.push(make("span", { className: gone ? "td-tag td-tag--gone" : "td-tag", textContent: found.stateText.toLowerCase() }));
  if (found.illustrative) tags.push(make("span", { className: "td-tag", textContent: "minh họa" }));
  const name = make("p", { className: "td-result__name" }, make("a", { href: pageOf(found), textContent: found.name }), ...tags.flatMap((tag) => [" ", tag]));
  const item = make("li", { className: gone ? "td-result td-result--gone" : "td-result" }, name);
  if (found.date) item.append(make("p", { className: "td-result__year", textContent: found.date.slice(-4) }));
  if (what) item.append(make("p", { className: "td-result__what", textContent: what }));
  if (where) item.append(make("p", { className: "td-meta", textContent: where }));
  return item;
}

/** @param {Answer} answer @param {string} q @param {number} texts how many texts answer */
export function told({ total, loosened, unfinished }, q, texts = 0) {
  if (unfinished && !total) return "Đang tìm cả những chữ bắt đầu như chữ cuối…";
  const what = q.trim() ? ` “${q.trim()}”` : "";
  if (!total && texts) return `Không có lượt khen, tên gọi nào khớp${what}, nhưng có bài viết, trang khác nói tới: xem bên dưới.`;
  if (!total) return `Không tìm thấy${what || " mục nào"} trong sổ vinh danh.`;
  return `${number(total)} kết quả${what && ` có${what}`}${loosened ? ", không phân biệt dấu" : ""}${unfinished ? ", chưa kể chữ đang gõ dở" : ""}.`;
}

/** @param {Answer} answer */
export const showRows = (answer) => list.replaceChildren(...answer.rows.map(row));

/** The links to the pages before and after.
 * @param {number} at @param {number} last @param {(page: number) => string} address */
export function showPages(at, last, address) {
  pages.hidden = last < 2;
  const step = (/** @type {number} */ to, /** @type {string} */ text, /** @type {string} */ rel) =>
    to < 1 || to > last ? make("span") : make("a", { className: "td-button", href: address(to), rel, textContent: text });
  pages.replaceChildren(step(at - 1, "Trang trước", "prev"), make("span", { className: "td-meta", textContent: `Trang ${number(at)} / ${number(last)}` }), step(at + 1, "Trang sau", "next"));
}
