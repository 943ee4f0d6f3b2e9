// @ts-check
// The filters: groups of values with their counts, the years from and to, and what is filtered by
// now. A group's counts are asked for when it is opened. While a question stands, values keep their
// places, so that nothing moves under a finger.

import { canonical, fold } from "../words.js";
import { button, groups, make, number, part } from "./dom.js";
import { FACETS, filtersOf, unfiltered } from "./state.js";

/** @typedef {import("../finder.js").Answer} Answer */
/** @typedef {import("../finder.js").Count} Count */
/** @typedef {import("./state.js").State} State */
/** @typedef {(change: Partial<State>) => void} Change */

const FIRST = 8; // values shown of a group; the others stand behind a button
const MANY = 20; // values from which on a group has a box to look for one
const chips = part("td-chips");
const ends = /** @type {HTMLSelectElement[]} */ ([part("td-tu"), part("td-den")]);

/** Show the counts of an answer, and what is filtered by.
 * @param {Answer} answer @param {State} state @param {Change} change */
export function showFilters(answer, state, change) {
  for (const group of groups) {
    const name = group.dataset.facet ?? "", counts = answer.facets[name];
    const count = name === "nam" ? Number(state.years.some(Boolean)) : (state.filters[name] ?? []).length;
    const [summary] = group.children;
    summary.textContent = group.dataset.label + (count ? ` (${count})` : "");
    if (counts && name === "nam") showYears(counts, state, change);
    else if (counts) showValues(group, counts, state, change);
  }
  showChips(answer, state, change);
}

/** @param {Count[]} counts @param {State} state @param {Change} change */
function showYears(counts, state, change) {
  ends.forEach((select, end) => {
    const own = state.years[end], known = counts.some(([year]) => Number(year) === own);
    const years = own && !known ? [[`${own}`, "", 0], ...counts] : counts;
    select.replaceChildren(make("option", { value: "0", textContent: end ? "nay" : "đầu" }), ...years.map(([year, , count]) =>
      make("option", { value: `${year}`, textContent: `${year} (${number(Number(count))})` })));
    select.value = `${own}`;
    select.onchange = () => {
      const [from, to] = ends.map(({ value }) => Number(value));
      change({ years: from && to && from > to ? [to, from] : [from, to] });
    };
  });
}

/** @param {HTMLDetailsElement} group @param {Count[]} counts @param {State} state @param {Change} change */
function showValues(group, counts, state, change) {
  const fresh = group.dataset.asked !== state.q;
  group.dataset.asked = state.q;
  const name = group.dataset.facet ?? "", box = /** @type {HTMLElement} */ (group.lastElementChild);
  const chosen = state.filters[name] ?? [], left = new Map(counts.map((count) => [count[0], count]));
  const rows = /** @type {HTMLLabelElement[]} */ (fresh ? [] : [...box.querySelectorAll("label.td-facet__value")]);
  if (!rows.length) { box.replaceChildren(); }
  for (const row of rows) {
    const input = /** @type {HTMLInputElement} */ (row.control), count = left.get(input.value);
    left.delete(input.value);
    input.checked = chosen.includes(input.value);
    /** @type {HTMLElement} */ (row.lastElementChild).textContent = number(count?.[2] ?? 0);
  }
  const rank = (/** @type {Count} */ [value, , count]) => (chosen.includes(value) ? 1e9 : 0) + count;
  const added = [...left.values()].sort((a, b) => rank(b) - rank(a)).map((count) => choice(name, count, chosen, state, change));
  box.querySelector("p")?.remove();
  if (!rows.length && !added.length) box.append(make("p", { className: "td-meta", textContent: "Không có." }));
  (rows.at(-1) ?? box)[rows.length ? "after" : "append"](...added);
  if (!rows.length) foldAway(box, added, group.dataset.label ?? "");
}

/** @param {string} name @param {Count} count @param {string[]} chosen @param {State} state @param {Change} change */
function choice(name, [value, label, count], chosen, state, change) {
  const input = make("input", { type: "checkbox", name, value, checked: chosen.includes(value) });
  input.addEventListener("change", () => {
    const own = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(`input[name="${name}"]:checked`));
    change({ filters: { [name]: [...own].map((one) => one.value) } });
  });
  return make("label", { className: "td-facet__value" }, input, make("span", { textContent: label }), make("span", { className: "td-meta", textContent: number(count) }));
}

/** Hide all but the first values behind a button; a long list gets a box to look for a value.
 * @param {HTMLElement} box @param {HTMLElement[]} values @param {string} label */
function foldAway(box, values, label) {
  if (values.length <= FIRST + 1) return;
  const rest = values.slice(FIRST);
  for (const value of rest) value.hidden = true;
  const more = button("td-facet__more", () => {
    for (const value of rest) value.hidden = false;
    more.remove();
    rest[0].querySelector("input")?.focus();
  }, `Xem thêm ${number(rest.length)}`);
  box.append(more);
  if (values.length <= MANY) return;
  const seek = make("input", { type: "search", className: "td-facet__seek", placeholder: "Tìm trong danh sách", ariaLabel: `Tìm trong danh sách ${label}` });
  seek.addEventListener("input", () => {
    const wanted = fold(canonical(seek.value.trim()));
    more.hidden = Boolean(wanted);
    values.forEach((value, at) => {
      const there = fold(canonical(value.children[1].textContent ?? "")).includes(wanted);
      value.hidden = wanted ? !there : at >= FIRST && more.isConnected;
    });
  });
  box.prepend(seek);
}

/** @param {Answer} answer @param {State} state @param {Change} change */
function showChips(answer, state, change) {
  const [from, to] = state.years;
  const made = [];
  if (from || to) made.push(chip("Năm", from && to ? from === to ? `${from}` : `${from}–${to}` : from ? `từ ${from}` : `đến ${to}`, () => change({ years: [0, 0] })));
  for (const name of FACETS) {
    const label = groups.find(({ dataset }) => dataset.facet === name)?.dataset.label ?? "";
    for (const value of state.filters[name] ?? []) {
      const words = answer.chosen[name]?.find(([one]) => one === value)?.[1] ?? value;
      made.push(chip(label, words, () => change({ filters: { [name]: state.filters[name].filter((one) => one !== value) } })));
    }
  }
  if (filtersOf(state) > 1) made.push(make("li", {}, button("td-chip td-chip--all", () => { change(unfiltered(state)); part("td-count").focus(); }, "Bỏ lọc")));
  chips.replaceChildren(...made);
  chips.hidden = !made.length;
}

/** @param {string} label @param {string} words @param {() => void} drop */
function chip(label, words, drop) {
  const made = button("td-chip", () => { drop(); part("td-count").focus(); }, words, make("span", { ariaHidden: "true", textContent: "×" }));
  made.ariaLabel = `Bỏ lọc ${label}: ${words}`;
  return make("li", {}, made);
}
