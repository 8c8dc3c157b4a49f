// One entity and what is around it, as a ladder: what it belongs to on the left, what leads to it on the right,
// and one step further what these are for. Labels stand in columns, so that none lies on another.
"use strict";

awardgraph.views.agency = (() => {
  const { atlas, say, drawing } = awardgraph;
  const { svg, text, mark, entity, frame, label, lines } = drawing;
  const rung = 44;
  /** Marks in a group before the rest is counted; more are shown on request. */
  const most = 24;
  const wider = new Map();

  /** The neighbours of an entity by relation and direction, the newest first. */
  function groups(id) {
    const made = [];
    for (const name of atlas.head.relations) {
      for (const [side, ids] of [["relation", atlas.forward(name, id)], ["inverse", atlas.backward(name, id)]]) {
        if (ids.length) made.push({ name, side, ids: [...new Set(ids)].sort((one, other) => atlas.yearOf(other) - atlas.yearOf(one) || one - other) });
      }
    }
    return made.filter(({ side, name }) => side === "inverse" || !implied(id, name));
  }

  /** Left out where a finer relation says it already. */
  const implied = (id, name) => (name === "underScheme" && atlas.forward("inEdition", id).length) || (name === "inBranch" && atlas.forward("forCategory", id).length);

  async function make({ chosen, width, narrow }) {
    const id = chosen >= 0 ? chosen : atlas.kindRange("agency")[0];
    const around = groups(id);
    const shown = around.map((group) => ({ ...group, shown: group.ids.slice(0, wider.get(`${id} ${group.side} ${group.name}`) ?? most) }));
    const beyond = shown.filter(({ name }) => name === "recipient").flatMap((group) => group.shown);
    const works = new Map(beyond.map((award) => [award, atlas.forward("forProject", award)[0]]).filter(([, work]) => work !== undefined));
    await atlas.names([id, ...shown.flatMap((group) => group.shown), ...works.values()]);
    const rows = shown.flatMap((group) => group.shown.map((other) => [say(`${group.side}.${group.name}`), { go: other }, works.has(other) ? { go: works.get(other) } : "", atlas.yearOf(other) ? { year: atlas.yearOf(other) } : ""]));
    const kind = atlas.kindOf(id);
    return {
      heading: say(`question.${atlas.typeOf(id) === "goal" ? "goal" : kind}`, { name: label(id) }),
      picture: narrow ? null : drawn(id, shown, works, width),
      columns: [{ name: say("page.column_relation") }, { name: say("page.column_name") }, { name: say("fact.forProject") }, { name: say("fact.editionYear"), number: true }],
      rows,
      note: shown.some((group) => group.ids.length > group.shown.length) ? say("explorer.more_in_groups") : "",
    };
  }

  function drawn(id, shown, works, width) {
    const left = shown.filter(({ side }) => side === "relation");
    const right = shown.filter(({ side }) => side === "inverse");
    const third = right.some(({ name }) => name === "recipient") && works.size;
    const parts = left.length ? (third ? [0.26, 0.22, 0.28, 0.24] : [0.36, 0.26, 0.38, 0]) : third ? [0, 0.28, 0.38, 0.34] : [0, 0.4, 0.6, 0];
    const edges = parts.reduce((all, part) => [...all, all.at(-1) + part * width], [0]);
    const [one, two] = [column(left, edges[0], edges[1] - 16, id), column(right, edges[2] + 16, edges[3] - 16, id)];
    const high = Math.max(one.high, two.high, 160);
    const middle = Math.min(high / 2, 260);
    const [x, y] = [(edges[1] + edges[2]) / 2, middle];
    const wires = svg("g", { class: "wires" });
    for (const [place, end] of [...one.places.map((place) => [place, edges[1] - 10]), ...two.places.map((place) => [place, edges[2] + 10])]) {
      const from = end < x ? x - 16 : x + 16;
      wires.append(svg("path", { d: `M${from} ${y}C${(from + end) / 2} ${y} ${(from + end) / 2} ${place.y} ${end} ${place.y}` }));
    }
    const further = svg("g", {});
    if (third) for (const place of two.places) {
      const work = works.get(place.id);
      if (work === undefined) continue;
      const at = edges[3] + 16;
      wires.append(svg("path", { d: `M${edges[3] - 12} ${place.y}H${at - 10}` }));
      further.append(rungOf(work, at, place.y, edges[4] - at - 8));
    }
    const name = lines(label(id), edges[2] - edges[1] - 8, 3, 15, 700);
    const focus = svg("g", { class: "focus" }, mark(id, x, y, 1.15), text(name, x, y + 36, { "text-anchor": "middle" }));
    return frame(width, high, label(id), wires, one.drawn, two.drawn, further, entity(id, label(id), focus));
  }

  /** Groups below each other: a heading, its marks with their names, and how many more there are. */
  function column(groups_, left, right, id) {
    const drawn_ = svg("g", {});
    const places = [];
    let y = 8;
    for (const group of groups_) {
      y += 20;
      drawn_.append(text(lines(say(`${group.side}.${group.name}`), right - left - 8, 1, 12), left + 4, y, { class: "group" }));
      y += 8;
      for (const other of group.shown) {
        y += rung / 2;
        places.push({ id: other, y });
        drawn_.append(rungOf(other, left + 14, y, right - left - 14));
        y += rung / 2;
      }
      const rest = group.ids.length - group.shown.length;
      if (rest > 0) {
        const more = svg("a", { href: "#", class: "more" }, text([say("explorer.more", { n: rest.toLocaleString("en") })], left + 28, y + 14));
        more.addEventListener("click", (event) => { event.preventDefault(); wider.set(`${id} ${group.side} ${group.name}`, group.shown.length + most); awardgraph.redraw(); });
        drawn_.append(more);
        y += 24;
      }
    }
    return { drawn: drawn_, places, high: y + 24 };
  }

  function rungOf(id, x, y, room) {
    const name = label(id);
    const year = atlas.kindOf(id) === "award" && atlas.yearOf(id) ? `${awardgraph.yearWords(atlas.yearOf(id))} · ` : "";
    const own = lines(year + name, room - 16, 2);
    return entity(id, `${say(`type.${atlas.typeOf(id)}`)}: ${name}`, svg("rect", { x: x - 12, y: y - 20, width: room + 8, height: 40, class: "target" }), mark(id, x, y), text(own, x + 16, y + (own.length > 1 ? -4 : 5)));
  }

  return { make };
})();
