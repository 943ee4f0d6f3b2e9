// @ts-check
// Where the filters stand: in a column beside the results, or on a phone in a sheet over the page.
// The sheet is a modal dialog: the browser keeps the focus in it and closes it with Esc; it has an
// entry in the history, so that Back closes it too.

import { groups, number, part } from "./dom.js";

const wide = matchMedia("(min-width: 60rem)");
const sheet = /** @type {HTMLDialogElement} */ (part("td-sheet"));
const filters = part("td-filters"), side = part("td-side");
const show = part("td-sheet-show"), opener = part("td-filter");
let before = ""; // the address when the sheet was opened

const place = () => {
  sheet.close();
  (wide.matches ? side : part("td-sheet-body")).append(filters);
  side.hidden = !wide.matches || part("td-tools").hidden;
};

/** What the next entry of the history is told: whether the sheet is open. */
export const sheetState = () => sheet.open ? { sheet: true } : null;

/** Whether a change of the filters stays in the same entry of the history. */
export const inSheet = () => sheet.open;

/** @param {boolean} there whether there is anything to filter @param {number} total @param {number} filtering */
export function showPanel(there, total, filtering) {
  part("td-tools").hidden = !there;
  side.hidden = !there || !wide.matches;
  opener.textContent = filtering ? `Lọc (${filtering})` : "Lọc";
  show.textContent = total ? `Xem ${number(total)} kết quả` : "Không có kết quả";
}

/** Close the sheet, if it is open. @returns {boolean} whether it was */
export function closeSheet() {
  const open = sheet.open;
  sheet.close();
  return open;
}

/** @param {() => void} dropAll takes all filters away */
export function startPanel(dropAll) {
  wide.addEventListener("change", place);
  place();
  if (wide.matches) groups[0].open = true;
  opener.addEventListener("click", () => {
    before = location.search;
    history.pushState({ sheet: true }, "");
    sheet.showModal();
  });
  for (const button of [show, part("td-sheet-close")]) button.addEventListener("click", closeSheet);
  part("td-sheet-clear").addEventListener("click", dropAll);
  sheet.addEventListener("click", ({ target }) => { if (target === sheet) sheet.close(); });
  sheet.addEventListener("close", () => {
    if (!history.state?.sheet) return; // Back has left the entry already
    if (location.search === before) history.back(); else history.replaceState(null, "");
  });
}
