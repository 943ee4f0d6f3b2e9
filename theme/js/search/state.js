// @ts-check
// The whole state of the search, and how the page's address tells it.

/** @typedef {{q: string, years: [number, number], filters: Record<string, string[]>, sort: string, page: number}} State years: from and to, 0 where there is no end */

export const FACETS = ["loai", "danh-hieu", "dia-ban", "linh-vuc", "loai-hinh", "phong-trao"];
const SORTS = ["phu-hop", "moi-nhat", "cu-nhat", "ten"];

/** @param {string | null} text */
const whole = (text) => /^\d{1,6}$/.test(text ?? "") ? Number(text) : 0;

/** @param {string} address the part from the question mark on @returns {State} */
export function read(address) {
  const told = new URLSearchParams(address), sort = told.get("xep") ?? "";
  return {
    q: told.get("q") ?? "",
    years: [whole(told.get("tu")), whole(told.get("den"))],
    filters: Object.fromEntries(FACETS.map((name) => [name, told.getAll(name)])),
    sort: SORTS.includes(sort) ? sort : SORTS[0],
    page: Math.max(whole(told.get("trang")), 1),
  };
}

/** @param {State} state @returns {string} the page's address, as a link of the page */
export function written({ q, years: [from, to], filters, sort, page }) {
  const told = new URLSearchParams();
  if (q.trim()) told.set("q", q.trim());
  if (from) told.set("tu", `${from}`);
  if (to) told.set("den", `${to}`);
  for (const name of FACETS) for (const value of filters[name] ?? []) told.append(name, value);
  if (sort !== SORTS[0]) told.set("xep", sort);
  if (page > 1) told.set("trang", `${page}`);
  return told.size ? `?${told}` : "./";
}

/** @param {State} state @returns {State} the same without filters */
export const unfiltered = (state) => ({
  ...state, years: [0, 0], filters: Object.fromEntries(FACETS.map((name) => [name, []])), page: 1,
});

/** How many things are filtered by. @param {State} state */
export const filtersOf = ({ years, filters }) =>
  Number(years.some(Boolean)) + Object.values(filters).reduce((sum, values) => sum + values.length, 0);
