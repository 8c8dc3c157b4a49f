// Works that won more than once: from the awards of their country to those of a body of no single country.
// A work is the same where the awards themselves name the same one, never because two names are alike.
"use strict";

awardgraph.views.lineage = (() => {
  const { atlas, awards, say, counted, drawing, parts, yearWords } = awardgraph;
  const { svg, text, mark, entity, frame, label, lines } = drawing;
  const most = 25;
  /** Pixels of an award in its lane. */
  const high = 62;
  const step = 17.5;

  const abroad = (award) => atlas.marksOf(award).includes("international");

  /** The works in view with their awards in the order of the years; only what was conferred. */
  async function works(ids) {
    const shown = new Set(ids);
    const [first, end] = atlas.kindRange("project");
    const made = [];
    for (let id = first; id < end; id += 1) {
      if (!((id - first + 1) % 20000)) await atlas.breath();
      const own = [...new Set(atlas.backward("forProject", id))].filter((award) => atlas.typeOf(award) !== "application");
      if (!own.some((award) => shown.has(award)) || (own.length < 2 && !own.some(abroad))) continue;
      own.sort((one, other) => (atlas.yearOf(one) || Infinity) - (atlas.yearOf(other) || Infinity) || one - other);
      made.push(told(id, own));
    }
    return made;
  }

  /** A work with the years from its first national award to the first international one that followed. */
  function told(id, own) {
    const [home, away] = [own.filter((award) => !abroad(award)), own.filter(abroad)];
    const begin = home.map(atlas.yearOf).find((year) => year);
    const reached = away.map(atlas.yearOf).find((year) => year && begin && year >= begin);
    const road = home.length && away.length ? (reached ? "went_on" : "both") : home.length ? "several" : "only_abroad";
    return { id, home, away, road, lead: reached ? reached - begin : -1, newest: Math.max(...own.map(atlas.yearOf)) };
  }

  const roads = ["went_on", "both", "several", "only_abroad"];

  const concerns = (chosen) => ({ id, home, away }) => chosen >= 0 && (id === chosen || [...home, ...away].some((award) => award === chosen || own(award, chosen)));

  /** Whether an award was won by an agency, or by a body below it. */
  const own = (award, chosen) => [...atlas.forward("recipient", award)].some((winner) => winner === chosen || awards.topOf(winner) === chosen);

  async function make({ ids, chosen, width, narrow }) {
    const meant = concerns(chosen);
    const all = (await works(ids)).map((work) => ({ ...work, own: meant(work) }));
    all.sort((one, other) => other.own - one.own || roads.indexOf(one.road) - roads.indexOf(other.road) || one.lead - other.lead || other.newest - one.newest || one.id - other.id);
    const part = parts.part("lineage", all, most);
    const inRows = part.shown.flatMap(({ home, away }) => [...home, ...away]);
    await atlas.names([...part.shown.map(({ id }) => id), ...inRows, ...parts.needed(inRows), ...(chosen >= 0 ? [chosen] : [])]);
    const went = all.filter(({ road }) => road === "went_on");
    return {
      heading: say("explorer.question_lineage"),
      lead: sentence(went),
      picture: narrow || !all.length ? null : drawn(part, width, chosen),
      columns: [{ name: say("type.project") }, { name: say("explorer.lane") }, { name: say("type.conferral") }, { name: say("fact.editionYear") }, { name: say("explorer.years_between"), number: true }],
      rows: part.shown.flatMap((work) => [...work.home, ...work.away].map((award) => [
        { go: work.id }, say(abroad(award) ? "explorer.lane_abroad" : "explorer.lane_home"), { go: award }, atlas.yearOf(award) ? { year: atlas.yearOf(award) } : "", award === work.away[0] && work.lead >= 0 ? work.lead : "",
      ])),
      note: all.length > part.shown.length ? say("explorer.works_in_part", { n: part.shown.length, all: all.length.toLocaleString("en") }) : "",
    };
  }

  const span = (n) => (n === 0 ? say("explorer.same_year") : n === 1 ? say("explorer.year_one") : say("explorer.years_n", { n }));

  function sentence(went) {
    if (!went.length) return say("explorer.none_went_on");
    const [least, last] = [went[0].lead, went.at(-1).lead].map((_, at, ends) => (at ? Math.max(...went.map(({ lead }) => lead)) : Math.min(...went.map(({ lead }) => lead))));
    const words = counted("project", went.length);
    return least === last ? say("explorer.went_on_after", { works: words, span: span(least) }) : say("explorer.went_on_between", { works: words, least: span(least), most: span(last) });
  }

  function drawn(part, width, chosen) {
    const edges = (width < 600 ? [0, 0.3, 0.57, 0.68] : [0, 0.34, 0.6, 0.71]).map((share) => Math.round(share * width));
    const made = svg("g", {}, ...[["type.project", 0], ["explorer.lane_home", 1], ["explorer.lane_abroad", 3]].map(([words, at]) => text([say(words)], edges[at] + (at ? 0 : 4), 16, { class: "group" })),
      svg("line", { x1: 0, x2: width, y1: 26, y2: 26, class: "lane" }));
    let y = 30;
    let before = "";
    for (const work of part.shown) {
      const section = work.own ? "own" : work.road;
      if (section !== before) {
        y += 26;
        made.append(text(lines(section === "own" ? say("explorer.road_own", { name: label(chosen) }) : say(`explorer.road_${section}`), width - 8, 1, 13, 700), 4, y - 4, { class: "road" }));
        y += 6;
      }
      before = section;
      const tall = Math.max(1, work.home.length, work.away.length) * high + 8;
      made.append(row(work, y, tall, edges, width));
      y += tall;
    }
    made.append(...parts.turns(part, 4, y + 24));
    return frame(width, y + 16 + parts.turnsHigh(part), say("explorer.view_lineage"), made);
  }

  function row(work, y, tall, edges, width) {
    const middle = y + tall / 2;
    const places = (ids) => ids.map((award, at) => [award, middle + (at - (ids.length - 1) / 2) * high]);
    const [home, away] = [places(work.home), places(work.away)];
    const name = lines(label(work.id), edges[1] - 52, 2);
    const winners = winnersOf(work);
    const who = winners ? lines(winners, edges[1] - 52, 1, 12) : [];
    const block = (name.length + who.length) * step;
    const made = svg("g", {}, work.own ? svg("rect", { x: 0, y: y + 2, width, height: tall - 4, class: "shade" }) : null, svg("line", { x1: 0, x2: width, y1: y + tall, y2: y + tall, class: "lane" }));
    if (home.length && away.length) made.append(join(work, home, away, edges));
    made.append(entity(work.id, `${say("type.project")}: ${label(work.id)}`,
      svg("rect", { x: 2, y: middle - block / 2 - 4, width: edges[1] - 14, height: block + 8, class: "target" }), mark(work.id, 18, middle),
      text(name, 36, middle - block / 2 + 13), who.length ? text(who, 36, middle - block / 2 + 13 + name.length * step, { class: "aside" }) : null));
    for (const [award, at] of home) made.append(awardAt(award, edges[1], at, edges[2] - edges[1] - 8));
    for (const [award, at] of away) made.append(awardAt(award, edges[3], at, width - edges[3]));
    return made;
  }

  /** The line from the national awards to the international ones, with the years between written on it. */
  function join(work, home, away, edges) {
    const [from, to] = [edges[2] + 2, edges[3] - 14];
    const at = (places) => places.reduce((sum, [, y]) => sum + y, 0) / places.length;
    const made = svg("g", { class: "wires road" }, svg("path", { d: `M${from} ${at(home)}C${(from + to) / 2} ${at(home)} ${(from + to) / 2} ${at(away)} ${to} ${at(away)}` }), svg("path", { d: `M${to - 6} ${at(away) - 4}l6 4l-6 4` }));
    if (work.lead >= 0) made.append(text([span(work.lead)], (from + to) / 2, (at(home) + at(away)) / 2 - 7, { class: "years", "text-anchor": "middle" }));
    return made;
  }

  function awardAt(award, x, y, room) {
    const scheme = awards.sides.scheme(award)[0];
    const year = atlas.yearOf(award) ? yearWords(atlas.yearOf(award)) : say("explorer.no_year");
    const top = lines(`${year} · ${scheme === undefined ? label(award) : label(scheme)}`, room - 34, 2);
    const about = parts.about(award);
    const below = about ? lines(about, room - 34, 1, 12) : [];
    const block = (top.length + below.length) * step;
    return entity(award, label(award), svg("rect", { x: x - 2, y: y - block / 2 - 4, width: room, height: block + 8, class: "target" }), mark(award, x + 12, y),
      text(top, x + 32, y - block / 2 + 13), below.length ? text(below, x + 32, y - block / 2 + 13 + top.length * step, { class: "aside" }) : null);
  }

  const winnersOf = ({ home, away }) => [...new Set([...home, ...away].flatMap(parts.winners))].map(label).join(", ");

  return { make };
})();
