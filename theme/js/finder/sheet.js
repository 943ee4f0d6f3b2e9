// @ts-check
// All rows of an answer as CSV, with columns of the published file (generator/records/published.py),
// in UTF-8 with a byte order mark and CRLF, so that Excel opens it right.

import { shown } from "./register.js";

/** @typedef {{text: string, rows: number}} Sheet */
/** @typedef {import("./register.js").Found} Found */

const AT_ONCE = 96; // rows whose files are asked for together
const COLUMNS = ["địa chỉ", "tên", "loại đối tượng", "danh hiệu, hình thức", "đơn vị", "địa bàn", "ngày", "quyết định", "tình trạng", "dữ liệu minh họa"];
const SITE = new URL("../../", import.meta.url);

/** A cell that no spreadsheet takes for a formula, quoted where it must be. @param {string} text */
function cell(text) {
  const harmless = /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A day, month or year as ISO 8601 writes it: 2019-05. @param {string} date as it is shown */
const iso = (date) => (date.match(/\d+/g) ?? []).reverse().map((part) => part.padStart(2, "0")).join("-");

/** @param {string[]} cells */
const line = (cells) => `${cells.map(cell).join(",")}\r\n`;

/** @param {Found} found */
const row = (found) => line([
  new URL(`.${found.address}`, SITE).href, found.name, found.kindText.toLowerCase(), found.award, found.unit, found.place,
  iso(found.date), found.decision, found.stateText, found.illustrative ? "có" : "",
]);

/** @param {number[]} rows @param {(done: number) => void} tell @returns {Promise<Sheet>} */
export async function written(rows, tell) {
  let text = `\ufeff${line(COLUMNS)}`;
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    tell(at);
    text += (await Promise.all(rows.slice(at, at + AT_ONCE).map(shown))).map(row).join("");
  }
  return { text, rows: rows.length };
}
