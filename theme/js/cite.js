// @ts-check
// How to cite the page: where it keeps the facts alone, they are shown in all forms once somebody asks; each form
// gets a button that copies it, and today's date where it needs the day of reading.

const READ_ON = "ngày ……"; // what a form has where the day of reading goes
const now = new Date();
const today = `ngày ${[now.getDate(), now.getMonth() + 1].map((n) => `${n}`.padStart(2, "0")).join("/")}/${now.getFullYear()}`;

/** @param {string} tag @param {(Node | string)[]} inside */
function made(tag, ...inside) {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
}

/** Show all forms of the facts that a box keeps. @param {HTMLElement} box */
async function fill(box) {
  const { forms } = await import("./cite/forms.js");
  const facts = {
    ...JSON.parse(box.dataset.cite ?? "{}"),
    author: document.querySelector(".td-footer__office")?.textContent ?? "",
    container: document.querySelector('meta[property="og:site_name"]')?.getAttribute("content") ?? "",
    url: document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? "",
  };
  const rows = forms(facts).flatMap(([label, text, code]) => [
    made("dt", label),
    made("dd", code ? made("pre", text) : text),
  ]);
  const known = document.querySelector('link[rel="alternate"][type="application/json"]'); // an earlier version has none
  if (known) rows.push(made("dt", "Thẻ để nhúng vào trang khác"), made("dd", made("pre", frame(facts))));
  box.append(made("dl", ...rows));
}

/** What shows the page's card on another site. @param {{ url: string, title: string }} facts */
function frame({ url, title }) {
  const element = document.createElement("iframe");
  const site = new URL("../../../../../", url); // year, issuer, decision and honour lie between
  const facts = { src: `${site}embed/?${url.slice(site.href.length)}`, width: "480", height: "320", title, loading: "lazy" };
  for (const [name, value] of Object.entries(facts)) element.setAttribute(name, value);
  Object.assign(element.style, { maxWidth: "100%", border: "0px" }); // the page's own policy lets no attribute do this
  return element.outerHTML;
}

/** @param {Element} form @returns {Promise<boolean>} */
async function copied(form) {
  try {
    await navigator.clipboard.writeText(form.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(form); // a page without https may only mark it
    return false;
  }
}

/** @param {Element} row @param {Element} told */
function complete(row, told) {
  const form = row.querySelector("pre") ?? row;
  const text = row.firstChild;
  if (text instanceof Text) text.data = text.data.replace(READ_ON, today);
  const name = row.previousElementSibling;
  const label = name?.textContent ?? "";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Chép";
  button.setAttribute("aria-label", `Chép ${label}`);
  button.addEventListener("click", async () => {
    const words = (await copied(form)) ? "Đã chép" : "Đã chọn, nhấn Ctrl+C";
    button.textContent = words;
    told.textContent = `${words}: ${label}`;
  });
  name?.append(button);
}

/** Give each form of a box its button. @param {HTMLElement} box */
function finish(box) {
  const told = made("p");
  told.className = "td-hidden";
  told.setAttribute("role", "status");
  box.append(told);
  for (const row of box.querySelectorAll("dd")) complete(row, told);
}

for (const box of document.querySelectorAll("details.td-cite")) {
  if (!(box instanceof HTMLElement)) continue;
  if (box.dataset.cite) {
    box.append(made("summary", "Trích dẫn cho báo chí, bài viết, phần mềm"));
    box.addEventListener("toggle", () => fill(box).then(() => finish(box)), { once: true });
  } else {
    finish(box);
  }
}
