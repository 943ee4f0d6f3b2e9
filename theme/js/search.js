// @ts-check
// The search page. First the register's own rows, found by a worker (finder.js); when they are
// shown, the texts of the site beneath (search/texts.js). The whole state stands in the address.

import { groups, number, part } from "./search/dom.js";
import { closeSheet, inSheet, sheetState, showPanel, startPanel } from "./search/panel.js";
import { showPages, showRows, told } from "./search/results.js";
import { filtersOf, read, unfiltered, written } from "./search/state.js";
import { close, startSuggestions, suggest } from "./search/suggest.js";
import { ask, forget } from "./search/worker.js";

/** @typedef {import("./search/state.js").State} State */

const STEP = 10;
const TYPING = 200; // ms without a keystroke after which is asked
const PAUSE = 800; // ms after which an unfinished word is sought at any price, and other spellings
const input = /** @type {HTMLInputElement} */ (part("td-q"));
const order = /** @type {HTMLSelectElement} */ (part("td-sort"));
const [count, list, none, csv, csvTold, texts] = ["td-count", "td-results", "td-none", "td-csv", "td-csv-told", "td-texts"].map((id) => part(id));

let state = read(location.search);
let timer = 0, turn = 0;
let left = Number(history.state?.left ?? 0); // how far down the page was when it was left for a row's page
/** @type {string[]} */
let counted = []; // the groups whose counts were asked for

/** @param {boolean} replace whether the entry of the history is changed, or another one follows */
function remember(replace) {
  history[replace || inSheet() ? "replaceState" : "pushState"](sheetState(), "", written(state));
}

/** Change what is asked for, and ask. @param {Partial<State>} change */
function change(change) {
  state = { ...state, page: 1, ...change, filters: { ...state.filters, ...change.filters } };
  remember(false);
  run();
}

function restore() {
  state = read(location.search);
  input.value = state.q;
  order.value = state.sort;
  /** @type {Record<string, unknown[]>} */
  const filtering = { ...state.filters, nam: state.years.filter(Boolean) };
  for (const group of groups) group.open ||= filtering[group.dataset.facet ?? ""].length > 0;
  run();
}

/** @param {boolean} live while somebody types, the last word is not sought at any price */
async function run(live = false) {
  const mine = ++turn;
  clearTimeout(timer);
  none.hidden = true;
  csvTold.textContent = "";
  if (!state.q.trim() && !filtersOf(state)) return clear();
  list.ariaBusy = texts.ariaBusy = "true";
  const facets = counted = groups.filter(({ open }) => open).map(({ dataset }) => dataset.facet ?? "");
  const answer = await ask("answer", { ...state, from: (state.page - 1) * STEP, size: STEP, facets, live }).catch(fail);
  if (!answer || mine !== turn) return;
  showRows(answer);
  showPages(state.page, Math.ceil(answer.total / STEP), (page) => written({ ...state, page }));
  showPanel(answer.total + filtersOf(state) > 0, answer.total, filtersOf(state));
  csv.hidden = !answer.total;
  if (left) scrollTo(0, left);
  left = 0;
  count.textContent = answer.total || answer.unfiltered ? told(answer, state.q) : "Đang tìm trong sổ vinh danh và các bài viết…";
  if (live) suggest(state.q, answer.rows);
  const { showFilters } = await import("./search/filters.js");
  if (mine !== turn) return;
  showFilters(answer, state, change);
  if (answer.unfinished || (live && !answer.total)) { timer = window.setTimeout(run, PAUSE); return; }
  list.ariaBusy = "false";
  const beside = await import("./search/beside.js").catch(() => null);
  const there = await beside?.showTexts(state.q.trim(), () => mine === turn).catch(() => 0) ?? 0;
  if (mine !== turn) return;
  if (!answer.total) count.textContent = told(answer, state.q, there);
  if (!answer.total && (!there || answer.unfiltered)) await tell(() => mine === turn, answer.unfiltered);
  if (mine === turn) texts.ariaBusy = "false";
}

function clear() {
  forget("answer");
  list.replaceChildren();
  count.textContent = "";
  for (const id of ["td-texts", "td-csv", "td-pages", "td-chips"]) part(id).hidden = true;
  showPanel(false, 0, 0);
  list.ariaBusy = texts.ariaBusy = "false";
  close();
}

function fail() {
  count.textContent = "Chưa tải được chỉ mục tìm kiếm; hãy tải lại trang.";
  list.ariaBusy = texts.ariaBusy = "false";
}

/** @param {() => boolean} wanted whether somebody still waits for it
 * @param {number} without how many rows there are without the filters */
async function tell(wanted, without) {
  const { showNone } = await import("./search/none.js");
  const tries = await showNone(state, without, wanted);
  if (tries) count.textContent += ` Có ${tries} gợi ý bên dưới.`;
}

// What a reader does

input.addEventListener("input", () => {
  clearTimeout(timer);
  list.ariaBusy = texts.ariaBusy = "true";
  timer = window.setTimeout(() => {
    state = { ...state, q: input.value, page: 1 };
    run(true);
    remember(true); // last: some browsers refuse when it comes too often
  }, TYPING);
});
input.form?.addEventListener("submit", (event) => {
  event.preventDefault();
  close();
  change({ q: input.value });
});
startSuggestions((text) => { input.value = text; change({ q: text }); });
order.addEventListener("change", () => change({ sort: order.value }));
for (const group of groups) group.addEventListener("toggle", () => { if (group.open && !counted.includes(group.dataset.facet ?? "")) run(); });

part("td-pages").addEventListener("click", (event) => {
  const link = /** @type {HTMLElement} */ (event.target).closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  change({ page: read(link.search).page });
  count.focus();
});

csv.addEventListener("click", async () => {
  csv.hidden = true;
  const { download } = await import("./search/download.js");
  const told = (/** @type {number} */ done, /** @type {number} */ total) => { csvTold.textContent = `Đang soạn tệp: ${Math.floor(100 * done / total)} %`; };
  const rows = await download(state, told).catch(() => 0);
  csvTold.textContent = rows ? `Đã tải ${number(rows)} dòng.` : "Chưa soạn được tệp; hãy thử lại.";
  csv.hidden = false;
});

addEventListener("popstate", () => {
  const here = written(read(location.search)) === written(state);
  if (closeSheet()) here || remember(false); // Back closes the sheet; what was chosen in it stays
  else if (!here) restore();
});
addEventListener("pagehide", () => history.replaceState({ ...history.state, left: scrollY }, ""));
startPanel(() => change(unfiltered(state)));
part("td-noscript").remove();
restore();
