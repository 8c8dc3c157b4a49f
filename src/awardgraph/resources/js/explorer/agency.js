// One entity and what is around it, as a ladder: what it belongs to on the left, what leads to it on the right,
// and one step further what these are for. Labels stand in columns, so that none lies on another.
"use strict";

awardgraph.views.agency = (() => {
  const { atlas, awards, say, counted, drawing, parts, yearWords } = awardgraph;
  const { svg, text, mark, entity, frame, label, lines } = drawing;
  const rung = 44;
  /** Marks in a group before the rest is counted, and in all groups together. */
  const most = 24;
  const all = 120;
  /** Pixels from which there is room for a column of what awards are for. */
  const roomy = 600;

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
    if (id >= atlas.count) return { heading: say("explorer.title"), lead: say("page.empty"), picture: null, columns: [{ name: say("page.column_name") }], rows: [], note: "" };
    const around = groups(id);
    const each = Math.min(most, Math.max(3, Math.floor(all / Math.max(1, around.length))));
    const shown = around.map((group) => ({ ...group, part: parts.part(`${id} ${group.side} ${group.name}`, group.ids, each) }));
    const beyond = shown.filter(({ name, side }) => name === "recipient" && side === "inverse").flatMap(({ part }) => part.shown);
    const works = new Map((width < roomy && !narrow ? [] : beyond).map((award) => [award, atlas.forward("forProject", award)[0]]).filter(([, work]) => work !== undefined));
    const ids = shown.flatMap(({ part }) => part.shown);
    await atlas.names([id, ...ids, ...works.values(), ...parts.needed(ids)]);
    const some = works.size > 0;
    const rows = shown.flatMap(({ side, name, part }) => part.shown.map((other) => [say(`${side}.${name}`), { go: other }, ...(some ? [works.has(other) ? { go: works.get(other) } : ""] : []), atlas.yearOf(other) ? { year: atlas.yearOf(other) } : ""]));
    const kind = atlas.typeOf(id) === "goal" ? "goal" : atlas.kindOf(id);
    return {
      heading: say(`question.${kind}`, { name: label(id) }),
      lead: kind === "agency" ? withBelow(id) : ["award", "ceremony", "goal", "source"].includes(kind) ? label(id) : "",
      picture: narrow ? null : drawn(id, shown, works, width),
      columns: [{ name: say("page.column_relation") }, { name: say("page.column_name") }, ...(some ? [{ name: say("fact.forProject") }] : []), { name: say("fact.editionYear"), number: true }],
      rows,
      note: shown.some(({ part }) => part.before || part.after) ? say("explorer.more_in_groups") : "",
    };
  }

  /** How many awards a body has won with those below it, where that is more than its own. */
  function withBelow(id) {
    const own = atlas.backward("recipient", id).length;
    const all_ = awards.of(id).length;
    return all_ > own ? say("explorer.with_below", { awards: counted("award", all_), own: own.toLocaleString("en") }) : "";
  }

  function drawn(id, shown, works, width) {
    const toward = shown.filter(({ side }) => side === "inverse");
    // Where nothing leads here, what this leads to is read from left to right, too.
    const [left, right] = toward.length ? [shown.filter(({ side }) => side === "relation"), toward] : [[], shown];
    const shares = sharesOf(left.length, works.size);
    const edges = shares.reduce((sums, part) => [...sums, sums.at(-1) + part * width], [0]);
    const [one, two] = [column(left, edges[0], edges[1] - 24, id), column(right, edges[2] + 10, edges[3], id)];
    const name = lines(label(id), edges[2] - edges[1] - 12, 4, 15, 700);
    const high = Math.max(one.high, two.high, 90 + name.length * 21);
    const middle = Math.min(high / 2 - name.length * 8, 240);
    const x = (edges[1] + edges[2]) / 2;
    const wires = svg("g", { class: "wires" });
    for (const rail of one.rails) wires.append(wire(rail, x, middle, edges[1] - 12, 8));
    for (const rail of two.rails) wires.append(wire(rail, x, middle, edges[2] + 8, -8));
    const further = svg("g", {});
    for (const [other, y] of shares[3] ? two.rails.flat() : []) {
      const work = works.get(other);
      if (work === undefined) continue;
      wires.append(svg("path", { d: `M${edges[3] - 4} ${y}h10` }));
      further.append(rungOf(work, edges[3] + 20, y, edges[4] - edges[3] - 20, id));
    }
    // The name has paper behind it, or else the lines to what lies below would cross it.
    const wide = Math.max(...name.map((line) => drawing.width(line, 15, 700)));
    const focus = svg("g", { class: "focus" }, svg("rect", { x: x - wide / 2 - 4, y: middle + 20, width: wide + 8, height: name.length * 20.25 + 6, class: "paper" }), mark(id, x, middle, 1.15), text(name, x, middle + 37, { "text-anchor": "middle" }));
    return frame(width, high, label(id), wires, one.drawn, two.drawn, further, entity(id, label(id), focus));
  }

  /** One line to a group, which forks into its rungs: as many lines as groups, however many marks they hold. */
  function wire(rail, x, middle, end, fork) {
    const [first, last] = [rail[0][1], rail.at(-1)[1]];
    const y = Math.max(first, Math.min(last, middle));
    const rungs = rail.map(([, at]) => `M${end} ${at}h${-fork}`).join("");
    return svg("path", { d: `M${x} ${middle}C${(x + end) / 2} ${middle} ${(x + end) / 2} ${y} ${end} ${y}M${end} ${first}V${last}${rungs}` });
  }

  /** The widths of the four columns: what it belongs to, itself, what leads to it, what that is for. */
  function sharesOf(left, works) {
    if (works) return left ? [0.25, 0.17, 0.31, 0.27] : [0, 0.2, 0.42, 0.38];
    return left ? [0.38, 0.21, 0.41, 0] : [0, 0.26, 0.74, 0];
  }

  /** Groups below each other: a heading with their number, their marks with their names, and ways to the others. */
  function column(own, left, right, id) {
    const made = svg("g", {});
    const rails = [];
    let y = 4;
    for (const { side, name, ids, part } of own) {
      y += 20;
      const count = ids.length > 1 ? ` · ${ids.length.toLocaleString("en")}` : "";
      made.append(text(lines(capital(say(`${side}.${name}`)) + count, right - left - 8, 1, 12), left + 4, y, { class: "group" }));
      y += 6;
      rails.push(part.shown.map((other, at) => [other, y + (at + 0.5) * rung]));
      for (const other of part.shown) {
        made.append(rungOf(other, left + 14, y + rung / 2, right - left - 14, id));
        y += rung;
      }
      made.append(...parts.turns(part, left + 30, y + 16));
      y += parts.turnsHigh(part) + 6;
    }
    return { drawn: made, rails, high: y + 12 };
  }

  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

  function rungOf(id, x, y, room, focus) {
    const words = wordsOf(id, room - 20, focus);
    return entity(id, `${say(`type.${atlas.typeOf(id)}`)}: ${label(id)}`, svg("rect", { x: x - 14, y: y - 21, width: room + 14, height: 42, class: "target" }), mark(id, x, y), text(words, x + 18, y + (words.length > 1 ? -4 : 4.5)));
  }

  /** What a rung says: of an award what the entity in the middle does not say already, else its name. */
  function wordsOf(id, room, focus) {
    if (atlas.kindOf(id) !== "award" || !["agency", "project", "scheme", "ceremony", "place", "source", "person"].includes(atlas.kindOf(focus))) return lines(label(id), room, 2);
    const year = atlas.yearOf(id) && !["ceremony", "edition"].includes(atlas.typeOf(focus)) ? yearWords(atlas.yearOf(id)) : "";
    const ofWinner = ["agency", "project"].includes(atlas.kindOf(focus));
    const first = ofWinner ? [...atlas.forward("underScheme", id)].map(label).join(", ") : parts.winnerWords(id);
    const about = parts.about(id);
    if (!first) return lines([year, label(id)].filter(Boolean).join(" · "), room, 2);
    const top = [year, first].filter(Boolean).join(" · ");
    return /^\(/.test(about) ? lines(`${top} ${about}`, room, 2) : about ? [...lines(top, room, 1), ...lines(about, room, 1)] : lines(top, room, 2);
  }

  return { make };
})();
