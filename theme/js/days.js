// @ts-check
// How many days are left to the dates of a page, by the reader's own calendar. Without it the dates
// stand in full.

const DAY = 24 * 60 * 60 * 1000;
const now = new Date();
const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());

for (const time of document.querySelectorAll("time[data-td-days]")) {
  const left = (Date.parse(time.getAttribute("datetime") ?? "") - today) / DAY;
  if (left >= 0) {
    const note = document.createElement("span");
    note.className = "td-days";
    note.textContent = left === 0 ? "hôm nay" : `còn ${left} ngày`;
    time.after(" ", note);
  }
}
