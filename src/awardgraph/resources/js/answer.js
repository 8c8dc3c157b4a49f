// The page of an answer: its language, the order of its rows, and which of them are shown.
"use strict";

(() => {
  const { data, address, say, fold, setLanguage } = awardgraph;
  const root = document.documentElement;
  const opening = root.lang;
  const body = document.querySelector("tbody");
  const rows = [...(body?.rows ?? [])];
  const headings = [...document.querySelectorAll("thead th")];
  const filter = document.getElementById("filter");
  const count = document.getElementById("count");
  const counted = [...count.childNodes];
  const texts = new Map();
  let sorted = null;

  /** The text of a cell in the language of the page. */
  const shown = (cell) => (cell.querySelector(`.in-${root.lang}`) ?? cell).textContent.trim();

  /** Numbers and days come in their own order, then texts in that of the language; what is empty comes last. */
  function compare(at) {
    const collator = new Intl.Collator(root.lang, { numeric: true });
    const keys = new Map(rows.map((row) => {
      const cell = row.cells[at];
      const key = cell.dataset.key;
      const number = key === undefined || /^\d{4}-/.test(key) ? NaN : Number(key);
      return [row, { number, text: key ?? shown(cell) }];
    }));
    return (one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      if (!a.text || !b.text) return 0;
      if (!Number.isNaN(a.number) && !Number.isNaN(b.number)) return a.number - b.number;
      if (Number.isNaN(a.number) !== Number.isNaN(b.number)) return Number.isNaN(a.number) ? 1 : -1;
      return collator.compare(a.text, b.text);
    };
  }

  function arrange() {
    for (const heading of headings) heading.removeAttribute("aria-sort");
    if (!sorted) return void body.append(...rows);
    headings[sorted.at].setAttribute("aria-sort", sorted.descending ? "descending" : "ascending");
    const order = compare(sorted.at);
    const full = rows.filter((row) => shown(row.cells[sorted.at]));
    const empty = rows.filter((row) => !shown(row.cells[sorted.at]));
    full.sort((one, other) => (sorted.descending ? order(other, one) : order(one, other)));
    body.append(...full, ...empty);
  }

  /** First upwards, then downwards, then as the answer came. */
  function sort(at) {
    if (sorted?.at !== at) sorted = { at, descending: false };
    else if (!sorted.descending) sorted = { at, descending: true };
    else sorted = null;
    arrange();
  }

  function choose() {
    const wanted = fold(filter?.value ?? "").split(" ").filter(Boolean);
    let n = 0;
    for (const row of rows) {
      if (!texts.has(row)) texts.set(row, fold([...row.querySelectorAll("bdi")].map((part) => part.textContent).join("\n")));
      row.hidden = !wanted.every((word) => texts.get(row).includes(word));
      n += !row.hidden;
    }
    if (!wanted.length) return void count.replaceChildren(...counted);
    const words = say("answer.shown", { n: n.toLocaleString("en"), all: rows.length.toLocaleString("en") });
    count.textContent = words;
    document.getElementById("status").textContent = words;
  }

  function name() {
    for (const button of document.querySelectorAll(".heading button")) {
      button.title = `${say("answer.sort")} ${shown(button)}`;
    }
  }

  if (rows.length > 1) {
    headings.forEach((heading, at) => {
      const words = heading.querySelector(".heading");
      const button = awardgraph.element("button", { type: "button", onclick: () => sort(at) }, ...words.childNodes);
      words.append(button);
    });
    filter.addEventListener("input", choose);
  }

  /** The address says the language: #l=en; anything else in it is a place on the page. */
  function read() {
    const asked = address().get("l");
    const lang = data.messages[asked] ? asked : awardgraph.place() ? root.lang : opening;
    if (lang !== root.lang) {
      setLanguage(lang);
      if (sorted) arrange();
      choose();
    }
    document.title = data.title[root.lang];
    name();
  }
  addEventListener("hashchange", read);
  read();
})();
