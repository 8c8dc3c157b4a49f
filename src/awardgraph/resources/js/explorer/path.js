// How two entities are connected: the shortest ways between them, at most five, each through another middle.
"use strict";

awardgraph.views.path = (() => {
  const { atlas, say, element, address, setAddress, drawing, yearWords } = awardgraph;
  const { svg, text, mark, entity, frame, label, lines } = drawing;
  const most = 5;
  /** What has more links than this joins everything with everything: a way leads through it only where no other does. */
  const hub = 1000;
  /** That one document names both says less than any other way of the same length. */
  const lastOfAll = 8;
  let net = null;

  /** All links in both directions: those of an entity lie from starts[id] on; by is 2 × the relation, + 1 against it. */
  async function links() {
    if (net) return net;
    const starts = new Uint32Array(atlas.count + 1);
    for (const name of atlas.head.relations) {
      const { from, to } = atlas.relations[name];
      for (let i = 0; i < from.length; i += 1) { starts[from[i] + 1] += 1; starts[to[i] + 1] += 1; }
      await atlas.breath();
    }
    for (let id = 0; id < atlas.count; id += 1) starts[id + 1] += starts[id];
    const next = starts.slice();
    const [ends, by] = [new Uint32Array(starts[atlas.count]), new Uint8Array(starts[atlas.count])];
    for (const [number, name] of atlas.head.relations.entries()) {
      const { from, to } = atlas.relations[name];
      for (let i = 0; i < from.length; i += 1) {
        by[next[from[i]]] = 2 * number;
        ends[next[from[i]]++] = to[i];
        by[next[to[i]]] = 2 * number + 1;
        ends[next[to[i]]++] = from[i];
      }
      await atlas.breath();
    }
    net = { starts, ends, by, weights: await weighed(starts) };
    return net;
  }

  /** What is told of a way by an entity on it: the fewer links it has, the more. */
  async function weighed(starts) {
    const weights = new Float32Array(atlas.count);
    const [source, last] = atlas.kindRange("source");
    for (let id = 0; id < atlas.count; id += 1) weights[id] = Math.log2(starts[id + 1] - starts[id] + 1) + (id >= source && id < last ? lastOfAll : 0);
    await atlas.breath();
    return weights;
  }

  const degree = (id) => net.starts[id + 1] - net.starts[id];

  /** How many steps + 1 entities are away from either end, until both searches meet; null where they never do. */
  async function met(from, to, through) {
    const far = [new Uint8Array(atlas.count), new Uint8Array(atlas.count)];
    const edge = [[from], [to]];
    far[0][from] = 1;
    far[1][to] = 1;
    for (let turn = 0, steps = 4; edge[turn].length && steps < 500; turn ^= 1, steps += 1) {
      const [own, other, next] = [far[turn], far[1 - turn], []];
      let found = false;
      for (const id of edge[turn]) {
        for (let i = net.starts[id]; i < net.starts[id + 1]; i += 1) {
          const end = net.ends[i];
          if (own[end] || !(through(end) || end === from || end === to)) continue;
          own[end] = steps >> 1;
          found ||= other[end] > 0;
          next.push(end);
        }
      }
      if (found) return far;
      edge[turn] = next;
      if (next.length > 1000) await atlas.breath();
    }
    return null;
  }

  /** The most telling way from entities back to one end: its cost, and the link that it begins with; -1 at the end. */
  function backwards(far) {
    const [costs, firsts] = [new Float64Array(atlas.count), new Int32Array(atlas.count).fill(-2)];
    function back(id) {
      if (firsts[id] !== -2) return costs[id];
      firsts[id] = -1;
      if (far[id] === 1) return 0;
      costs[id] = Infinity;
      for (let i = net.starts[id]; i < net.starts[id + 1]; i += 1) {
        const end = net.ends[i];
        if (far[end] !== far[id] - 1) continue;
        const cost = back(end) + (far[end] === 1 ? 0 : net.weights[end]);
        if (cost < costs[id]) { costs[id] = cost; firsts[id] = i; }
      }
      return costs[id];
    }
    return { back, link: (id) => firsts[id] };
  }

  /** The ways through the middles that tell most: [{ ids, words }]; how many middles there are; whether hubs are passed. */
  async function ways(from, to) {
    await links();
    const plain = await met(from, to, (id) => degree(id) <= hub);
    const far = plain ?? await met(from, to, () => true);
    if (!far) return { found: [], total: 0, hubs: false };
    await atlas.breath();
    const sides = far.map(backwards);
    const middles = [];
    for (let id = 0; id < atlas.count; id += 1) {
      if (far[0][id] && far[1][id]) middles.push({ id, cost: sides[0].back(id) + sides[1].back(id) + net.weights[id] });
    }
    middles.sort((one, other) => one.cost - other.cost || one.id - other.id);
    return { found: middles.slice(0, most).map(({ id }) => whole(id, sides)), total: middles.length, hubs: !plain };
  }

  function whole(middle, sides) {
    const [ids, words] = [[middle], []];
    for (let at = middle, link = sides[0].link(at); link >= 0; link = sides[0].link(at)) {
      at = net.ends[link];
      ids.unshift(at);
      words.unshift(wordOf(net.by[link] ^ 1));
    }
    for (let at = middle, link = sides[1].link(at); link >= 0; link = sides[1].link(at)) {
      at = net.ends[link];
      ids.push(at);
      words.push(wordOf(net.by[link]));
    }
    return { ids, words };
  }

  const wordOf = (by) => `${by & 1 ? "inverse" : "relation"}.${atlas.head.relations[by >> 1]}`;

  async function make({ chosen, width, narrow }) {
    const [begin, goal] = [address().get("from"), address().get("to")];
    const [from, to] = [begin ? await atlas.find(begin) : chosen, goal ? await atlas.find(goal) : -1];
    const columns = [{ name: say("explorer.view_path"), number: true }, { name: say("explorer.path_from") }, { name: say("page.column_relation") }, { name: say("explorer.path_to") }];
    if (from < 0 || to < 0) return { heading: say("explorer.view_path"), picture: null, nothing: say("explorer.path_no_end"), columns, rows: [], note: "" };
    const { found, total, hubs } = await ways(from, to);
    await atlas.names([from, to, ...found.flatMap(({ ids }) => ids)]);
    const notes = [total > found.length && say("explorer.more_paths", { n: (total - found.length).toLocaleString("en") }), hubs && say("explorer.path_hubs", { n: hub.toLocaleString("en") })];
    return {
      heading: say("explorer.question_path", { from: label(from), to: label(to) }),
      picture: narrow || !found.length ? null : drawn(found, width),
      nothing: say("explorer.no_path"),
      columns,
      rows: found.flatMap(({ ids, words }, at) => words.map((word, step) => [at + 1, { go: ids[step] }, say(word), { go: ids[step + 1] }])),
      note: notes.filter(Boolean).join(" · "),
    };
  }

  /** Each way is a row: marks with their names below, and what joins them above the line between. */
  function drawn(found, width) {
    const high = 124;
    const step = Math.max(124, width / found[0].ids.length);
    const rows = found.map((way, row) => svg("g", { class: "way" }, ...wordsOf(way, step, row * high + 52), ...marksOf(way, step, row * high + 52, row)));
    const made = frame(step * found[0].ids.length, found.length * high, say("explorer.view_path"), ...rows);
    made.setAttribute("aria-description", say("explorer.arrows"));
    return made;
  }

  function wordsOf({ words }, step, y) {
    return words.flatMap((word, at) => {
      const middle = (at + 1) * step;
      const own = lines(say(word), step - 52, 2, 12);
      const [left, right] = [middle - step / 2 + 20, middle + step / 2 - 20];
      return [
        svg("path", { class: "joins", d: `M${left} ${y}H${right}m-6 -4l6 4l-6 4` }),
        text(own, middle, y - 8 - (own.length - 1) * 16.2, { class: "group", "text-anchor": "middle" }),
      ];
    });
  }

  /** A name in two lines; of one that is cut, the year comes first, since it often stands at the end. */
  function nameOf(id, room) {
    const whole = lines(label(id), room, 2);
    return whole.at(-1).endsWith("…") && atlas.yearOf(id) ? lines(`${yearWords(atlas.yearOf(id))} · ${label(id)}`, room, 2) : whole;
  }

  function marksOf({ ids }, step, y, row) {
    return ids.map((id, at) => {
      const x = (at + 0.5) * step;
      const name = nameOf(id, step - 14);
      const said = `${say(`type.${atlas.typeOf(id)}`)}: ${label(id)}`;
      const made = entity(id, said, svg("rect", { x: x - step / 2 + 3, y: y - 16, width: step - 6, height: 74, class: "target" }), mark(id, x, y, 0.8), text(name, x, y + 32, { "text-anchor": "middle" }));
      made.setAttribute("data-at", `${at} ${row}`);
      return made;
    });
  }

  const search = document.getElementById("search");
  let waiting = -1;
  let asked = null;

  /** A button that asks for the other end: the next entity that the search finds. */
  const control = (id) => element("p", { class: "path-to" }, element("button", { type: "button", class: "clear", onclick: () => ask(id) }, say("explorer.path_ask")));

  function ask(id) {
    cancel();
    waiting = id;
    asked = element("p", { class: "note small asking" }, say("explorer.path_asked", { name: label(id) }), " ", element("button", { type: "button", class: "clear", onclick: cancel }, say("explorer.path_cancel")));
    search.closest("search").before(asked);
    document.getElementById("status").textContent = asked.firstChild.textContent;
    search.focus();
  }

  function cancel() {
    waiting = -1;
    asked?.remove();
    asked = null;
  }

  /** Take the other end of the way that was asked for; false where none was. */
  async function take(id) {
    const begin = waiting;
    cancel();
    if (begin < 0) return false;
    const keys = await Promise.all([begin, id].map(async (end) => (await atlas.record(end)).key));
    setAddress({ v: "path", from: keys[0], to: keys[1], c: "" });
    document.getElementById("picture").focus();
    return true;
  }

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || waiting < 0) return;
    cancel();
    event.stopImmediatePropagation();
  });
  awardgraph.onLanguage(() => { if (asked) asked.firstChild.textContent = say("explorer.path_asked", { name: label(waiting) }); });

  return { make, control, take };
})();
