// The explorer: what the address says is what is shown. Everything else asks for a new address.
"use strict";

(() => {
  const { atlas, data, say, counted, named, element, nameElement, address, setAddress, setLanguage, called, yearWords } = awardgraph;
  const { awards, details, filters, keeping, search, views } = awardgraph;
  const main = document.querySelector("main");
  const picture = document.getElementById("picture");
  const tables = document.getElementById("tables");
  const opening = { lang: document.documentElement.lang, ...data.opening };
  let turn = 0;
  let shown = null;
  let then = "";

  /** The key of an entity, for the address. */
  const keyOf = async (id) => (id === opening.focus ? "" : (await atlas.record(id)).key);
  const idOf = async (key) => (!key ? -1 : /^~\d+$/.test(key) ? Math.min(Number(key.slice(1)), atlas.count - 1) : atlas.find(key));
  const idsOf = async (keys) => (await Promise.all((keys ?? "").split(" ").filter(Boolean).map(idOf))).filter((id) => id >= 0);

  /** Choose an entity; then read its details, or look at a view of it. */
  awardgraph.choose = async (id, next = "") => {
    then = next === "read" ? "read" : "";
    setAddress({ n: await keyOf(id), c: "", ...(data.views.includes(next) ? { v: next } : {}) });
    if (then) render();
  };

  /** Choose the awards that belong to all of some entities, and to a year. */
  awardgraph.chooseCell = async (ids, year) => {
    then = "read";
    const keys = await Promise.all(ids.map(async (id) => (await atlas.record(id)).key));
    setAddress({ c: [...keys, ...(year ? [`y${year}`] : [])].join(" ") });
  };

  awardgraph.redraw = () => render();

  /** Everything that the address says. */
  async function read() {
    const parts = address();
    const cell = parts.get("c") ?? "";
    const years = /^(\d{4})-(\d{4})$/.exec(parts.get("y") ?? "")?.slice(1).map(Number) ?? null;
    return {
      view: data.views.includes(parts.get("v")) ? parts.get("v") : opening.view,
      chosen: parts.get("n") ? await idOf(parts.get("n")) : opening.focus,
      filters: await idsOf(parts.get("f")),
      years,
      cell: cell && { ids: await idsOf(cell.replace(/\by\d{4}\b/, "")), year: Number(/\by(\d{4})\b/.exec(cell)?.[1] ?? 0) },
      lang: data.messages[parts.get("l")] ? parts.get("l") : opening.lang,
      table: parts.get("t") === "table",
    };
  }

  async function render() {
    const mine = ++turn;
    const state = await read();
    if (mine !== turn) return;
    if (document.documentElement.lang !== state.lang) setLanguage(state.lang);
    const ids = awards.chosen(state.filters, state.years ?? undefined);
    const narrow = innerWidth < 720;
    const model = { ...state, ids, narrow, width: Math.max(320, picture.clientWidth || main.clientWidth) - 32 };
    const made = await views[state.view].make(model);
    if (mine !== turn) return;
    show(state, { view: state.view, ...made }, ids);
    await Promise.all([filters.render({ ids, filters: state.filters, years: state.years, all: span }), tell(state)]);
    if (then === "read") document.getElementById("details").focus();
    then = "";
  }

  /** The first and the last year of any award. */
  let span = [0, 0];
  function measure() {
    let [from, to] = [Infinity, 0];
    for (let id = awards.first; id < awards.end; id += 1) {
      const year = atlas.yearOf(id);
      if (year && year < from) from = year;
      if (year > to) to = year;
    }
    span = to ? [from, to] : [0, -1];
  }

  function show(state, made, ids) {
    shown = { made, chosen: state.chosen };
    document.getElementById("question").textContent = made.heading;
    document.getElementById("lead").textContent = made.lead ?? "";
    document.title = `${made.heading} – awardgraph`;
    const extent = [counted("award", ids.length), state.years ? state.years.map((year) => yearWords(year)).join("–") : "", made.note];
    document.getElementById("extent").textContent = extent.filter(Boolean).join(" · ");
    picture.replaceChildren(...(made.picture ? [made.picture] : []));
    tables.replaceChildren(tableOf(made));
    main.classList.toggle("as-table", state.table || !made.picture);
    for (const button of document.querySelectorAll("[data-as]")) button.setAttribute("aria-pressed", String((button.dataset.as === "table") === main.classList.contains("as-table")));
    for (const tab of document.querySelectorAll("[data-view]")) {
      tab.toggleAttribute("aria-current", tab.dataset.view === state.view);
      if (tab.dataset.view === state.view) tab.setAttribute("aria-current", "page");
    }
    document.documentElement.dataset.drawn = String(turn);
  }

  async function tell({ cell, chosen, filters: within, years }) {
    if (cell) await details.showCell(cell.ids, cell.year, { filters: within, years });
    else if (chosen >= 0) await details.show(chosen);
    else details.empty();
  }

  /** What a cell of a table says in words. */
  awardgraph.cellWords = (cell) => {
    if (cell?.go !== undefined) return named(called(cell.go))[0];
    if (cell?.year !== undefined && cell.cell === undefined) return yearWords(cell.year, true);
    return cell?.n ?? cell;
  };

  /** The same facts as the picture, in rows. */
  function tableOf({ columns, rows, heading }) {
    const head = element("tr", {}, ...columns.map(({ name, number }) => element("th", { scope: "col", class: number ? "number" : null }, name)));
    const body = rows.slice(0, 2000).map((row) => element("tr", {}, ...row.map((cell, at) => element("td", { class: columns[at].number ? "number" : null }, cellElement(cell)))));
    return element("table", {}, element("caption", {}, heading), element("thead", {}, head), element("tbody", {}, ...body));
  }

  function cellElement(cell) {
    if (cell?.go !== undefined) return nameElement(called(cell.go), "a", { href: `#n=~${cell.go}`, "data-id": cell.go, onclick: (event) => { event.preventDefault(); awardgraph.choose(cell.go, "read"); } });
    if (cell?.cell) {
      const key = [...cell.cell, ...(cell.year ? [`y${cell.year}`] : [])].join(" ");
      return element("a", { href: "#", "data-cell": key, onclick: (event) => { event.preventDefault(); awardgraph.chooseCell(cell.cell, cell.year); } }, String(cell.n));
    }
    return document.createTextNode(String(awardgraph.cellWords(cell)));
  }

  for (const button of document.querySelectorAll("[data-as]")) button.addEventListener("click", () => setAddress({ t: button.dataset.as === "table" ? "table" : "" }));
  for (const button of document.querySelectorAll("[data-keep]")) button.addEventListener("click", () => keeping.keep(button.dataset.keep, { ...shown, picture: picture.querySelector("svg") }));
  for (const tab of document.querySelectorAll("[data-view]")) tab.addEventListener("click", (event) => { event.preventDefault(); setAddress({ v: tab.dataset.view === opening.view ? "" : tab.dataset.view, c: "" }); });
  filters.onChange(async (change) => {
    if (change.filters) setAddress({ f: (await Promise.all(change.filters.map(async (id) => (await atlas.record(id)).key))).join(" "), c: "" });
    else setAddress({ ...change, c: "" });
  });
  search.onChoose((id) => awardgraph.choose(id, "agency").then(() => document.getElementById("details").focus()));
  addEventListener("hashchange", render);
  addEventListener("keydown", (event) => { if (event.key === "Escape" && !/^(INPUT|SELECT)$/.test(document.activeElement.tagName)) setAddress({ n: "", c: "" }); });
  let resizing = 0;
  addEventListener("resize", () => { clearTimeout(resizing); resizing = setTimeout(render, 150); });
  awardgraph.onLanguage(() => search.refresh());

  async function begin() {
    if (atlas.count) await atlas.open();
    measure();
    await render();
    document.documentElement.dataset.ready = "true";
    if (atlas.count) search.fill();
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
