// The network page: what is chosen, what is hidden, and the address that says so.
"use strict";

(() => {
  const { data, say, counted, element, address, setAddress, setLanguage, marks, drawing, details, search } = awardgraph;
  const main = document.querySelector("main");
  const status = document.getElementById("status");
  const picture = document.getElementById("picture");
  const off = new Set();
  const opening = document.documentElement.lang;
  const keys = new Map(Object.entries(data.entities).flatMap(([iri, entity]) => [[iri, iri], [entity.key, iri]]));
  let chosen = null;

  const shown = (iri) => !off.has(data.entities[iri].kind);

  /** Move the choice, and say so in the address, so that it can be sent and gone back from. */
  function choose(iri, then) {
    setAddress({ n: iri === data.focus ? "" : data.entities[iri].key });
    read();
    if (then === "read") details.focus();
  }

  function show(iri) {
    if (iri === chosen) return;
    chosen = iri;
    details.show(iri);
    drawing.choose(iri);
    for (const row of document.querySelectorAll("#nodes tbody tr")) row.toggleAttribute("aria-current", row.dataset.node === iri);
  }

  function view(name) {
    const table = name === "table";
    main.classList.toggle("as-table", table);
    for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String((button.dataset.view === "table") === table));
  }

  /** Take everything that the address says. */
  function read() {
    const parts = address();
    const lang = data.messages[parts.get("l")] ? parts.get("l") : opening;
    view(parts.get("v"));
    if (document.documentElement.lang !== lang) setLanguage(lang);
    show(keys.get(parts.get("n")) ?? data.focus);
  }

  function extent() {
    const total = Object.keys(data.entities).length;
    const beyond = data.hidden.map(([kind, n]) => counted(kind, n));
    const parts = [total > 1 ? say("page.holds", { n: total, m: data.network.edges.length }) : say("page.one_shown")];
    if (beyond.length) parts.push(say("page.beyond", { list: beyond.join(", ") }));
    document.getElementById("extent").textContent = parts.join(" · ");
  }

  /** The legend's finer words: only what occurs in this picture. */
  function finer() {
    const entities = Object.values(data.entities);
    const lines = [];
    for (const mark of ["application", "international", "disputed"]) {
      const example = entities.find((entity) => entity.marks.includes(mark));
      if (example) lines.push([sample({ ...example, kind: "award", marks: [mark], strength: 0 }), say(`marks.${mark}`)]);
    }
    if (new Set(entities.map((entity) => entity.strength).filter(Boolean)).size > 1) lines.push([sample({ kind: "award", marks: [], strength: 0.6 }), say("marks.strength")]);
    document.getElementById("finer").replaceChildren(...lines.map(([image, words]) => element("li", {}, image, words)));
  }

  /** A small picture of one mark, drawn as in the big one. */
  function sample(entity) {
    const image = element("canvas", { width: 52, height: 52, class: "sample", "aria-hidden": "true" });
    marks.draw(image.getContext("2d"), entity, 26, 26, 1.15, marks.palette(), say("letter.award"));
    return image;
  }

  function toggle(button) {
    const { kind } = button.dataset;
    if (off.has(kind)) off.delete(kind);
    else off.add(kind);
    button.setAttribute("aria-pressed", String(!off.has(kind)));
    drawing.filter(shown);
    for (const row of document.querySelectorAll("#nodes tbody tr")) row.hidden = !shown(row.dataset.node);
    for (const row of document.querySelectorAll("#edges tbody tr")) row.hidden = !(shown(row.dataset.from) && shown(row.dataset.to));
    const all = Object.keys(data.entities);
    status.textContent = say("page.shown", { n: all.filter(shown).length, all: all.length });
  }

  function words() {
    extent();
    finer();
    const [question] = awardgraph.named(data.question);
    document.title = `${question} – ${awardgraph.named(data.entities[data.focus].label)[0].slice(0, 90)}`;
    details.show(chosen ?? data.focus);
    drawing.refresh();
    search.refresh();
  }

  for (const button of document.querySelectorAll("[data-kind][aria-pressed]")) button.addEventListener("click", () => toggle(button));
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => drawing.zoom(Number(button.dataset.zoom)));
  for (const button of document.querySelectorAll("[data-view]")) {
    button.addEventListener("click", () => setAddress({ v: button.dataset.view === "table" ? "table" : "" }));
  }
  for (const row of document.querySelectorAll("#nodes tbody tr")) {
    row.querySelector("a").addEventListener("click", (event) => { event.preventDefault(); choose(row.dataset.node, "read"); });
  }
  drawing.onChoose((iri) => choose(iri));
  details.onChoose((iri) => choose(iri, "read"));
  search.onChoose((iri) => choose(iri, "read"));

  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  picture.addEventListener("keydown", (event) => {
    const [dx, dy] = arrows[event.key] ?? [];
    const next = dx === undefined ? null : drawing.towards(dx, dy);
    const zoom = { "+": 1, "=": 1, "-": -1, "0": 0 }[event.key];
    if (next) choose(next);
    else if (zoom !== undefined) drawing.zoom(zoom);
    else if (event.key === "Enter") details.focus();
    else if (!arrows[event.key]) return;
    event.preventDefault();
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") choose(data.focus); });
  addEventListener("hashchange", read);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", finer);
  awardgraph.onLanguage(words);

  words();
  read();
})();
