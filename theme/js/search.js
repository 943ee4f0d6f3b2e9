// @ts-check
// The search page. First the register's own rows, found by a worker (finder.js); when they are
// shown, the texts of the site beneath (texts.js). The whole state stands in the address.

/** @typedef {import("./finder.js").Answer} Answer */
/** @typedef {import("./finder.js").Found} Found */
/** @typedef {import("./finder.js").Count} Count */
/** @typedef {import("./texts.js").Hit} Hit */

const STEP = 10;
const PAUSE = 800; // ms without a keystroke after which an unfinished word is sought at any price
let timer = 0;
const VALUES = 40; // of a facet; the others stand behind a button
const ROOT = new URL("../", import.meta.url);
const FACETS = ["nam", "loai", "danh-hieu", "dia-ban", "loai-hinh", "phong-trao"];
const HONOURED = ["ca-nhan", "tap-the", "ho-gia-dinh"];

/** @template {HTMLElement} T @param {string} id @returns {T} */
const part = (id) => /** @type {T} */ (document.getElementById(id));
/** @type {HTMLInputElement} */ const input = part("td-q");
/** @type {HTMLSelectElement} */ const order = part("td-sort");
const [count, list, more, tools, clear] = ["td-count", "td-results", "td-more", "td-tools", "td-clear"].map((id) => part(id));
const [texts, textCount, textList, textMore] = ["td-texts", "td-texts-count", "td-texts-results", "td-texts-more"].map((id) => part(id));
const groups = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details[data-facet]")]);

/** @param {number} value */
const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

/** @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Partial<HTMLElementTagNameMap[K]>} facts @param {(Node | string)[]} inside
 * @returns {HTMLElementTagNameMap[K]} */
function make(tag, facts = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), facts);
  element.append(...inside);
  return element;
}

// The question, as the page and its address have it

/** @type {Record<string, string[]>} */
let filters = {};

/** @param {boolean} replace */
function remember(replace) {
  const address = new URL(location.href);
  const asked = new URLSearchParams();
  if (input.value.trim()) asked.set("q", input.value);
  if (order.value !== "phu-hop") asked.set("xep", order.value);
  for (const name of FACETS) for (const value of filters[name] ?? []) asked.append(name, value);
  address.search = asked.toString();
  history[replace ? "replaceState" : "pushState"](null, "", address);
}

function restore() {
  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") ?? "";
  order.value = asked.get("xep") ?? "phu-hop";
  if (order.selectedIndex < 0) order.value = "phu-hop";
  filters = Object.fromEntries(FACETS.map((name) => [name, asked.getAll(name)]));
  for (const group of groups) group.open ||= Boolean(filters[group.dataset.facet ?? ""]?.length);
  run();
}

// The worker

const worker = new Worker(new URL("finder.js", import.meta.url), { type: "module" });
let turn = 0;
/** @type {(answer: Answer) => void} */
let take = () => {};
worker.onmessage = (/** @type {MessageEvent} */ { data }) => { if (data.id === turn) data.error ? fail() : take(data); };
worker.onerror = fail;

function fail() {
  count.textContent = "Chưa tải được chỉ mục tìm kiếm; hãy tải lại trang.";
  list.ariaBusy = texts.ariaBusy = "false";
}

/** An answer to the newest question; one to an older question never comes.
 * @param {number} from @param {boolean} live @returns {Promise<Answer>} */
function ask(from, live = false) {
  const id = ++turn;
  const facets = groups.filter(({ open }) => open).map(({ dataset }) => dataset.facet);
  worker.postMessage({ id, q: input.value, filters, sort: order.value, from, size: STEP, facets, live });
  return new Promise((resolve) => { take = resolve; });
}

// Results

/** @param {Found} found */
function row(found) {
  const own = HONOURED.includes(found.kind);
  const place = found.place.toLowerCase() === found.name.toLowerCase() ? "" : found.place;
  const line = [own ? "" : found.kindText, found.award, found.unit, place, found.date].filter(Boolean).join(" · ");
  const item = make("li", {}, make("a", { href: new URL(`.${found.address}`, ROOT).href, textContent: found.name }));
  if (found.state !== "in_force") {
    const gone = ["cancelled", "stripped", "ended"].includes(found.state);
    item.append(" ", make("span", { className: gone ? "td-tag td-tag--gone" : "td-tag", textContent: found.stateText.toLowerCase() }));
  }
  if (found.illustrative) item.append(" ", make("span", { className: "td-tag", textContent: "dữ liệu minh họa" }));
  item.append(make("p", { className: "td-meta", textContent: line }));
  return item;
}

/** @param {boolean} live while somebody types, the last word is not sought at any price */
async function run(live = false) {
  clearTimeout(timer);
  const filtered = Object.values(filters).some((values) => values.length);
  tools.hidden = !input.value.trim() && !filtered;
  clear.hidden = !filtered;
  if (tools.hidden) { turn++; count.textContent = ""; list.replaceChildren(); more.hidden = texts.hidden = true; return; }
  list.ariaBusy = texts.ariaBusy = "true";
  const answer = await ask(0, live);
  list.replaceChildren(...answer.rows.map(row));
  more.hidden = answer.total <= STEP;
  count.textContent = told(answer);
  for (const group of groups) facet(group, answer.facets[group.dataset.facet ?? ""]);
  if (answer.unfinished) { timer = window.setTimeout(() => run(), PAUSE); return; }
  list.ariaBusy = "false";
  await showTexts(answer.id);
}

/** @param {Answer} answer */
function told({ total, loosened, unfinished }) {
  if (unfinished && !total) return "Đang tìm cả những chữ bắt đầu như chữ cuối…";
  const what = input.value.trim() ? ` “${input.value.trim()}”` : "";
  if (!total) return `Không tìm thấy${what || " mục nào"} trong sổ vinh danh. Thử bớt chữ, bớt điều kiện lọc, hoặc xem theo danh sách dưới đây.`;
  return `${number(total)} kết quả${what && ` có${what}`}${loosened ? ", không phân biệt dấu" : ""}${unfinished ? ", chưa kể chữ đang gõ dở" : ""}.`;
}

more.addEventListener("click", async () => {
  const last = list.childElementCount;
  const answer = await ask(last);
  list.append(...answer.rows.map(row));
  more.hidden = list.childElementCount >= answer.total;
  list.children[last]?.querySelector("a")?.focus();
});

// Facets

/** Show a facet's values with their counts, or only how many of them are chosen.
 * @param {HTMLDetailsElement} group @param {Count[] | undefined} counts */
function facet(group, counts) {
  const name = group.dataset.facet ?? "", chosen = filters[name] ?? [];
  const [summary, box] = /** @type {HTMLElement[]} */ ([...group.children]);
  summary.textContent = group.dataset.label + (chosen.length ? ` (${chosen.length})` : "");
  if (!counts) return;
  const byCount = name === "nam" ? counts : [...counts].sort((a, b) => b[2] - a[2]);
  const first = [...byCount.filter(([value]) => chosen.includes(value)), ...byCount.filter(([value]) => !chosen.includes(value))];
  const shown = name === "nam" ? counts : first;
  const focused = /** @type {HTMLInputElement | null} */ (document.activeElement)?.value;
  const choices = (/** @type {Count[]} */ some) => some.map((one) => choice(name, chosen, one));
  box.replaceChildren(...choices(shown.slice(0, VALUES)));
  if (!counts.length) box.append(make("p", { className: "td-meta", textContent: "Không có." }));
  if (shown.length > VALUES) {
    const all = make("button", { type: "button", className: "td-facet__all", textContent: `Hiện cả ${number(shown.length)}` });
    all.addEventListener("click", () => all.replaceWith(...choices(shown.slice(VALUES))));
    box.append(all);
  }
  const again = /** @type {HTMLInputElement[]} */ ([...box.querySelectorAll("input")]).find(({ value }) => value === focused);
  again?.focus();
}

/** @param {string} name @param {string[]} chosen @param {Count} count */
function choice(name, chosen, [value, label, count]) {
  const box = make("input", { type: "checkbox", name, value, checked: chosen.includes(value) });
  box.addEventListener("change", () => {
    filters[name] = box.checked ? [...chosen, value] : chosen.filter((one) => one !== value);
    remember(false);
    run();
  });
  return make("label", { className: "td-facet__value" }, box, make("span", { textContent: label }), make("span", { className: "td-meta", textContent: number(count) }));
}

for (const group of groups) group.addEventListener("toggle", () => { if (group.open && !tools.hidden) run(); });
order.addEventListener("change", () => { remember(false); run(); });
clear.addEventListener("click", () => { filters = {}; remember(false); run(); input.focus(); });

// Texts

/** @type {Hit[]} */
let rest = [];

/** @param {number} mine the question that they belong to */
async function showTexts(mine) {
  const query = input.value.trim();
  const { search } = await import("./texts.js").catch(() => ({ search: null }));
  const found = query && search ? await search(query) : { hits: [], more: false };
  if (mine !== turn) return;
  rest = found.hits;
  texts.hidden = !rest.length;
  textCount.textContent = `${found.more ? "Hơn " : ""}${rest.length} bài, trang có “${query}”.`;
  textList.replaceChildren();
  await moreTexts();
  if (mine === turn) texts.ariaBusy = "false";
}

async function moreTexts() {
  const mine = turn;
  const rows = await Promise.all(rest.splice(0, STEP).map(textRow));
  if (mine !== turn) return;
  textList.append(...rows);
  textMore.hidden = !rest.length;
}
textMore.addEventListener("click", moreTexts);

/** @param {Hit} hit */
async function textRow(hit) {
  const { url, meta } = await hit.data();
  const told = (meta.description ?? "").replace(`${meta.title}: `, "");
  const line = [meta.kind, told].filter(Boolean).join(" · ");
  return make("li", {}, make("a", { href: url, textContent: meta.title }), make("p", { className: "td-meta", textContent: line }));
}

// The form

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = window.setTimeout(() => { remember(true); run(true); }, 200);
});
input.form?.addEventListener("submit", (event) => {
  event.preventDefault();
  remember(false);
  run();
});
addEventListener("popstate", restore);
part("td-noscript").remove();
restore();
