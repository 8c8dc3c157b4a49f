// The whole graph at a glance: awards of each year, and which bodies have won them in which schemes.
"use strict";

awardgraph.views.overview = (() => {
  const { atlas, awards, say, counted, drawing, yearWords } = awardgraph;
  const { svg, text, cell, entity, frame, label, lines } = drawing;
  const bodies = 15;
  const schemes = 8;
  /** Pixels between two bars of a side, and at most of all bars of a side together. */
  const gap = 7;
  const tall = 380;
  /** Pixels beside the bars: the year of the last one is wider than itself. */
  const margin = 12;

  async function make({ ids, chosen, width, narrow }) {
    const years = perYear(ids);
    const flow = await flowOf(ids, chosen);
    await atlas.names([...flow.left, ...flow.right].map(({ id }) => id).filter((id) => id >= 0));
    for (const end of [...flow.left, ...flow.right]) end.name = nameOf(end);
    const bands = flow.bands.sort((one, other) => flow.left.indexOf(one.from) - flow.left.indexOf(other.from) || flow.right.indexOf(one.to) - flow.right.indexOf(other.to));
    const whole = ({ from, to }) => from.id >= 0 && to.id >= 0;
    return {
      heading: say("explorer.question_overview"),
      lead: sentence(ids, years, flow),
      picture: narrow || !ids.length ? null : drawn(years, flow, bands, width),
      columns: [{ name: say("explorer.by_ministry") }, { name: say("type.scheme") }, { name: say("fact.editionYear") }, { name: say("kind.award"), number: true }],
      rows: [
        ...bands.map((band) => [named(band.from), named(band.to), "", whole(band) ? { cell: [band.from.id, band.to.id], n: band.n } : band.n]),
        ...years.map(([year, n]) => ["", "", { year }, { cell: [], year, n }]),
      ],
      note: flow.several ? say("explorer.several_winners") : "",
    };
  }

  const named = ({ id, name }) => (id >= 0 ? { go: id } : name);

  /** Years from the first to the last with their numbers of awards, those without any left out. */
  function perYear(ids) {
    const counts = new Map();
    for (const id of ids) if (atlas.yearOf(id)) counts.set(atlas.yearOf(id), (counts.get(atlas.yearOf(id)) ?? 0) + 1);
    return [...counts].sort(([one], [other]) => one - other);
  }

  /** The most awarded bodies and the largest schemes, what flows between them, and the others counted. */
  async function flowOf(ids, chosen) {
    const tops = [];
    for (const award of ids) {
      tops.push(awards.sides.ministry(award));
      if (!(tops.length % 10000)) await atlas.breath();
    }
    const left = side(tops, "agency", bodies, chosen >= 0 && atlas.kindOf(chosen) === "agency" ? awards.topOf(chosen) : -1);
    const right = side([...ids].map(awards.sides.scheme), "scheme", schemes, chosen >= 0 && atlas.typeOf(chosen) === "scheme" ? chosen : -1);
    const bands = [];
    let several = false;
    const add = (from, to) => {
      from.n += 1;
      let band = from.bands.get(to);
      if (!band) { band = { from, to, n: 0 }; from.bands.set(to, band); bands.push(band); }
      band.n += 1;
    };
    for (let at = 0; at < ids.length; at += 1) {
      if (!((at + 1) % 10000)) await atlas.breath();
      const [scheme] = awards.sides.scheme(ids[at]);
      const to = scheme === undefined ? right.unnamed : right.of.get(scheme) ?? right.others;
      to.n += 1;
      const froms = new Set(Array.from(tops[at], (top) => left.of.get(top) ?? left.others));
      several ||= froms.size > 1;
      for (const from of froms.size ? froms : [left.unnamed]) add(from, to);
    }
    return { left: left.all.filter(({ n }) => n), right: right.all.filter(({ n }) => n), bands, several, bodies: left.count, schemes: right.count, own: left.own ?? right.own };
  }

  /** The ends of one side: those that are drawn, one for all others, one for awards that tell none. */
  function side(told, kind, most, own) {
    const numbers = new Map();
    for (const ids of told) for (const id of ids) numbers.set(id, (numbers.get(id) ?? 0) + 1);
    const counts = [...numbers].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([id]) => id);
    const shown = [...new Set([...(numbers.has(own) ? [own] : []), ...counts])].slice(0, most).sort((one, other) => numbers.get(other) - numbers.get(one) || one - other);
    const end = (id, key) => ({ id, key, kind, n: 0, bands: new Map(), hidden: counts.length - shown.length });
    const of = new Map(shown.map((id) => [id, end(id, id)]));
    const [others, unnamed] = [end(-1, "others"), end(-1, "unnamed")];
    return { of, others, unnamed, all: [...of.values(), others, unnamed], count: counts.length, own: of.get(own) };
  }

  function nameOf({ id, key, kind, hidden }) {
    if (id >= 0) return label(id);
    return key === "others" ? say(`explorer.${hidden === 1 ? "other" : "others"}_${kind}`, { n: hidden.toLocaleString("en") }) : say(`explorer.untold_${kind}`);
  }

  /** What the graph holds, in words. */
  function sentence(ids, years, { left, bodies: all, schemes: many }) {
    if (!ids.length) return say("page.empty");
    const [from, to] = [years[0]?.[0], years.at(-1)?.[0]];
    const span = !from ? "" : from === to ? yearWords(from, true) : `${yearWords(from)}–${yearWords(to)}`;
    const winners = new Set();
    for (const id of ids) for (const winner of atlas.forward("recipient", id)) winners.add(winner);
    const parts = { awards: counted("award", ids.length), bodies: counted("agency", winners.size), schemes: say(many === 1 ? "explorer.schemes_one" : "explorer.schemes", { n: many }), span };
    const first = left.filter(({ id }) => id >= 0).slice(0, 3).map(({ name, n }) => `${name} (${n.toLocaleString("en")})`);
    return [say(span ? "explorer.sums_up" : "explorer.sums_up_undated", parts), all > 1 && first.length ? say("explorer.most_awarded", { list: first.join(", ") }) : ""].filter(Boolean).join(" ");
  }

  function drawn(years, flow, bands, width) {
    const above = years.length ? 158 : 0;
    const room = Math.round(Math.min(300, width * (width < 600 ? 0.4 : 0.34)));
    const [x, end] = [room, width - room - 10];
    const largest = Math.max(1, flow.left.reduce((sum, { n }) => sum + n, 0));
    const scale = Math.min(tall, 60 + 12 * largest) / largest;
    const sides_ = [flow.left, flow.right];
    for (const ends of sides_) for (const one of ends) {
      one.words = lines(one.name, room - 52, 2);
      one.slot = Math.max(one.words.length > 1 ? 36 : 20, sum(bands, one) * scale);
    }
    const high = Math.max(...sides_.map((ends) => ends.reduce((all, { slot }) => all + slot + gap, 0)));
    const made = svg("g", {});
    for (const [ends, at] of [[flow.left, x], [flow.right, end]]) spread(ends, above + 34, high, bands, scale, at);
    const ribbons = svg("g", { class: "bands" }, ...ribbonsOf(bands, scale, x + 10, end, flow.own));
    made.append(text([say("explorer.by_ministry")], x + 10, above + 20, { class: "group", "text-anchor": "end" }), text([say("type.scheme")], end, above + 20, { class: "group" }));
    for (const one of flow.left) made.append(endOf(one, x, x - 8, -1));
    for (const one of flow.right) made.append(endOf(one, end, end + 18, 1));
    return frame(width, above + 44 + high, say("explorer.view_overview"), ...(years.length ? [bars(years, width)] : []), ribbons, made);
  }

  const sum = (bands, end) => bands.reduce((all, { from, to, n }) => all + (from === end || to === end ? n : 0), 0);

  /** Give the ends of a side their places, all sides equally high. */
  function spread(ends, top, high, bands, scale) {
    const slack = (high - ends.reduce((all, { slot }) => all + slot, 0)) / Math.max(1, ends.length);
    let y = top;
    for (const one of ends) {
      one.high = Math.max(1.5, sum(bands, one) * scale);
      one.middle = y + (one.slot + slack) / 2;
      one.next = one.middle - one.high / 2;
      y += one.slot + slack;
    }
  }

  function ribbonsOf(bands, scale, left, right, own) {
    const ordered = [...bands].sort((one, other) => one.from.middle - other.from.middle || one.to.middle - other.to.middle);
    for (const band of ordered) { band.y = band.from.next; band.from.next += band.n * scale; }
    for (const band of [...ordered].sort((one, other) => one.to.middle - other.to.middle || one.from.middle - other.from.middle)) { band.end = band.to.next; band.to.next += band.n * scale; }
    return ordered.map((band) => ribbon(band, Math.max(0.75, band.n * scale), left, right, own));
  }

  function ribbon({ from, to, n, y, end }, thick, left, right, own) {
    const middle = (left + right) / 2;
    const shape = `M${left} ${y}C${middle} ${y} ${middle} ${end} ${right} ${end}v${thick}C${middle} ${end + thick} ${middle} ${y + thick} ${left} ${y + thick}Z`;
    const strong = own && (own === from || own === to);
    const path = svg("path", { d: shape, class: `band ${strong ? "own" : own ? "faint" : ""}` });
    const words = `${from.name} → ${to.name}: ${counted("award", n)}`;
    return from.id < 0 || to.id < 0 ? svg("g", { role: "img", "aria-label": words }, svg("title", {}, words), path) : cell([from.id, to.id], 0, words, path);
  }

  /** A bar of one side with its name and its number, beside it. */
  function endOf(one, x, at, way) {
    const anchor = way < 0 ? "end" : "start";
    const middle = one.middle;
    const number = text([one.n.toLocaleString("en")], at, middle + 4.5, { class: "number", "text-anchor": anchor });
    const name = text(one.words, at + way * 36, middle + (one.words.length > 1 ? -4.5 : 4.5), { "text-anchor": anchor, class: one.id < 0 ? "aside" : null });
    const bar = svg("rect", { x, y: middle - one.high / 2, width: 10, height: one.high, class: `end is-${one.kind} ${one.id < 0 ? "faint" : ""}` });
    if (one.id < 0) return svg("g", {}, bar, number, name);
    const target = svg("rect", { x: way < 0 ? 0 : x, y: middle - Math.max(12, one.slot / 2), width: Math.abs(at - x) + (way < 0 ? x : 300), height: Math.max(24, one.slot), class: "target" });
    return entity(one.id, `${one.name}: ${counted("award", one.n)}`, target, bar, number, name);
  }

  /** Awards of each year; under the bars both eras. */
  function bars(years, width) {
    const [from, to] = [years[0][0], years.at(-1)[0]];
    const step = Math.min(60, (width - 2 * margin) / (to - from + 1));
    const x = (year) => margin + (year - from + 0.5) * step;
    const largest = Math.max(...years.map(([, n]) => n));
    const every = Math.ceil(40 / step);
    const base = 104;
    const made = svg("g", { class: "bars" }, svg("line", { x1: 0, x2: x(to) + step / 2 + margin, y1: base, y2: base, class: "lane" }));
    for (let year = to; year >= from; year -= every) {
      made.append(text([yearWords(year)], x(year), base + 18, { class: "axis", "text-anchor": "middle" }), text([String(awardgraph.language() === "th" ? year : year + 543)], x(year), base + 34, { class: "axis other", "text-anchor": "middle" }));
    }
    for (const [year, n] of years) {
      const high = Math.max(2, (n / largest) * 78);
      const number = n.toLocaleString("en");
      made.append(cell([], year, `${yearWords(year, true)}: ${counted("award", n)}`,
        svg("rect", { x: x(year) - step / 2, y: base - Math.max(24, high), width: step, height: Math.max(24, high), class: "target" }),
        svg("rect", { x: x(year) - step * 0.36, y: base - high, width: step * 0.72, height: high, class: "dot" }),
        drawing.width(number, 12) <= step - 2 || (n === largest && years.filter(([, each]) => each === n).length === 1) ? text([number], x(year), base - high - 5, { class: "axis", "text-anchor": "middle" }) : null));
    }
    return made;
  }

  return { make };
})();
