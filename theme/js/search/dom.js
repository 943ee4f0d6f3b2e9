// @ts-check
// Small helpers for the page.

/** An element of the page that is always there. @template {HTMLElement} T @param {string} id @returns {T} */
export const part = (id) => /** @type {T} */ (document.getElementById(id));

/** The groups of filters. */
export const groups = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details[data-facet]")]);

/** A whole number as Vietnamese writes it: 1.234. @param {number} value */
export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

/** @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Partial<HTMLElementTagNameMap[K]>} facts @param {(Node | string)[]} inside
 * @returns {HTMLElementTagNameMap[K]} */
export function make(tag, facts = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), facts);
  element.append(...inside);
  return element;
}

/** A button that does something. @param {string} className @param {() => void} work @param {(Node | string)[]} inside */
export function button(className, work, ...inside) {
  const made = make("button", { type: "button", className }, ...inside);
  made.addEventListener("click", work);
  return made;
}
