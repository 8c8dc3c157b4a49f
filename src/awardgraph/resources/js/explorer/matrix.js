// Who wins what, as a table of exact numbers: bodies or places down, schemes, categories or levels across.
"use strict";

awardgraph.views.matrix = (() => {
  const { atlas, awards, say, named, element, nameElement, called, address, setAddress, grid } = awardgraph;
  const sides = { r: ["agency", "ministry", "province"], k: ["scheme", "category", "level"] };
  /** Rows at first, columns at most; pixels of the names and the sums together, and of a column. */
  const [most, widest, head, room] = [40, 12, 346, 84];
  const wider = new Map();
  let order = { by: "total", turned: false };
  let refocus = "";

  const chosenSide = (part) => (sides[part].includes(address().get(part)) ? address().get(part) : sides[part][0]);

  /** The entity of a side that the chosen one is or belongs to; -1 where there is none. */
  function own(side, chosen) {
    const kind = chosen < 0 ? "" : atlas.kindOf(chosen);
    if (kind === "agency" && side === "agency") return chosen;
    if (kind === "agency" && side === "ministry") return awards.topOf(chosen);
    if (kind === "place" && side === "province") return awards.provinceOf(chosen);
    return kind === "scheme" && atlas.typeOf(chosen) === side ? chosen : -1;
  }

  /** The first of some entities, and always one's own. */
  function kept(all, n, mine) {
    const shown = all.slice(0, n);
    return mine === -1 || shown.includes(mine) || !all.includes(mine) ? shown : [...shown.slice(0, n - 1), mine];
  }

  /**
   * Numbers of awards, a stretch for each row: its columns, then those of columns that are not shown, of none, and all.
   * An award goes into the rows that rowsOf gives for it, by their places.
   */
  function tallied(ids, k, columns, count, rowsOf) {
    const { starts, ids: ends } = awards.side(k);
    const [rest, none, all, size] = [columns.length, columns.length + 1, columns.length + 2, columns.length + 3];
    const slots = new Int32Array(atlas.count).fill(rest);
    columns.forEach((id, at) => { slots[id] = at; });
    const made = new Uint32Array(count * size);
    for (const award of ids) {
      const [begin, stop] = [starts[award - awards.first], starts[award - awards.first + 1]];
      rowsOf(award, (row) => {
        const base = row * size;
        let hidden = 0;
        for (let i = begin; i < stop; i += 1) {
          if (slots[ends[i]] === rest) hidden = 1;
          else made[base + slots[ends[i]]] += 1;
        }
        made[base + rest] += hidden;
        made[base + all] += 1;
        if (begin === stop) made[base + none] += 1;
      });
    }
    return Array.from({ length: count }, (_, row) => {
      const stretch = made.subarray(row * size, (row + 1) * size);
      return { cells: stretch.subarray(0, rest), rest: stretch[rest], none: stretch[none], total: stretch[all] };
    });
  }

  /** Every row of the table: { id, cells, rest, none, total }. */
  function everyRow(ids, r, k, columns, mine) {
    const { starts, ids: ends } = awards.side(r);
    const found = [...new Set([...awards.counted(ids, r).keys(), ...(mine >= 0 ? [mine] : [])])];
    const places = new Int32Array(atlas.count);
    found.forEach((id, at) => { places[id] = at; });
    const rows = tallied(ids, k, columns, found.length, (award, into) => {
      for (let i = starts[award - awards.first]; i < starts[award - awards.first + 1]; i += 1) into(places[ends[i]]);
    });
    return rows.map((row, at) => ({ id: found[at], ...row }));
  }

  /** The lines below the rows: awards of rows that are not shown, of no row, and all; each award once. */
  function below(ids, r, k, columns, shown) {
    const { starts, ids: ends } = awards.side(r);
    const known = new Uint8Array(atlas.count);
    for (const id of shown) known[id] = 1;
    const [rest, none, all] = tallied(ids, k, columns, 3, (award, into) => {
      const [begin, stop] = [starts[award - awards.first], starts[award - awards.first + 1]];
      let hidden = false;
      for (let i = begin; i < stop; i += 1) hidden ||= !known[ends[i]];
      if (hidden) into(0);
      if (begin === stop) into(1);
      into(2);
    });
    return { rest, none, all };
  }

  async function sorted(rows, columns) {
    const at = columns.indexOf(Number(order.by));
    const value = at >= 0 ? ({ cells }) => cells[at] : (row) => row[order.by] ?? row.total;
    let compare = (one, other) => value(other) - value(one) || other.total - one.total || one.id - other.id;
    if (order.by === "name") {
      await atlas.names(rows.map(({ id }) => id));
      const names = new Map(rows.map(({ id }) => [id, named(called(id))[0]]));
      const collator = new Intl.Collator(awardgraph.language());
      compare = (one, other) => collator.compare(names.get(one.id), names.get(other.id)) || one.id - other.id;
    }
    return rows.sort(order.turned ? (one, other) => -compare(one, other) : compare);
  }

  async function make({ ids, chosen, width }) {
    const [r, k] = [chosenSide("r"), chosenSide("k")];
    const [mine, mineAcross] = [own(r, chosen), own(k, chosen)];
    const across = [...awards.counted(ids, k).keys()];
    const fits = Math.min(widest, Math.max(2, Math.floor((width - head) / room)));
    const columns = kept(across, wider.get(k) ? across.length : fits, mineAcross);
    const rows = await sorted(everyRow(ids, r, k, columns, mine), columns);
    await atlas.breath();
    const shown = kept(rows, wider.get(r) ?? most, rows.find(({ id }) => id === mine) ?? -1);
    const lines = { ...below(ids, r, k, columns, shown.map(({ id }) => id)), hidden: rows.length - shown.length, hiddenAcross: across.length - columns.length };
    await atlas.breath();
    await atlas.names([...columns, ...shown.map(({ id }) => id)]);
    if (refocus) setTimeout((id) => document.getElementById(id)?.focus(), 0, refocus);
    refocus = "";
    return {
      heading: say(`explorer.matrix_${r}_${k}`),
      picture: drawn({ r, k, columns, shown, lines, mine, mineAcross }),
      columns: [{ name: say(`explorer.by_${r}`) }, { name: say(`explorer.by_${k}`) }, { name: say("kind.award"), number: true }],
      rows: facts(r, columns, shown, lines),
      note: several(r, rows, lines) ? say(`explorer.several_${r}`) : "",
    };
  }

  /** Whether an award counts in several rows, so that the rows together are more than all. */
  const several = (r, rows, { none, all }) => rows.reduce((sum, { total }) => sum + total, none.total) > all.total;

  /** A winner's row counts what it has won itself, without the bodies below it: so does what a cell leads to. */
  const itself = (r) => r === "agency";

  /** What the table says, a number in each row; awards in columns that are not shown are one number. */
  function facts(r, columns, shown, { rest, none, all, hidden, hiddenAcross }) {
    const line = (row, first, id) => [
      ...columns.map((column, at) => [first, { go: column }, id === undefined ? row.cells[at] : { cell: [id, column], own: itself(r), n: row.cells[at] }]),
      [first, say("explorer.more", { n: hiddenAcross }), row.rest], [first, say("explorer.not_stated"), row.none],
      [first, say("explorer.total"), id === undefined ? row.total : { cell: [id], own: itself(r), n: row.total }],
    ].filter(([, , n]) => (n.n ?? n) > 0);
    const totals = [...columns.map((column, at) => [say("explorer.total"), { go: column }, { cell: [column], n: all.cells[at] }]), ...line(all, say("explorer.total")).slice(columns.length)];
    return [...shown.flatMap((row) => line(row, { go: row.id }, row.id)), ...line(rest, say("explorer.more", { n: hidden.toLocaleString("en") })), ...line(none, say("explorer.not_stated")), ...totals];
  }

  const count = (n) => n.toLocaleString("en");
  const redraw = (id) => { refocus = id; awardgraph.redraw(); };

  function drawn({ r, k, columns, shown, lines, mine, mineAcross }) {
    const largest = Math.max(1, ...shown.map(({ cells }) => Math.max(0, ...cells)));
    const after = [lines.hiddenAcross && "rest", lines.all.none && "none", "total"].filter(Boolean);
    const body = shown.map((row, y) => lineOf(row, y + 1, { r, columns, after, largest, mineAcross }, row.id === mine));
    const feet = [["rest", lines.hidden && more(r, lines.hidden)], ["none", lines.none.total && say("explorer.not_stated")], ["all", say("explorer.total")]].filter(([, words]) => words)
      .map(([name, words], at) => foot(lines[name], name, words, shown.length + 1 + at, columns, after));
    const table = element("table", { "aria-labelledby": "question", "aria-describedby": "matrix-keys" }, heads(r, k, columns, after, lines, mineAcross), element("tbody", {}, ...body), element("tfoot", {}, ...feet));
    const made = element("div", { class: "matrix" }, choices(r, k), table, element("p", { id: "matrix-keys", class: "small muted needs-script" }, say("explorer.arrows")));
    return made;
  }

  function choices(r, k) {
    return element("p", { class: "sides needs-script" }, ...[["r", "rows", r], ["k", "columns", k]].map(([part, name, now]) => {
      const select = element("select", { id: `matrix-${name}` }, ...sides[part].map((side) => element("option", { value: side, selected: side === now }, say(`explorer.by_${side}`))));
      select.addEventListener("change", () => {
        refocus = select.id;
        order = { by: "total", turned: false };
        setAddress({ [part]: select.value === sides[part][0] ? "" : select.value, c: "" });
      });
      return element("span", {}, element("label", { for: select.id }, say(`explorer.matrix_${name}`)), select);
    }));
  }

  function heads(r, k, columns, after, lines, mineAcross) {
    const cells = columns.map((id, at) => headOf(String(id), named(called(id))[0], link(id, `${at + 1} 0`), id === mineAcross ? "own" : ""));
    const words = { rest: say("explorer.more", { n: count(lines.hiddenAcross) }), none: say("explorer.not_stated"), total: say("explorer.total") };
    const rest = element("button", { type: "button", id: "matrix-wider", class: "clear", onclick: () => { wider.set(k, true); redraw("matrix-rows"); } }, words.rest);
    return element("thead", {}, element("tr", {}, headOf("name", say(`explorer.by_${r}`), say(`explorer.by_${r}`), "name"), ...cells, ...after.map((name) => headOf(name, words[name], name === "rest" ? rest : words[name], "sum"))));
  }

  /** A heading with a button that sorts by its column: names from the first, numbers from the most; then turned. */
  function headOf(by, words, content, name) {
    const now = order.by === by;
    const rising = (by === "name") !== (now && order.turned);
    const sort = () => { order = { by, turned: now && !order.turned }; redraw(`sort-${by}`); };
    const button = element("button", { type: "button", class: "sort", id: `sort-${by}`, "aria-label": say("explorer.sort_by", { name: words }), onclick: sort }, now ? (rising ? "▲" : "▼") : "↕");
    return element("th", { scope: "col", class: name, "aria-sort": now && (rising ? "ascending" : "descending") }, element("span", { class: "words" }, content), button);
  }

  const link = (id, at) => nameElement(called(id), "a", { href: `#n=~${id}`, title: named(called(id))[0], "data-id": id, "data-at": at, onclick: (event) => { event.preventDefault(); awardgraph.choose(id, "read"); } });

  function lineOf(row, y, { r, columns, after, largest, mineAcross }, mine) {
    const cells = row.cells.length ? [...row.cells].map((n, at) => number(n, [row.id, columns[at]], `${at + 1} ${y}`, `step-${grid.step(n, largest)}${columns[at] === mineAcross ? " own" : ""}`, itself(r))) : [];
    const sums = after.map((name, at) => (name === "total" ? number(row.total, [row.id], `${columns.length + at + 1} ${y}`, "sum", itself(r)) : plain(row[name])));
    return element("tr", { class: mine ? "own" : null, "aria-current": mine ? "true" : null }, element("th", { scope: "row" }, link(row.id, `0 ${y}`)), ...cells, ...sums);
  }

  function number(n, ids, at, name, own = false) {
    if (!n) return element("td", { class: `number zero ${name}` }, "–");
    const words = `${ids.map((id) => named(called(id))[0]).join(" · ")}: ${awardgraph.counted("award", n)}`;
    return element("td", { class: `number ${name}` }, element("a", { href: "#", "aria-label": words, "data-cell": awardgraph.cellKey(ids, 0, own), "data-at": at, onclick: (event) => { event.preventDefault(); awardgraph.chooseCell(ids, 0, own); } }, count(n)));
  }

  const plain = (n) => element("td", { class: `number sum${n ? "" : " zero"}` }, n ? count(n) : "–");

  function foot(row, name, words, y, columns, after) {
    const cells = columns.map((id, at) => (name === "all" ? number(row.cells[at], [id], `${at + 1} ${y}`, "sum") : plain(row.cells[at])));
    return element("tr", { class: name }, element("th", { scope: "row" }, words), ...cells, ...after.map((each) => plain(row[each])));
  }

  const more = (r, n) => element("button", { type: "button", class: "clear", onclick: () => { wider.set(r, 4 * (wider.get(r) ?? most)); redraw("matrix-rows"); } }, say("explorer.more", { n: count(n) }));

  return { make };
})();
