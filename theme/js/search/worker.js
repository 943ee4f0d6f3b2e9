// @ts-check
// The page's side of the worker (finder.js): one question of each work at a time, the newest.

/** @typedef {import("../finder.js").Answer} Answer */
/** @typedef {import("../finder.js").Question} Question */
/** @typedef {import("../finder/near.js").Try} Try */
/** @typedef {import("../finder/sheet.js").Sheet} Sheet */
/** @typedef {{answer: Answer, near: {tries: Try[]}, sheet: Sheet}} Works */
/** @typedef {{id: number, resolve: (answer: any) => void, reject: (error: Error) => void, tell?: (done: number, total: number) => void}} Waiting */

const worker = new Worker(new URL("../finder.js", import.meta.url), { type: "module" });
/** @type {Map<string, Waiting>} */
const waiting = new Map();
let turn = 0;

/** The answer to the newest question of its kind; one to an older question never comes.
 * @template {keyof Works} W @param {W} work @param {Omit<Question, "id">} question
 * @param {(done: number, total: number) => void} [tell] how far it is
 * @returns {Promise<Works[W]>} */
export function ask(work, question, tell) {
  const id = ++turn;
  worker.postMessage({ work, id, ...question });
  return new Promise((resolve, reject) => { waiting.set(work, { id, resolve, reject, tell }); });
}

/** Wait no longer. @param {keyof Works} work */
export function forget(work) {
  waiting.delete(work);
  worker.postMessage({ work, id: 0 });
}

worker.onmessage = (/** @type {MessageEvent} */ { data }) => {
  for (const [work, { id, resolve, reject, tell }] of waiting) {
    if (id !== data.id) continue;
    if ("done" in data) { tell?.(data.done, data.total); return; }
    waiting.delete(work);
    data.error ? reject(new Error(data.error)) : resolve(data);
  }
};
worker.onerror = () => {
  for (const { reject } of waiting.values()) reject(new Error("worker"));
  waiting.clear();
};
