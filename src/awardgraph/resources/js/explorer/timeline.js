// Years from left to right, a lane for each scheme: how many awards, and which are those of the chosen one.
"use strict";

awardgraph.views.timeline = (() => {
  const { atlas, say, counted, drawing, awards, yearWords } = awardgraph;
  const { svg, text, cell, frame, label, lines } = drawing;
  const most = 12;
  /** Pixels of a lane; in a narrow picture its name stands above it, so that the years have the whole width. */
  const lanes_ = { beside: 50, above: 70 };
  const wide = 560;

  async function make({ ids, chosen, width, narrow }) {
    const inView = new Set(ids);
    const own = chosen >= 0 ? new Set([...awards.of(chosen)].filter((award) => inView.has(award))) : new Set();
    // What the chosen one has won comes first, or else its lane might be one that is only counted.
    const first = [...awards.counted([...own], "scheme").keys()];
    const schemes = [...awards.counted(ids, "scheme").keys()];
    const shown = [...new Set([...first, ...schemes])].slice(0, most);
    const { lanes, undated } = counts(ids, shown, own);
    await atlas.names([...shown, ...(chosen >= 0 ? [chosen] : [])]);
    const name = own.size ? label(chosen) : "";
    const years = shown.flatMap((scheme) => [...lanes.get(scheme).keys()]);
    const meant = (scheme, mine) => (mine && scheme !== chosen ? [scheme, chosen] : [scheme]);
    return {
      heading: name ? say(`explorer.question_timeline_${about(chosen)}`, { name }) : say("explorer.question_timeline"),
      lead: name ? sentence(own, name) : "",
      picture: narrow || !years.length ? null : drawn({ shown, lanes, name, width, meant, firsts: first.length, from: Math.min(...years), to: Math.max(...years) }),
      columns: [{ name: say("type.scheme") }, { name: say("fact.editionYear") }, ...(name ? [{ name, number: true }] : []), { name: say("kind.award"), number: true }],
      rows: shown.flatMap((scheme) => [...lanes.get(scheme)].sort(([one], [other]) => one - other).map(([year, { n, own: mine }]) => {
        const link = { cell: meant(scheme, mine), year, n: name && mine ? mine : n };
        return [{ go: scheme }, { year }, ...(name ? (mine ? [link, n] : ["", link]) : [link])];
      })),
      note: [schemes.length > shown.length ? say("explorer.more_schemes", { n: schemes.length - shown.length }) : "", undated ? say("explorer.undated", { awards: counted("award", undated) }) : ""].filter(Boolean).join(" · "),
    };
  }

  /** For each lane the years with their numbers of awards; and how many awards of these lanes have no year. */
  function counts(ids, shown, own) {
    const lanes = new Map(shown.map((scheme) => [scheme, new Map()]));
    let undated = 0;
    for (const award of ids) {
      const year = atlas.yearOf(award);
      const years = lanes.get(awards.sides.scheme(award)[0]);
      if (!years) continue;
      if (!year) { undated += 1; continue; }
      const one = years.get(year) ?? { n: 0, own: 0 };
      years.set(year, { n: one.n + 1, own: one.own + (own.has(award) ? 1 : 0) });
    }
    return { lanes, undated };
  }

  /** What the awards of an entity are to it: won, given, handed over, told of. */
  const about = (id) => ({ agency: "of", project: "of", person: "person", scheme: "scheme", place: "place" }[atlas.kindOf(id)] ?? "other");

  /** How often, in how many years, and the longest run of years without a gap. */
  function sentence(own, name) {
    const years = [...new Set([...own].map(atlas.yearOf).filter(Boolean))].sort((one, other) => one - other);
    if (!years.length) return `${name}: ${counted("award", own.size)}`;
    let best = [years[0], years[0]];
    for (let at = 0, begin = 0; at < years.length; at += 1) {
      if (at && years[at] !== years[at - 1] + 1) begin = at;
      if (years[at] - years[begin] > best[1] - best[0]) best = [years[begin], years[at]];
    }
    if (years.length > 1 && best[1] - best[0] === years.length - 1) return say("explorer.every_year", { awards: counted("award", own.size), from: yearWords(years[0]), to: yearWords(years.at(-1)) });
    const words = { awards: counted("award", own.size), n: years.length, from: yearWords(years[0]), to: yearWords(years.at(-1)) };
    const run = best[1] > best[0] ? say("explorer.longest_run", { n: best[1] - best[0] + 1, from: yearWords(best[0]), to: yearWords(best[1]) }) : "";
    return [years.length > 1 ? say("explorer.in_years", words) : say("explorer.in_one_year", { awards: words.awards, year: yearWords(years[0], true) }), run].filter(Boolean).join(" ");
  }

  function drawn(model) {
    const { shown, lanes, width, from, to, name, firsts } = model;
    const above = width < wide;
    const lane = above ? lanes_.above : lanes_.beside;
    const left = above ? 4 : Math.round(Math.min(240, width * 0.3));
    const step = Math.min(90, (width - left - 16) / Math.max(1, to - from + 1));
    const x = (year) => left + (year - from + 0.5) * step;
    const parted = name && firsts < shown.length ? 30 : 0;
    const lift = above ? lane - 22 : lane / 2;
    const y = (row) => 44 + row * lane + lift + (row >= firsts ? parted : 0);
    const bottom = y(shown.length - 1) + lane - lift;
    const largest = Math.max(1, ...shown.flatMap((scheme) => [...lanes.get(scheme).values()].map(({ n }) => n)));
    const radius = (n) => Math.max(3, Math.sqrt(n / largest) * Math.min(17, step * 0.48));
    const made = svg("g", {});
    if (name) made.append(svg("rect", { x: 0, y: 42, width, height: Math.min(firsts, shown.length) * lane + 4, class: "shade" }));
    if (parted) made.append(text([say("explorer.other_schemes")], 8, y(firsts) - lift - 6, { class: "group" }));
    const every = Math.ceil(40 / step);
    for (let year = to; year >= from; year -= every) {
      made.append(svg("line", { x1: x(year), x2: x(year), y1: 42, y2: bottom, class: "grid" }), text([yearWords(year)], x(year), 16, { class: "axis", "text-anchor": "middle" }),
        text([String(awardgraph.language() === "th" ? year : year + 543)], x(year), 32, { class: "axis other", "text-anchor": "middle" }));
    }
    shown.forEach((scheme, row) => {
      made.append(svg("line", { x1: left, x2: width, y1: y(row), y2: y(row), class: "lane" }), nameOf(scheme, y(row), above ? width : left, above));
      const years = [...lanes.get(scheme)].sort(([one], [other]) => one - other);
      if (name) made.append(...runs(years.filter(([, { own }]) => own).map(([year]) => year), x, y(row), step));
      made.append(...dots(scheme, years, model, { x, y: y(row), radius, step }));
    });
    return frame(width, bottom + 8, say("explorer.view_timeline"), made);
  }

  function nameOf(scheme, y, room, above) {
    const words = lines(label(scheme), room - 28, above ? 1 : 2);
    const [top, high] = above ? [y - 46, 24] : [y - 20, 40];
    return drawing.entity(scheme, label(scheme), svg("rect", { x: 2, y: top, width: room - 18, height: high, class: "target" }), text(words, 8, above ? y - 29 : y + (words.length > 1 ? -4 : 4.5)));
  }

  /** Years without a gap as a thick line; over a gap its length, where there is room. */
  function runs(years, x, y, step) {
    return years.slice(1).flatMap((year, at) => {
      const gap = year - years[at];
      if (gap === 1) return [svg("line", { x1: x(years[at]), x2: x(year), y1: y, y2: y, class: "run" })];
      const words = gap - 1 === 1 ? say("explorer.year_one") : say("explorer.years_n", { n: gap - 1 });
      return drawing.width(words, 12) < gap * step - 16 ? [text([words], (x(years[at]) + x(year)) / 2, y + 21, { class: "axis", "text-anchor": "middle" })] : [];
    });
  }

  /** A dot for each year, a link to its awards; above it their number, where there is room. */
  function dots(scheme, years, { name, meant }, { x, y, radius }) {
    const taken = numbered(years, x, radius, name);
    return years.map(([year, { n, own }]) => {
      const mine = name && own;
      const words = `${label(scheme)} ${yearWords(year, true)}: ${counted("award", n)}${mine ? `, ${name} ${own}` : ""}`;
      return cell(meant(scheme, mine), year, words, svg("circle", { cx: x(year), cy: y, r: Math.max(12, radius(n)), class: "target" }), svg("circle", { cx: x(year), cy: y, r: mine ? Math.max(5, radius(n)) : radius(n), class: name && !own ? "dot faint" : "dot" }),
        taken.has(year) ? text([taken.get(year)], x(year), y - Math.max(5, radius(n)) - 4, { class: mine ? "count own" : "count", "text-anchor": "middle" }) : null);
    });
  }

  /** Which years of a lane have room for their number: those of the chosen one first, then the largest. */
  function numbered(years, x, radius, name) {
    const made = new Map();
    const taken = [];
    for (const [year, { n, own }] of [...years].sort(([, one], [, other]) => (name ? other.own - one.own : 0) || other.n - one.n)) {
      const words = (name && own ? own : n).toLocaleString("en");
      const half = drawing.width(words, 11, name ? 700 : 400) / 2 + 1.5;
      if ((!name && n < 2) || (name && !own) || taken.some(([from, to]) => x(year) + half > from && x(year) - half < to)) continue;
      taken.push([x(year) - half, x(year) + half]);
      made.set(year, words);
    }
    return made;
  }

  return { make };
})();
