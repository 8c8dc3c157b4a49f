// The explorer: what the address says is what is shown. Everything else asks for a new address.
"use strict";

(() => {
  const { atlas, data, say, counted, named, element, nameElement, icon, address, setAddress, setLanguage, called, yearWords } = awardgraph;
  const { awards, details, drawing, filters, keeping, search, views, walking } = awardgraph;
  const main = document.querySelector("main");
  const picture = document.getElementById("picture");
  const tables = document.getElementById("tables");
  const opening = { lang: document.documentElement.lang, ...data.opening };
  let turn = 0;
  let shown = null;
  let then = "";

  /** The key of an entity, for the address. */
  const keyOf = async (id) => (id === opening.focus ? "" : (await atlas.record(id)).key);
  const idOf = async (key) => (!key ? -1 : /^~\d+$/.test(key) ? (Number(key.slice(1)) < atlas.count ? Number(key.slice(1)) : -1) : atlas.find(key));
  const idsOf = async (keys) => (await Promise.all((keys ?? "").split(" ").filter(Boolean).map(idOf))).filter((id) => id >= 0);

  /** The entities and the year of a cell, as its address names them (see cellKey); null where it names something else. */
  async function cellOf(address_) {
    const parts = address_.split(" ").filter(Boolean);
    const years = parts.filter((part) => /^y\d{4}$/.test(part));
    const keys = parts.filter((part) => !years.includes(part) && part !== "~own");
    const ids = await idsOf(keys.join(" "));
    return parts.length && ids.length === keys.length ? { ids, year: Number(years[0]?.slice(1) ?? 0), own: parts.includes("~own") } : null;
  }

  /** Choose an entity; then read its details, or look at a view of it. */
  awardgraph.choose = async (id, next = "") => {
    then = next === "read" ? "read" : "";
    setAddress({ n: await keyOf(id), c: "", ...(data.views.includes(next) ? { v: next } : {}) });
    if (then) render();
  };

  /** Choose the awards that belong to all of some entities, and to a year; if wanted, to these bodies alone. */
  awardgraph.chooseCell = async (ids, year, own) => {
    then = "read";
    const keys = await Promise.all(ids.map(async (id) => (await atlas.record(id)).key));
    setAddress({ c: awardgraph.cellKey(keys, year, own) });
  };

  awardgraph.redraw = () => render();

  /** Pictures of one entity or of two show all of it, whatever awards are in view. */
  const ofEntities = new Set(["agency", "path"]);

  /** A way between two entities is a picture only while the address names its other end. */
  const shownIf = (view) => view !== "path" || address().has("to");

  /** Everything that the address says. */
  async function read() {
    const parts = address();
    const chosen = parts.get("n") ? await idOf(parts.get("n")) : opening.focus;
    const years = /^(\d{4})-(\d{4})$/.exec(parts.get("y") ?? "")?.slice(1).map(Number).sort((one, other) => one - other) ?? null;
    return {
      view: data.views.includes(parts.get("v")) && shownIf(parts.get("v")) ? parts.get("v") : opening.view,
      chosen,
      // What a permalink names may have left the graph: nothing else is shown in its place.
      missing: chosen < 0 ? parts.get("n") ?? "" : "",
      filters: await idsOf(parts.get("f")),
      years,
      cell: await cellOf(parts.get("c") ?? ""),
      lang: Object.hasOwn(data.messages, parts.get("l")) ? parts.get("l") : opening.lang,
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
    const made = nowhere(state) ?? await views[state.view].make(model);
    await atlas.names(made.rows.slice(0, listed).flatMap((row) => row.map((cell) => cell?.go).filter((id) => id !== undefined)));
    await atlas.breath();
    if (mine !== turn) return;
    show(state, { view: state.view, ...made }, ids);
    await atlas.breath();
    await Promise.all([filters.render({ ids, filters: state.filters, years: state.years, all: span ??= measured() }), tell(state)]);
    if (mine !== turn) return;
    if (then === "read") document.getElementById("details").focus();
    then = "";
    document.documentElement.dataset.shown = location.hash;
  }

  /** The first and the last year of any award. */
  let span = null;
  function measured() {
    const years = awards.perYear(awards.chosen());
    return years.length ? [years[0][0], years.at(-1)[0]] : [0, 0];
  }

  function show(state, made, ids) {
    shown = { made, chosen: state.chosen };
    const heading = drawing.short(made.heading, 240);
    document.getElementById("question").textContent = heading;
    document.getElementById("lead").textContent = made.lead ?? "";
    document.title = `${heading} – awardgraph`;
    const walked = picture.contains(document.activeElement);
    const inView = ofEntities.has(state.view) ? [] : [counted("award", ids.length), state.years ? state.years.map((year) => yearWords(year)).join("–") : ""];
    const extent = [...inView, made.note];
    document.getElementById("extent").textContent = extent.filter(Boolean).join(" · ");
    const drawn = made.rows.length ? made.picture : null;
    picture.replaceChildren(...(drawn ? [drawn] : []));
    walking.begin(state.chosen, walked && !then);
    tables.replaceChildren(...(made.rows.length ? tableOf(made, heading) : [element("p", { class: "note" }, made.nothing ?? say(nothing(state)))]));
    main.classList.toggle("as-table", state.table || !drawn);
    for (const button of document.querySelectorAll("[data-as]")) button.setAttribute("aria-pressed", String((button.dataset.as === "table") === main.classList.contains("as-table")));
    for (const tab of document.querySelectorAll("[data-view]")) {
      tab.hidden = !shownIf(tab.dataset.view);
      tab.toggleAttribute("aria-current", tab.dataset.view === state.view);
      if (tab.dataset.view === state.view) tab.setAttribute("aria-current", "page");
    }
    document.documentElement.dataset.drawn = String(turn);
  }

  /** What is shown where there is nothing to draw: an empty graph, or an entity that it does not hold. */
  function nowhere({ view, missing }) {
    const empty = { picture: null, columns: [], rows: [], note: "" };
    if (!atlas.count) return { ...empty, heading: say("page.empty") };
    return view === "agency" && missing ? { ...empty, heading: say("explorer.title"), nothing: say("explorer.nothing_found", { text: missing }) } : null;
  }

  /** Why there is nothing to be shown. */
  const nothing = ({ view, chosen }) => (!atlas.count ? "page.empty" : view === "agency" && chosen >= 0 ? "page.one_shown" : "explorer.no_rows");

  async function tell({ cell, chosen, missing, filters: within, years }) {
    if (cell) await details.showCell(cell, { filters: within, years });
    else if (chosen >= 0) await details.show(chosen);
    else details.empty(missing);
  }

  /** What a cell of a table says in words. */
  awardgraph.cellWords = (cell) => {
    if (cell?.go !== undefined) return named(called(cell.go))[0];
    if (cell?.year !== undefined && cell.cell === undefined) return yearWords(cell.year, true);
    return cell?.n ?? cell;
  };

  /** Rows of a table on the page; a file holds all. */
  const listed = 2000;

  /** The same facts as the picture, in rows. */
  function tableOf({ columns, rows }, heading) {
    // Roles are said, since small screens show rows as lists, and then a browser forgets the table.
    const head = element("tr", { role: "row" }, ...columns.map(({ name, number }) => element("th", { scope: "col", role: "columnheader", class: number ? "number" : null }, name)));
    const body = rows.slice(0, listed).map((row) => element("tr", { role: "row" }, ...row.map((cell, at) => element("td", { role: "cell", "data-name": columns[at].name, class: columns[at].number ? "number" : null }, cell === "" ? null : cellElement(cell)))));
    const table = element("table", { class: "rows", role: "table" }, element("caption", {}, heading), element("thead", { role: "rowgroup" }, head), element("tbody", { role: "rowgroup" }, ...body));
    return [table, ...(rows.length > listed ? [element("p", { class: "note" }, say("explorer.rows_listed", { n: listed.toLocaleString("en"), all: rows.length.toLocaleString("en") }))] : [])];
  }

  function cellElement(cell) {
    if (cell?.go !== undefined) return nameElement(called(cell.go), "a", { href: `#n=~${cell.go}`, "data-id": cell.go, onclick: (event) => { event.preventDefault(); awardgraph.choose(cell.go, "read"); } });
    if (cell?.cell) {
      const key = awardgraph.cellKey(cell.cell, cell.year, cell.own);
      return element("a", { href: "#", "data-cell": key, onclick: (event) => { event.preventDefault(); awardgraph.chooseCell(cell.cell, cell.year, cell.own); } }, String(cell.n));
    }
    return document.createTextNode(String(awardgraph.cellWords(cell)));
  }

  for (const line of document.querySelectorAll("#legend [data-kind]")) {
    const image = icon(...(line.dataset.kind === "application" ? ["award", ["application"]] : [line.dataset.kind]));
    image.lastChild.dataset.say = `letter.${line.dataset.kind === "application" ? "award" : line.dataset.kind}`;
    line.prepend(image);
  }
  for (const button of document.querySelectorAll("[data-as]")) button.addEventListener("click", () => setAddress({ t: button.dataset.as === "table" ? "table" : "" }));
  for (const button of document.querySelectorAll("[data-keep]")) button.addEventListener("click", () => keeping.keep(button.dataset.keep, { ...shown, picture: picture.querySelector(":scope > svg") }));
  for (const tab of document.querySelectorAll("[data-view]")) tab.addEventListener("click", (event) => { event.preventDefault(); setAddress({ v: tab.dataset.view === opening.view ? "" : tab.dataset.view, c: "" }); });
  filters.onChange(async (change) => {
    if (change.filters) setAddress({ f: (await Promise.all(change.filters.map(async (id) => (await atlas.record(id)).key))).join(" "), c: "" });
    else setAddress({ ...change, c: "" });
  });
  search.onChoose(async (id) => {
    if (await views.path.take(id)) return;
    await awardgraph.choose(id, "agency");
    document.getElementById("details").focus();
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && !document.querySelector("dialog[open]") && !/^(INPUT|SELECT)$/.test(document.activeElement.tagName)) setAddress({ n: "", c: "" }); });
  awardgraph.onLanguage(() => search.refresh());

  /** Draw anew when the address or the window changes; not before the columns are read, since nothing can be drawn then. */
  function listen() {
    let resizing = 0;
    addEventListener("hashchange", render);
    addEventListener("resize", () => { clearTimeout(resizing); resizing = setTimeout(render, 150); });
  }

  async function begin() {
    if (atlas.count) await atlas.open();
    listen();
    await render();
    document.documentElement.dataset.ready = "true";
    if (!atlas.count) return;
    await atlas.settle();
    search.fill();
  }

  begin();
})();
