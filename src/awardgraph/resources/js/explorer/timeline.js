// Years from left to right, a lane for each scheme: how many awards, and which are those of the chosen one.
"use strict";

awardgraph.views.timeline = (() => {
  const { atlas, say, drawing, awards, yearWords } = awardgraph;
  const { svg, text, cell, frame, label, lines } = drawing;
  const lane = 46;
  const most = 12;

  async function make({ ids, chosen, width, narrow }) {
    const schemes = [...awards.counted(ids, "scheme").keys()];
    const own = chosen >= 0 && atlas.kindOf(chosen) !== "scheme" ? new Set(awards.of(chosen)) : null;
    // What the chosen one has won comes first, or else its lane might be one that is only counted.
    const first = own ? [...awards.counted([...own].filter((award) => award >= 0), "scheme").keys()] : [];
    const shown = [...new Set([...first, ...schemes])].slice(0, most);
    const counts = new Map();
    const years = new Set();
    for (const award of ids) {
      const year = atlas.yearOf(award);
      const [scheme] = awards.sides.scheme(award);
      if (!year || !shown.includes(scheme)) continue;
      years.add(year);
      const key = `${scheme} ${year}`;
      const one = counts.get(key) ?? { n: 0, own: 0 };
      counts.set(key, { n: one.n + 1, own: one.own + (own?.has(award) ? 1 : 0) });
    }
    await atlas.names([...shown, ...(chosen >= 0 ? [chosen] : [])]);
    const name = own ? label(chosen) : "";
    const rows = shown.flatMap((scheme) => [...years].sort().map((year) => [scheme, year, counts.get(`${scheme} ${year}`)]).filter(([, , one]) => one))
      .map(([scheme, year, { n, own: mine }]) => [{ go: scheme }, { year }, { cell: [scheme], year, n }, ...(own ? [mine] : [])]);
    return {
      heading: own ? say("explorer.question_timeline_of", { name }) : say("explorer.question_timeline"),
      picture: narrow ? null : drawn(shown, years, counts, name, width),
      columns: [{ name: say("type.scheme") }, { name: say("fact.editionYear") }, { name: say("kind.award"), number: true }, ...(own ? [{ name, number: true }] : [])],
      rows,
      note: schemes.length > shown.length ? say("explorer.more_schemes", { n: schemes.length - shown.length }) : "",
    };
  }

  function drawn(shown, years, counts, name, width) {
    const [from, to] = [Math.min(...years), Math.max(...years)];
    const left = Math.min(230, width * 0.3);
    const step = (width - left - 24) / Math.max(1, to - from + 1);
    const x = (year) => left + (year - from + 0.5) * step;
    const largest = Math.max(1, ...[...counts.values()].map(({ n }) => n));
    const radius = (n) => Math.max(3, Math.sqrt(n / largest) * Math.min(17, step * 0.48));
    const every = Math.ceil(38 / step);
    const picture = svg("g", {});
    for (let year = from; year <= to; year += 1) {
      if ((to - year) % every) continue;
      picture.append(svg("line", { x1: x(year), x2: x(year), y1: 28, y2: 34 + shown.length * lane, class: "grid" }), text([yearWords(year)], x(year), 18, { class: "axis", "text-anchor": "middle" }));
    }
    shown.forEach((scheme, row) => {
      const y = 34 + (row + 0.5) * lane;
      picture.append(svg("line", { x1: left, x2: width, y1: y, y2: y, class: "lane" }), drawing.entity(scheme, label(scheme), text(lines(label(scheme), left - 16, 2), 0, y - (drawing.lines(label(scheme), left - 16, 2).length > 1 ? 4 : -4))));
      for (let year = from; year <= to; year += 1) {
        const one = counts.get(`${scheme} ${year}`);
        if (!one) continue;
        const words = `${label(scheme)} ${yearWords(year, true)}: ${awardgraph.counted("award", one.n)}${name && one.own ? `, ${name} ${one.own}` : ""}`;
        picture.append(cell([scheme], year, words, svg("circle", { cx: x(year), cy: y, r: Math.max(12, radius(one.n)), class: "target" }), svg("circle", { cx: x(year), cy: y, r: radius(one.n), class: name && !one.own ? "dot faint" : "dot" }),
          radius(one.n) > 9 || one.own ? text([String(name ? one.own || one.n : one.n)], x(year), y + 4.5, { class: radius(one.n) > 9 ? "in" : "above", "text-anchor": "middle" }) : null));
      }
    });
    return frame(width, 44 + shown.length * lane, say("explorer.view_timeline"), picture);
  }

  return { make };
})();
