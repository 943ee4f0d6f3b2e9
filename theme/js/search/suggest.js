// @ts-check
// The suggestions under the box, by the combobox pattern of the ARIA Authoring Practices: arrows
// move among them while the focus stays in the box, Enter takes one, Esc closes.
//
// A suggestion is a text of the rows found that has the words typed: a name, a unit, an award, a
// place. A record or a decision is gone to; anything else becomes the question.

import { canonical, fold, wordsOf } from "../words.js";
import { make, part } from "./dom.js";
import { pageOf } from "./results.js";

/** @typedef {import("../finder/register.js").Found} Found */
/** @typedef {{text: string, kind: string, href: string}} Suggestion href: "" for a new question */

const MOST = 6;
const HONOURED = ["ca-nhan", "tap-the", "ho-gia-dinh"];
const input = /** @type {HTMLInputElement} */ (part("td-q"));
const list = part("td-suggest");
/** @type {Suggestion[]} */
let shown = [];
let active = -1;

/** Whether a text has all words of a question, the last one perhaps only begun.
 * @param {string} text @param {string[]} words folded */
function has(text, words) {
  const there = wordsOf(fold(canonical(text)));
  return words.every((word, at) => there.some((one) => one === word || (at === words.length - 1 && one.startsWith(word))));
}

/** @param {string} q @param {Found[]} rows @returns {Suggestion[]} */
function suggestions(q, rows) {
  const words = wordsOf(fold(canonical(q)));
  /** @type {Map<string, Suggestion>} */
  const found = new Map();
  for (const row of rows) {
    const named = { text: row.name, kind: row.kindText.toLowerCase(), href: HONOURED.includes(row.kind) ? "" : pageOf(row) };
    const beside = [["đơn vị", row.unit], ["danh hiệu, hình thức", row.award], ["địa bàn", row.place]].map(([kind, text]) => ({ text, kind, href: "" }));
    const one = [named, ...HONOURED.includes(row.kind) ? beside : []].find(({ text }) => text && has(text, words));
    const same = one && !one.href && canonical(one.text) === canonical(q.trim());
    if (one && !same && !found.has(one.text.toLowerCase())) found.set(one.text.toLowerCase(), one);
  }
  return words.length ? [...found.values()].slice(0, MOST) : [];
}

export function close() {
  shown = [];
  list.hidden = true;
  mark(-1);
  input.ariaExpanded = "false";
}

/** @param {number} at */
function mark(at) {
  list.children[active]?.setAttribute("aria-selected", "false");
  active = at;
  const option = list.children[at];
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", option?.id ?? "");
}

/** Show what may be meant; only while somebody is in the box.
 * @param {string} q @param {Found[]} rows */
export function suggest(q, rows) {
  close();
  if (document.activeElement !== input) return;
  shown = suggestions(q, rows);
  list.replaceChildren(...shown.map(({ text, kind }, at) => {
    const option = make("li", { id: `td-option-${at}`, role: "option", ariaSelected: "false" },
      make("span", { className: "td-suggest__text", textContent: text }), " ", make("span", { className: "td-meta", textContent: kind }));
    option.dataset.at = `${at}`;
    return option;
  }));
  list.hidden = !shown.length;
  input.ariaExpanded = `${Boolean(shown.length)}`;
}

/** @param {(text: string) => void} ask asks for a text */
export function startSuggestions(ask) {
  input.role = "combobox";
  input.ariaAutoComplete = "list";
  input.ariaExpanded = "false";
  input.setAttribute("aria-controls", list.id);
  const take = (/** @type {Suggestion} */ { text, href }) => {
    close();
    if (href) location.assign(href); else ask(text);
  };
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length) mark((active + 1 + step + shown.length + 1) % (shown.length + 1) - 1);
    else if (event.key === "Enter" && active >= 0) take(shown[active]);
    else if (event.key === "Escape" && shown.length) close();
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the box
  list.addEventListener("click", ({ target }) => {
    const option = /** @type {HTMLElement} */ (target).closest("li");
    if (option) take(shown[Number(option.dataset.at)]);
  });
}
