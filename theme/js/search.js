// @ts-check
// The search page: Pagefind's index, asked by the rule of Vietnamese search.
//
// A query with any mark (or đ) is taken at its word and loosened only when nothing is found; one
// without marks finds every spelling. Words that stand side by side come before scattered ones.

/** @typedef {{url: string, content: string, meta: {title: string, description?: string, kind?: string}}} Found */
/** @typedef {{data: () => Promise<Found>, id: string}} Hit */
/** @typedef {{hits: Hit[], more: boolean}} Answer */

const STEP = 10;
const LOOKED_AT = 40; // how many hits are looked at to bring matching titles to the top
const TONES = "\u0300\u0301\u0303\u0309\u0323";

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const input = /** @type {HTMLInputElement} */ (part("td-q"));
const [count, list, more] = [part("td-count"), part("td-results"), part("td-more")];
const pagefind = await import(new URL("../pagefind/pagefind.js", import.meta.url).href)
  .catch(() => { count.textContent = "Chưa tải được chỉ mục tìm kiếm; hãy tải lại trang."; throw Error("pagefind"); });
part("td-noscript").remove();

/** The text in lower case with the older tone placement (hoà → hòa), as the index has it.
 * @param {string} text */
function canonical(text) {
  return text.normalize("NFC").toLowerCase().replace(/[\p{L}\p{M}]+/gu, (word) => {
    const bare = word.normalize("NFD");
    const tone = [...bare].find((letter) => TONES.includes(letter));
    const letters = [...bare].filter((letter) => !TONES.includes(letter)).join("").normalize("NFC");
    const open = /(oa|oe|uy)$/.test(letters) && !letters.startsWith("qu");
    return tone && open ? (letters.slice(0, -1) + tone + letters.slice(-1)).normalize("NFC") : word;
  });
}

/** @param {string} text */
function fold(text) {
  return text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
}

/** All hits of a query, the best first: words side by side, then words anywhere.
 * @param {string} words @param {boolean} exact @returns {Promise<Answer>} */
async function ask(words, exact) {
  await pagefind.options({ exactDiacritics: exact });
  const found = new Map();
  for (const query of [`"${words}"`, words]) {
    for (const hit of (await pagefind.search(query)).results) {
      if (!found.has(hit.id)) found.set(hit.id, hit);
    }
  }
  return best([...found.values()], words, exact);
}

/** @param {string} query @returns {Promise<Answer & {loosened: boolean}>} */
export async function search(query) {
  const words = canonical(query.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim());
  const marked = fold(words) !== words;
  const exact = marked ? await ask(words, true) : { hits: [], more: false };
  const found = exact.hits.length ? exact : await ask(fold(words), false);
  return { ...found, loosened: marked && !exact.hits.length && found.hits.length > 0 };
}

/** How far a page's own title answers a query: all of it, its beginning, a part, or not at all.
 * @param {string} title @param {string} query */
function nearness(title, query) {
  const plain = (/** @type {string} */ text) => fold(canonical(text)).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const [name, words] = [plain(title), plain(query)];
  if (name === words) return 0;
  if (name.startsWith(`${words} `)) return 1;
  return ` ${name} `.includes(` ${words} `) ? 2 : 3;
}

/** Whether a page really has every word asked for: for a word that it does not know, Pagefind
 * offers the beginning of others. Only the last word may be unfinished.
 * @param {string} content @param {string} words @param {boolean} exact */
function answers(content, words, exact) {
  const text = exact ? canonical(content) : fold(canonical(content));
  const there = new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu));
  const asked = words.split(" ");
  const last = asked.pop() ?? "";
  return asked.every((word) => there.has(word))
    && (there.has(last) || (last.length > 2 && [...there].some((word) => word.startsWith(last))));
}

/** The hits that hold all words, those in front whose title answers best. Only the first ones are
 * looked at; `more` tells that there were others.
 * @param {Hit[]} hits @param {string} words @param {boolean} exact @returns {Promise<Answer>} */
async function best(hits, words, exact) {
  const seen = await Promise.all(hits.slice(0, LOOKED_AT).map(async (hit) => {
    const { content, meta } = await hit.data();
    return { hit, rank: nearness(meta.title, words), right: answers(content, words, exact) };
  }));
  const right = seen.filter((item) => item.right).sort((a, b) => a.rank - b.rank);
  return { hits: right.map((item) => item.hit), more: hits.length > LOOKED_AT && right.length > 0 };
}

/** @param {Hit} hit */
async function row(hit) {
  const { url, meta } = await hit.data();
  const told = (meta.description ?? "").replace(`${meta.title}: `, "");
  const item = document.createElement("li");
  const link = document.createElement("a");
  const line = document.createElement("p");
  [link.href, link.textContent] = [url, meta.title];
  [line.className, line.textContent] = ["td-meta", [meta.kind, told].filter(Boolean).join(" · ")];
  item.append(link, line);
  return item;
}

/** @type {Hit[]} */
let rest = [];
let turn = 0;

async function show() {
  const mine = turn;
  const next = rest.splice(0, STEP);
  more.hidden = rest.length === 0;
  const rows = await Promise.all(next.map(row));
  if (mine === turn) list.append(...rows);
}

/** @param {string} query */
async function run(query) {
  const mine = ++turn;
  if (!query.trim()) {
    [count.textContent, rest, more.hidden] = ["", [], true];
    list.replaceChildren();
    return;
  }
  const { hits, more: others, loosened } = await search(query);
  if (mine !== turn) return;
  list.replaceChildren();
  rest = hits;
  const what = `“${query.trim()}”`;
  count.textContent = hits.length
    ? `${others ? "Hơn " : ""}${hits.length} trang có ${what}${loosened ? ", không phân biệt dấu" : ""}.`
    : `Không tìm thấy ${what}. Thử bớt chữ, hoặc xem theo danh sách dưới đây.`;
  await show();
}

/** @param {boolean} replace */
function remember(replace) {
  const address = new URL(location.href);
  if (input.value.trim()) address.searchParams.set("q", input.value);
  else address.searchParams.delete("q");
  history[replace ? "replaceState" : "pushState"](null, "", address);
}

function restore() {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  run(input.value);
}

let timer = 0;
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = window.setTimeout(() => { remember(true); run(input.value); }, 200);
});
input.form?.addEventListener("submit", (event) => { event.preventDefault(); remember(false); run(input.value); });
more.addEventListener("click", show);
addEventListener("popstate", restore);
restore();
