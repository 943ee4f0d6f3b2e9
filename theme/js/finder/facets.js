// @ts-check
// Filters and counts: each facet is a column of sets of values, read when it is first asked for.

import { Reader } from "./bits.js";
import { fetched, table } from "./register.js";

/** @typedef {import("./matching.js").Hits} Hits */
/** @typedef {import("./register.js").Table} Table */
/** @typedef {Record<string, string[]>} Filters values by facet: of one facet any, of all facets each */
/** @typedef {[value: string, label: string, count: number]} Count */
/** @typedef {{values: [string, string][], sets: number[][], of: Uint32Array}} Facet of: the number of each row's set of values */

/** @param {string} name @returns {Promise<Facet>} */
async function facet(name) {
  const all = await table();
  return name === "nam" ? years(all) : fetched(`loc/${name}.bin`, async (answer) => {
    const reader = new Reader(new Uint8Array(await answer.arrayBuffer()));
    const values = JSON.parse(reader.text());
    /** @type {number[][]} */ const sets = [];
    const of = new Uint32Array(all.rows);
    for (const { first, rows } of all.volumes) {
      const own = Array.from({ length: reader.varint() }, () => reader.varint());
      const before = sets.length;
      for (let count = reader.varint(); count > 0; count--) {
        sets.push(Array.from({ length: reader.varint() }, () => own[reader.varint()]));
      }
      of.set(reader.column(rows).map((set) => before + set), first);
    }
    return { values, sets, of };
  });
}

/** The year as a facet: it is that of the volume. @param {Table} all @returns {Facet} */
function years({ volumes, rows }) {
  const found = [...new Set(volumes.map(({ year }) => year))].filter(Boolean).sort((a, b) => b - a);
  const of = new Uint32Array(rows);
  for (const volume of volumes) of.fill(found.indexOf(volume.year) + 1, volume.first, volume.first + volume.rows);
  return { values: found.map((year) => [`${year}`, `${year}`]), sets: [[], ...found.map((_, at) => [at])], of };
}

/** Whether each set of a facet's values holds one that is asked for.
 * @param {Facet} facet @param {string[]} chosen */
function allowed({ values, sets }, chosen) {
  const wanted = values.map(([value]) => chosen.includes(value));
  return sets.map((set) => set.some((value) => wanted[value]));
}

/** Filter rows, and count. A facet's own filter does not touch its counts, so that they tell how
 * many rows each of its values would show.
 * @param {Hits} hits @param {Filters} filters @param {string[]} counted
 * @returns {Promise<{hits: Hits, facets: Record<string, Count[]>, chosen: Record<string, Count[]>}>} */
export async function sift(hits, filters, counted) {
  const set = Object.keys(filters).filter((name) => filters[name].length);
  const names = [...new Set([...set, ...counted])];
  const facets = await Promise.all(names.map(facet));
  const passes = names.map((name, at) => set.includes(name) ? allowed(facets[at], filters[name]) : null);
  const counts = facets.map(({ sets }) => new Uint32Array(sets.length));
  const kept = new Uint8Array(hits.rows.length);
  let total = 0;
  hits.rows.forEach((row, at) => {
    let failed = -1, failures = 0;
    for (let n = 0; n < names.length; n++) {
      if (passes[n]?.[facets[n].of[row]] === false) { failed = n; failures++; }
    }
    if (!failures) { kept[at] = 1; total++; }
    if (failures < 2) counts.forEach((count, n) => { if (!failures || failed === n) count[facets[n].of[row]]++; });
  });
  const told = names.map((name, at) => /** @type {const} */ ([name, tell(facets[at], counts[at], filters[name] ?? [])]));
  const chosen = told.map(([name, values]) => [name, values.filter(([value]) => filters[name]?.includes(value))]);
  const only = total === hits.rows.length ? hits
    : { rows: hits.rows.filter((_, at) => kept[at]), ranks: hits.ranks.filter((_, at) => kept[at]) };
  const open = told.filter(([name]) => counted.includes(name));
  return { hits: only, facets: Object.fromEntries(open), chosen: Object.fromEntries(chosen) };
}

/** @param {Facet} facet @param {Uint32Array} bySet @param {string[]} chosen @returns {Count[]} */
function tell({ values, sets }, bySet, chosen) {
  const counts = new Uint32Array(values.length);
  sets.forEach((set, at) => { for (const value of set) counts[value] += bySet[at]; });
  return values.map(([value, label], at) => /** @type {Count} */ ([value, label, counts[at]]))
    .filter(([value, , count]) => count || chosen.includes(value));
}
