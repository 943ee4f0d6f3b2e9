// @ts-check
// How many days are left to the dates of a page, by the reader's own calendar. Without it the dates
// stand in full.

/** @param {Element} time @param {string} words */
function note(time, words) {
  const span = document.createElement("span");
  span.className = "td-days";
  span.textContent = words;
  time.after(" ", span);
}

const DAY = 24 * 60 * 60 * 1000;
const now = new Date();
const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());

for (const time of document.querySelectorAll("time[data-td-days]")) {
  const left = (Date.parse(time.getAttribute("datetime") ?? "") - today) / DAY;
  if (left >= 0) {
    note(time, left === 0 ? "hôm nay" : `còn ${left} ngày`);
  }
}

// A period whose days are listed, working days alone or all: those from today on are left.
const here = new Date(today).toISOString().slice(0, 10);
for (const time of document.querySelectorAll("time[data-td-left]")) {
  const days = (time.getAttribute("data-td-left") ?? "").split(" ");
  const last = time.getAttribute("datetime") ?? "";
  if (here > last) {
    note(time, "đã hết hạn");
  } else if (here === last) {
    note(time, "hôm nay là ngày cuối");
  } else if (here >= (time.getAttribute("data-td-from") ?? "")) {
    note(time, `còn ${days.filter((day) => day >= here).length} ${time.getAttribute("data-td-unit")}`);
  }
}
